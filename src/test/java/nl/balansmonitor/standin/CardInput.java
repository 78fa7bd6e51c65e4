package nl.balansmonitor.standin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;

/**
 * A field on a card.
 *
 * @param value   what is filled in; empty where nothing is
 * @param choices titles by value, in order; empty for anything but a choice set with static choices
 */
public record CardInput(
        String type, String id, String label, String value, SequencedMap<String, String> choices, JsonNode json) {

    static CardInput of(CardTree.Place place) {
        var node = place.node();
        var choices = new LinkedHashMap<String, String>();
        node.path("choices")
                .forEach(choice -> choices.put(Json.text(choice.path("value")), Json.text(choice.path("title"))));
        return new CardInput(
                place.type(),
                Json.text(node.path("id")),
                Json.text(node.path("label")),
                Json.text(node.path("value")),
                choices,
                node);
    }

    /** The values chosen in a choice set that takes several. */
    public List<String> chosen() {
        return value.isEmpty() ? List.of() : List.of(value.split(",", -1));
    }

    /** Why Teams' client wouldn't let a member send this; empty where it would. */
    Optional<String> refusal(String filledIn) {
        var wrong = new ArrayList<String>();
        if (filledIn.isEmpty()) {
            return json.path("isRequired").asBoolean(false) ? Optional.of(id + " is required") : Optional.empty();
        }
        var dynamic = json.has("choices.data");
        if (type.equals("Input.ChoiceSet")
                && !dynamic
                && !json.path("style").asString("").equals("filtered")) {
            var values =
                    json.path("isMultiSelect").asBoolean(false) ? filledIn.split(",", -1) : new String[] {filledIn};
            for (var one : values) {
                if (!choices.containsKey(one)) {
                    wrong.add(one + " is not a choice of " + id + " but " + choices.keySet() + " are");
                }
            }
        }
        if (type.equals("Input.Number")) {
            number(filledIn)
                    .ifPresentOrElse(number -> outOfRange(number, wrong), () -> wrong.add(id + " takes numbers"));
        }
        var longest = json.path("maxLength").asInt(Integer.MAX_VALUE);
        if (type.equals("Input.Text") && filledIn.length() > longest) {
            wrong.add(id + " takes at most " + longest + " characters");
        }
        return wrong.stream().findFirst();
    }

    private void outOfRange(double number, List<String> wrong) {
        if (number < json.path("min").asDouble(-Double.MAX_VALUE)
                || number > json.path("max").asDouble(Double.MAX_VALUE)) {
            wrong.add(id + " does not take " + number);
        }
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static void requireKnown(Map<String, String> filledIn, List<CardInput> inputs) {
        for (var id : filledIn.keySet()) {
            if (inputs.stream().noneMatch(input -> input.id().equals(id))) {
                throw new IllegalArgumentException("no input " + id + " on the card, but "
                        + inputs.stream().map(CardInput::id).toList());
            }
        }
    }
}
