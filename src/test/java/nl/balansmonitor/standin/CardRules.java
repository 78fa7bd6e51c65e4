package nl.balansmonitor.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Checks one card against the {@link Rule}s. */
final class CardRules {

    /**
     * Until 2025 Teams refused messages above 40 KB; the documented limit is 100 KB in UTF-16 now, envelope included. Cards are held to
     * the older number: not every service and client follows, and a card of that size is too long for a reader anyway.
     */
    private static final int LARGEST_CARD = 40 * 1024;

    private static final int MOST_ACTIONS = 6;
    private static final int MOST_REFRESHED = 60;

    private static final Set<String> KNOWN = Set.of(
            "AdaptiveCard",
            "TextBlock",
            "RichTextBlock",
            "TextRun",
            "Image",
            "ImageSet",
            "Media",
            "Container",
            "ColumnSet",
            "Column",
            "FactSet",
            "Table",
            "TableRow",
            "TableCell",
            "ActionSet",
            "Input.Text",
            "Input.Number",
            "Input.Date",
            "Input.Time",
            "Input.Toggle",
            "Input.ChoiceSet",
            "Action.Execute",
            "Action.Submit",
            "Action.OpenUrl",
            "Action.ShowCard",
            "Action.ToggleVisibility");

    /** The children that are written without a type. */
    private static final Set<String> UNTYPED = Set.of("columns", "rows", "cells");

    private final Collection<String> typed;
    private final List<Violation> found = new ArrayList<>();

    private CardRules(Collection<String> typed) {
        this.typed = typed;
    }

    /**
     * All violations of a card.
     *
     * @param typed what members typed: a bot may repeat it, template marks included
     */
    static List<Violation> check(JsonNode card, Collection<String> typed) {
        var rules = new CardRules(typed);
        rules.whole(card);
        rules.parts(card);
        return rules.found;
    }

    /** Whether a text shows a template mark that no member typed. */
    static boolean leavesTemplate(String text, Collection<String> typed) {
        var rest = text;
        for (var words : typed) {
            if (words.contains("${")) {
                rest = rest.replace(words, "");
            }
        }
        return rest.contains("${");
    }

    private void whole(JsonNode card) {
        var version = Json.text(card.path("version"));
        if (!version.matches("1\\.[0-5]")) {
            report(Rule.VERSION, "card", "version is \"" + version + "\"");
        }
        if (card.path("actions").size() > MOST_ACTIONS) {
            report(Rule.ACTIONS, "card.actions", card.path("actions").size() + " actions");
        }
        if (Json.text(card.path("fallbackText")).isBlank()) {
            report(Rule.FALLBACK_TEXT, "card", "no fallbackText");
        }
        if (card.path("refresh").path("userIds").size() > MOST_REFRESHED) {
            report(
                    Rule.REFRESH,
                    "card.refresh",
                    card.path("refresh").path("userIds").size() + " users");
        }
        var size = card.toString().getBytes(UTF_8).length;
        if (size > LARGEST_CARD) {
            report(Rule.SIZE, "card", size + " bytes");
        }
    }

    private void parts(JsonNode card) {
        var inputIds = new HashSet<String>();
        for (var place : CardTree.of(card)) {
            known(place);
            accessible(place);
            if (place.type().startsWith("Input.")
                    && !inputIds.add(Json.text(place.node().path("id")))) {
                report(
                        Rule.INPUT_ID,
                        place.path(),
                        "a second " + Json.text(place.node().path("id")));
            }
            if (place.type().equals("Action.Execute") && !place.node().has("fallback")) {
                report(
                        Rule.EXECUTE_FALLBACK,
                        place.path(),
                        Json.text(place.node().path("verb")));
            }
            if (place.node().path("fallback").isObject()) {
                CardTree.of(place.node().path("fallback")).forEach(inner -> {
                    var below = new CardTree.Place(inner.node(), place.path() + ".fallback " + inner.path(), List.of());
                    known(below);
                    accessible(below);
                });
            }
        }
        templates(card, "card");
    }

    private void known(CardTree.Place place) {
        var key = place.path().substring(place.path().lastIndexOf('.') + 1).replaceAll("\\[.*", "");
        if (place.type().isEmpty() && UNTYPED.contains(key)) {
            return;
        }
        if (!KNOWN.contains(place.type()) && !place.node().has("fallback")) {
            report(Rule.UNKNOWN_TYPE, place.path(), "\"" + place.type() + "\" without a fallback");
        }
    }

    private void accessible(CardTree.Place place) {
        var node = place.node();
        var labelled = !Json.text(node.path("label")).isBlank()
                || (place.type().equals("Input.Toggle")
                        && !Json.text(node.path("title")).isBlank());
        if (place.type().startsWith("Input.") && !labelled) {
            report(Rule.LABEL, place.path(), Json.text(node.path("id")) + " has no label");
        }
        if (place.type().equals("Image") && Json.text(node.path("altText")).isBlank()) {
            report(Rule.ALT_TEXT, place.path(), "an image without altText");
        }
    }

    private void templates(JsonNode node, String path) {
        if (node.isString() && leavesTemplate(node.asString(), typed)) {
            report(Rule.TEMPLATE, path, node.asString());
        }
        if (node.isArray()) {
            node.forEach(item -> templates(item, path + "[]"));
        }
        if (node.isObject()) {
            node.properties().forEach(field -> templates(field.getValue(), path + "." + field.getKey()));
        }
    }

    private void report(Rule rule, String where, String detail) {
        found.add(new Violation(rule, where, detail));
    }
}
