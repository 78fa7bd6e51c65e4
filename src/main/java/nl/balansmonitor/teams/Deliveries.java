package nl.balansmonitor.teams;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.balansmonitor.documents.Decision;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.Key;
import nl.balansmonitor.documents.Query;
import nl.balansmonitor.spaces.Space;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Which cards Teams has confirmed, as which message, and with what content. */
@Component
class Deliveries {

    private final Documents documents;

    Deliveries(Documents documents) {
        this.documents = documents;
    }

    /**
     * A card as Teams has it.
     *
     * @param activity the message that shows it; empty if Teams refused it for good
     * @param thread   the first message that ever showed it, on which a thread may hang
     * @param digest   of its content
     */
    record Delivered(String activity, String thread, String digest) {

        boolean shows(JsonNode card) {
            return digest.equals(digestOf(card));
        }

        boolean refused() {
            return activity.isEmpty();
        }
    }

    Optional<Delivered> find(Outbox.Entry of, String slot) {
        return documents.read(key(of, slot), Delivered.class).map(Document::content);
    }

    /** All cards that were ever posted for an entry, by slot. */
    Map<String, Delivered> of(Outbox.Entry entry) {
        String prefix = idsOf(entry);
        return documents.all(Query.in(Space.partition(entry.space())).idsStartingWith(prefix), Delivered.class).stream()
                .collect(Collectors.toMap(
                        document -> document.key().id().substring(prefix.length()), Document::content));
    }

    /**
     * Remembers what Teams has confirmed; the first message of a slot is remembered for good as its thread.
     *
     * @return whether there was nothing of this slot before
     */
    boolean confirm(Outbox.Entry of, Board.Face face, String activity) {
        Key key = key(of, face.slot());
        var first = new Delivered(activity, activity, digestOf(face.card()));
        if (documents.create(key, first).isPresent()) {
            return true;
        }
        documents.decide(
                key,
                Delivered.class,
                (Delivered before) -> Decision.write(
                        new Delivered(activity, before.thread().isEmpty() ? activity : before.thread(), first.digest()),
                        activity));
        return false;
    }

    private static Key key(Outbox.Entry of, String slot) {
        return Space.partition(of.space()).key(idsOf(of) + slot);
    }

    private static String idsOf(Outbox.Entry entry) {
        return "card:" + entry.name() + ":";
    }

    private static String digestOf(JsonNode card) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(card.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
