package nl.balansmonitor.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids in the shapes that Teams gives them. All but those of messages follow from a seed, so that runs can be compared. */
final class Ids {

    private static final String MEETING = "19:meeting_";

    private final Clock clock;
    private final AtomicLong newest = new AtomicLong();

    Ids(Clock clock) {
        this.clock = clock;
    }

    /** The millisecond of arrival, as in Teams; counted up where two arrive within one. */
    String message() {
        return Long.toString(newest.updateAndGet(before -> Math.max(before + 1, clock.millis())));
    }

    static String channel(String seed) {
        return "19:" + hex("channel " + seed) + "@thread.tacv2";
    }

    static String groupChat(String seed) {
        return "19:" + hex("chat " + seed) + "@thread.v2";
    }

    static String meetingChat(String seed) {
        return MEETING + base64("meeting " + seed) + "@thread.v2";
    }

    static boolean isMeeting(String conversation) {
        return conversation.startsWith(MEETING);
    }

    /** As Teams makes it from the chat's id, in Base64. */
    static String meeting(String chat) {
        return Base64.getEncoder().encodeToString(("0#" + chat + "#0").getBytes(UTF_8));
    }

    static String personalChat(String seed) {
        return "a:1" + base64("personal " + seed);
    }

    static String member(String seed) {
        return "29:1" + base64("member " + seed);
    }

    static String uuid(String seed) {
        return UUID.nameUUIDFromBytes(seed.getBytes(UTF_8)).toString();
    }

    private static String hex(String seed) {
        return HexFormat.of().formatHex(digest(seed), 0, 16);
    }

    private static String base64(String seed) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest(seed));
    }

    private static byte[] digest(String seed) {
        try {
            return MessageDigest.getInstance("SHA-512").digest(seed.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
