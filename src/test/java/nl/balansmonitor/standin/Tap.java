package nl.balansmonitor.standin;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a client sends for a tap: the action's data, and over it the inputs of the action's card and of those around it. An input that is
 * empty is left out, as the reference renderer does; one that the member emptied himself is sent empty.
 */
record Tap(CardAction action, JsonNode data, Map<String, String> filledIn) {

    /**
     * Finds the button and fills in the card.
     *
     * @param button   values that the button's data has, to tell buttons with one verb apart
     * @param filledIn by input id; all other inputs keep what the card says
     * @throws IllegalArgumentException where a member couldn't do this: no such button, several, no such input, or not such a value
     */
    static Tap on(Card card, String type, String verb, Map<String, ?> button, Map<String, String> filledIn) {
        var places = CardTree.of(card.json());
        var buttons = places.stream()
                .filter(place -> place.type().equals("Action.Execute"))
                .filter(place -> CardAction.of(place).verb().equals(verb)
                        && CardAction.of(place).has(button))
                .toList();
        if (buttons.size() != 1) {
            throw new IllegalArgumentException(buttons.size() + " buttons " + verb + button + " on a card with "
                    + card.actions().stream()
                            .map(action -> action.verb() + action.data())
                            .toList());
        }
        var place = buttons.getFirst();
        var action = CardAction.of(place);
        var source = type.equals("Action.Submit") ? place.node().path("fallback") : place.node();
        if (type.equals("Action.Submit") && !Json.text(source.path("type")).equals("Action.Submit")) {
            throw new IllegalArgumentException(
                    "an older client sees no button: " + verb + " has no Action.Submit as fallback");
        }
        var inputs = places.stream()
                .filter(input -> input.type().startsWith("Input.") && input.isSubmittedBy(place))
                .map(CardInput::of)
                .toList();
        CardInput.requireKnown(filledIn, inputs);
        var data = source.path("data").isObject()
                ? (ObjectNode) source.path("data").deepCopy()
                : Json.object();
        if (!Json.text(source.path("associatedInputs")).equalsIgnoreCase("none")) {
            for (var input : inputs) {
                var value = filledIn.getOrDefault(input.id(), input.value());
                input.refusal(value).ifPresent(why -> {
                    throw new IllegalArgumentException("a client does not send this: " + why);
                });
                if (!value.isEmpty() || filledIn.containsKey(input.id())) {
                    data.put(input.id(), value);
                }
            }
        }
        return new Tap(action, data, new LinkedHashMap<>(filledIn));
    }
}
