package nl.balansmonitor.teams.botframework;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the program answers to an activity. */
public sealed interface Reply {

    /** The activity was taken in. An invoke of a card answered so leaves its user without a word: answer that with {@link Invoked}. */
    record Acknowledged() implements Reply {}

    /**
     * The envelope that answers an invoke; the HTTP status is 200 whatever the envelope says. For any other activity it has no effect.
     *
     * @param statusCode 200 to 499: Teams shows a 5xx as a fault of the bot
     * @param type the content type of the value, such as {@value #CARD}
     * @see <a href="https://learn.microsoft.com/en-us/adaptive-cards/authoring-cards/universal-action-model#response-format">Response format</a>
     */
    record Invoked(int statusCode, String type, JsonNode value) implements Reply {

        public static final String CARD = "application/vnd.microsoft.card.adaptive";
        public static final String LINE = "application/vnd.microsoft.activity.message";
        static final String ERROR = "application/vnd.microsoft.error";

        public Invoked {
            if (statusCode < 200 || statusCode > 499) {
                throw new IllegalArgumentException("an envelope's status code is 200 to 499, not " + statusCode);
            }
        }

        /** Replaces the card that was tapped, for this user alone. */
        public static Invoked card(JsonNode card) {
            return new Invoked(200, CARD, card);
        }

        /** Shows this user one line of text and leaves the card as it is. */
        public static Invoked line(String text) {
            return new Invoked(200, LINE, JsonNodeFactory.instance.stringNode(text));
        }

        /** Refuses a request that no card of ours can send. */
        public static Invoked badRequest(String code, String message) {
            JsonNode error =
                    JsonNodeFactory.instance.objectNode().put("code", code).put("message", message);
            return new Invoked(400, ERROR, error);
        }
    }
}
