package nl.balansmonitor.standin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** An Adaptive Card as the bot sent it. */
public record Card(JsonNode json) {

    /** The media type of a card, as attachment and as an invoke's answer alike. */
    public static final String TYPE = "application/vnd.microsoft.card.adaptive";

    /** All visible text in reading order, one line per text; titles of buttons and choices, labels and alternative texts included. */
    public String text() {
        return String.join("\n", CardText.of(json));
    }

    /** All actions in reading order, those of elements and of closed inner cards included. */
    public List<CardAction> actions() {
        return CardTree.of(json).stream()
                .filter(place -> place.type().startsWith("Action."))
                .map(CardAction::of)
                .toList();
    }

    /** The actions with this verb whose data has these values. */
    public List<CardAction> actions(String verb, Map<String, ?> data) {
        return actions().stream()
                .filter(action -> action.verb().equals(verb) && action.has(data))
                .toList();
    }

    /** Whether there is an action with this verb. */
    public boolean offers(String verb) {
        return !actions(verb, Map.of()).isEmpty();
    }

    /** All inputs in reading order. */
    public List<CardInput> inputs() {
        return CardTree.of(json).stream()
                .filter(place -> place.type().startsWith("Input."))
                .map(CardInput::of)
                .toList();
    }

    /** The input with this id. */
    public Optional<CardInput> input(String id) {
        return inputs().stream().filter(input -> input.id().equals(id)).findFirst();
    }

    /** What a terminal shows of it, in lines of at most this width. */
    public List<String> picture(int width) {
        return new CardPicture(width).of(json);
    }
}
