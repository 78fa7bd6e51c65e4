package nl.balansmonitor.standin;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The text that a reader of a card sees, in reading order. */
final class CardText {

    private final List<String> lines = new ArrayList<>();

    private CardText() {}

    static List<String> of(JsonNode card) {
        var text = new CardText();
        text.all(card.path("body"));
        text.all(card.path("actions"));
        return text.lines.stream().filter(line -> !line.isBlank()).toList();
    }

    private void all(JsonNode elements) {
        elements.forEach(this::element);
    }

    private void element(JsonNode node) {
        if (!node.path("isVisible").asBoolean(true)) {
            return;
        }
        var type = Json.text(node.path("type"));
        switch (type) {
            case "TextBlock" -> add(node.path("text"));
            case "RichTextBlock" -> lines.add(runs(node));
            case "Image", "Media" -> add(node.path("altText"));
            case "FactSet" ->
                node.path("facts")
                        .forEach(
                                fact -> lines.add(Json.text(fact.path("title")) + " " + Json.text(fact.path("value"))));
            default -> {
                if (type.startsWith("Input.")) {
                    input(node);
                } else if (type.startsWith("Action.")) {
                    add(node.path("title"));
                } else if (type.startsWith("Chart.")) {
                    add(node.path("title"));
                    Chart.of(node).rows().forEach(row -> lines.add(row.label() + " " + row.figures()));
                } else {
                    children(node);
                }
            }
        }
    }

    private void children(JsonNode node) {
        for (var key : List.of("items", "columns", "rows", "cells", "images", "actions")) {
            all(node.path(key));
        }
        add(node.path("selectAction").path("title"));
    }

    private void input(JsonNode node) {
        add(node.path("label"));
        add(node.path("title"));
        if (node.has("choices")) {
            node.path("choices").forEach(choice -> add(choice.path("title")));
        } else if (!node.has("title")) {
            add(node.path("value"));
        }
    }

    static String runs(JsonNode richTextBlock) {
        var text = new StringBuilder();
        richTextBlock
                .path("inlines")
                .forEach(run -> text.append(run.isString() ? run.asString() : Json.text(run.path("text"))));
        return text.toString();
    }

    private void add(JsonNode text) {
        lines.add(Json.text(text));
    }
}
