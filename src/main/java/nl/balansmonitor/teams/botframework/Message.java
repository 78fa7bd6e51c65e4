package nl.balansmonitor.teams.botframework;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What the bot posts: a text, an Adaptive Card, or both.
 *
 * @param text plain text: Teams reads no Markdown in it and mentions nobody. To mention someone, post a card with {@code msteams.entities}
 * @param card an Adaptive Card, sent as it is
 * @param summary what a notification shows of it; {@code ""} lets Teams choose
 */
public record Message(Optional<String> text, Optional<JsonNode> card, String summary) {

    public Message {
        if (text.isEmpty() && card.isEmpty()) {
            throw new IllegalArgumentException("a message has a text or a card");
        }
    }

    /** A text alone. */
    public static Message text(String text) {
        return new Message(Optional.of(text), Optional.empty(), "");
    }

    /** A card alone. */
    public static Message card(JsonNode card, String summary) {
        return new Message(Optional.empty(), Optional.of(card), summary);
    }
}
