package nl.balansmonitor.standin;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A button on a card, or what a tap on an element does.
 *
 * @param verb empty where the action has none
 * @param data as the card has it; a missing node where it has none
 * @param path where it is in the card
 */
public record CardAction(String type, String verb, String id, String title, JsonNode data, JsonNode json, String path) {

    static CardAction of(CardTree.Place place) {
        var node = place.node();
        return new CardAction(
                place.type(),
                Json.text(node.path("verb")),
                Json.text(node.path("id")),
                Json.text(node.path("title")),
                node.path("data"),
                node,
                place.path());
    }

    /** Whether the action's data has all of these values; {@code 4} and {@code "4"} are the same. */
    public boolean has(Map<String, ?> values) {
        return values.entrySet().stream()
                .allMatch(value -> data.has(value.getKey())
                        && Json.text(data.path(value.getKey())).equals(String.valueOf(value.getValue())));
    }
}
