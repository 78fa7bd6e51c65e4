package nl.balansmonitor.standin;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * A post as it once was.
 *
 * @param at       by the stand-in's clock
 * @param activity the whole body, as it was sent
 */
public record Version(Instant at, JsonNode activity) {

    /** The message's own text, without its card's. */
    public String message() {
        return Json.text(activity.path("text"));
    }

    /** The first Adaptive Card attached. */
    public Optional<Card> card() {
        return StreamSupport.stream(activity.path("attachments").spliterator(), false)
                .filter(attachment -> Json.text(attachment.path("contentType")).equals(Card.TYPE))
                .map(attachment -> new Card(attachment.path("content")))
                .findFirst();
    }

    /** All that a reader sees: the message's text, then its card's. */
    public String text() {
        var card = card().map(Card::text).orElse("");
        return message().isEmpty() ? card : card.isEmpty() ? message() : message() + "\n" + card;
    }
}
