package nl.balansmonitor.spaces;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.Key;
import nl.balansmonitor.documents.Partition;
import nl.balansmonitor.documents.Query;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.SpaceId;
import org.springframework.stereotype.Service;

/**
 * In which spaces a member has something of his own, so that he finds it from his chat with the bot too. It says where to look, not what
 * he may see: whoever is listed may have left since.
 */
@Service
public class Memberships {

    private final Documents documents;

    Memberships(Documents documents) {
        this.documents = documents;
    }

    private record Membership(SpaceId space) {}

    /** Remembers that he has something in this space; a second call changes nothing. */
    public void note(MemberId member, SpaceId space) {
        documents.create(key(member, space), new Membership(space));
    }

    /** Whether he ever had something in this space. */
    public boolean includes(MemberId member, SpaceId space) {
        return documents.read(key(member, space), Membership.class).isPresent();
    }

    /** The spaces in which he ever had something. */
    public List<SpaceId> of(MemberId member) {
        return documents.all(Query.in(partition(member)), Membership.class).stream()
                .map(document -> document.content().space())
                .toList();
    }

    private static Key key(MemberId member, SpaceId space) {
        return partition(member).key("space:" + space);
    }

    /** An id of Teams may hold what a partition's name may not. */
    private static Partition partition(MemberId member) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(member.value().getBytes(StandardCharsets.UTF_8));
            return new Partition("member:" + HexFormat.of().formatHex(digest, 0, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
