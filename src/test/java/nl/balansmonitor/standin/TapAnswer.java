package nl.balansmonitor.standin;

import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * How the bot answered a tap on an {@code Action.Execute}.
 *
 * @param httpStatus 200 if all is well, whatever the envelope says
 * @param statusCode of the envelope; 0 where there was none
 * @param type       of the envelope's value, a media type; empty where there was no envelope
 * @param elapsed    from the tap until the whole answer was there; a member loses patience after 3 s
 */
public record TapAnswer(int httpStatus, int statusCode, String type, JsonNode value, Duration elapsed) {

    private static final String LINE = "application/vnd.microsoft.activity.message";

    static TapAnswer of(Delivery delivery) {
        var body = Json.parse(delivery.body());
        return new TapAnswer(
                delivery.status(),
                body.path("statusCode").asInt(0),
                Json.text(body.path("type")),
                body.path("value"),
                delivery.elapsed());
    }

    /** The card that replaces the post for this member. */
    public Optional<Card> card() {
        return statusCode == 200 && type.equals(Card.TYPE) && value.isObject()
                ? Optional.of(new Card(value))
                : Optional.empty();
    }

    /** The line that is shown below the card. */
    public Optional<String> line() {
        return statusCode == 200 && type.equals(LINE) ? Optional.of(Json.text(value)) : Optional.empty();
    }

    /** The error's message, for envelopes that aren't 200. */
    public Optional<String> error() {
        return statusCode == 200 ? Optional.empty() : Optional.of(Json.text(value.path("message")));
    }

    /** What the member reads: the card's text, the line, or the error. */
    public String text() {
        return card().map(Card::text).or(this::line).or(this::error).orElse("");
    }

    /** Whether it is HTTP 200 with an envelope that Teams understands. */
    public boolean isWellFormed() {
        return httpStatus == 200 && statusCode != 0 && (card().isPresent() || line().isPresent() || isError());
    }

    private boolean isError() {
        return statusCode != 200 && type.equals("application/vnd.microsoft.error") && value.has("code");
    }
}
