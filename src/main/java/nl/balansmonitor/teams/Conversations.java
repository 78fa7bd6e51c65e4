package nl.balansmonitor.teams;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import nl.balansmonitor.documents.Decision;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.Key;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.teams.botframework.Conversation;
import org.springframework.stereotype.Component;

/** Which channel or chat a space is, and at which address Teams serves it now. */
@Component
class Conversations {

    private static final int MOST_REMEMBERED = 10_000;

    private final Documents documents;
    private final Cache<SpaceId, Conversation> newest =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    Conversations(Documents documents) {
        this.documents = documents;
    }

    /**
     * The space of a conversation. The id is a hash of tenant and channel, so a request can only ever name the space of the conversation
     * that it came from.
     */
    static SpaceId spaceOf(Conversation conversation) {
        return spaceOf(conversation.tenantId(), conversation.id());
    }

    /** The same, of a conversation that is only named. */
    static SpaceId spaceOf(String tenant, String conversation) {
        return new SpaceId("space-" + hash(tenant, conversation));
    }

    /** Of what a tenant has under this id: an id of Teams may hold what no id of ours may. */
    static String hash(String tenant, String id) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest((tenant + "\n" + id).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 20);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Keeps the address under which a conversation was last seen, for posts that nobody asked for just then. */
    void remember(SpaceId space, Conversation seen) {
        Conversation root = seen.withoutThread();
        if (root.equals(newest.getIfPresent(space))) {
            return;
        }
        Key key = key(space);
        if (documents.create(key, root).isEmpty()) {
            documents.decide(
                    key,
                    Conversation.class,
                    (Conversation known) -> known.equals(root) ? Decision.leave(root) : Decision.write(root, root));
        }
        newest.put(space, root);
    }

    /** The root of a space's conversation; empty if the bot was never spoken to there. */
    Optional<Conversation> of(SpaceId space) {
        return Optional.ofNullable(newest.getIfPresent(space))
                .or(() -> documents.read(key(space), Conversation.class).map(Document::content));
    }

    private static Key key(SpaceId space) {
        return Space.partition(space).key("conversation");
    }
}
