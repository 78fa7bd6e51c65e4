package nl.balansmonitor.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * A card as plain text for a terminal, in the order in which a client shows it.
 *
 * @param width in cells; no line is wider
 */
record CardPicture(int width) {

    private static final String GAP = "  ";

    List<String> of(JsonNode card) {
        var lines = new ArrayList<>(all(card.path("body")));
        var buttons = buttons(card.path("actions"));
        if (!buttons.isEmpty() && !lines.isEmpty()) {
            lines.add("");
        }
        lines.addAll(buttons);
        return lines;
    }

    private List<String> all(JsonNode elements) {
        var lines = new ArrayList<String>();
        for (var element : elements) {
            if (!element.path("isVisible").asBoolean(true)) {
                continue;
            }
            var picture = element(element);
            if (!lines.isEmpty() && !picture.isEmpty()) {
                if (element.path("separator").asBoolean(false)) {
                    lines.add("─".repeat(width));
                } else if (stands(element)) {
                    lines.add("");
                }
            }
            lines.addAll(picture);
        }
        return lines;
    }

    /** What a reader's eye needs room around. */
    private static boolean stands(JsonNode element) {
        var type = Json.text(element.path("type"));
        return type.startsWith("Input.")
                || type.startsWith("Chart.")
                || List.of("ActionSet", "Table", "FactSet").contains(type)
                || List.of("medium", "large", "extraLarge", "Medium", "Large", "ExtraLarge")
                        .contains(Json.text(element.path("spacing")));
    }

    private List<String> element(JsonNode node) {
        var type = Json.text(node.path("type"));
        return switch (type) {
            case "TextBlock" -> text(node);
            case "RichTextBlock" -> Typeset.wrap(CardText.runs(node), width);
            case "Image", "Media" -> List.of("(" + Typeset.shorten(Json.text(node.path("altText")), width - 2) + ")");
            case "Container", "Column", "TableCell" -> container(node);
            case "ImageSet" -> all(node.path("images"));
            case "ColumnSet" -> columns(node);
            case "FactSet" -> facts(node);
            case "Table" -> new TablePicture(width).of(node);
            case "ActionSet" -> buttons(node.path("actions"));
            default -> other(type, node);
        };
    }

    private List<String> other(String type, JsonNode node) {
        if (type.startsWith("Chart.")) {
            return new ChartPicture(width).of(node);
        }
        if (type.startsWith("Input.")) {
            return new InputPicture(width).of(CardInput.of(new CardTree.Place(node, "", List.of())));
        }
        var fallback = node.path("fallback");
        return fallback.isObject() ? element(fallback) : type.isEmpty() ? container(node) : List.of();
    }

    private List<String> text(JsonNode node) {
        var plain = Json.text(node.path("text")).replace("**", "").replaceAll("(?m)^\\s*[-*] ", "• ");
        var lines = new ArrayList<String>();
        for (var line : Typeset.wrap(plain, width)) {
            lines.add(
                    switch (Json.text(node.path("horizontalAlignment")).toLowerCase(Locale.ROOT)) {
                        case "center" -> Typeset.centre(line, width);
                        case "right" -> Typeset.right(line, width);
                        default -> line;
                    });
        }
        var isHeading = Json.text(node.path("size")).toLowerCase(Locale.ROOT).endsWith("large")
                || Json.text(node.path("style")).equals("heading");
        if (isHeading && lines.size() == 1 && Typeset.width(plain) > 2) {
            var line = lines.getFirst();
            lines.add(
                    " ".repeat(line.length() - line.stripLeading().length()) + "━".repeat(Typeset.width(line.strip())));
        }
        return lines;
    }

    private List<String> container(JsonNode node) {
        var isPlain = List.of("", "default").contains(Json.text(node.path("style")));
        var edge = isPlain ? "" : "▌ ";
        var inner = new CardPicture(Math.max(1, width - edge.length())).all(node.path("items"));
        var tap = node.path("selectAction");
        if (inner.isEmpty() && tap.has("title")) {
            return buttons(Json.valueOf(List.of(tap)));
        }
        if (tap.isObject() && inner.size() == 1 && Typeset.width(inner.getFirst()) < width - 4) {
            return List.of(edge + "[ " + inner.getFirst().strip() + " ]");
        }
        return inner.stream().map(line -> edge + line).toList();
    }

    private List<String> columns(JsonNode node) {
        var columns = StreamSupport.stream(node.path("columns").spliterator(), false)
                .filter(column -> column.path("isVisible").asBoolean(true))
                .toList();
        var widths = new ColumnWidths(width, GAP.length())
                .of(
                        columns,
                        column -> element(column).stream()
                                .mapToInt(line -> Typeset.width(line.strip()))
                                .max()
                                .orElse(0));
        var blocks = new ArrayList<List<String>>();
        for (var index = 0; index < columns.size(); index++) {
            blocks.add(new CardPicture(widths.get(index)).container(columns.get(index)));
        }
        return Typeset.beside(blocks, widths, GAP);
    }

    private List<String> facts(JsonNode node) {
        var facts =
                StreamSupport.stream(node.path("facts").spliterator(), false).toList();
        var widest = Math.min(
                width / 2,
                facts.stream()
                        .mapToInt(fact -> Typeset.width(Json.text(fact.path("title"))))
                        .max()
                        .orElse(0));
        var lines = new ArrayList<String>();
        for (var fact : facts) {
            var title = Typeset.pad(Typeset.shorten(Json.text(fact.path("title")), widest), widest);
            lines.addAll(Typeset.hang(title + GAP, Json.text(fact.path("value")), width));
        }
        return lines;
    }

    static List<String> titles(JsonNode actions) {
        return StreamSupport.stream(actions.spliterator(), false)
                .filter(action -> action.path("isVisible").asBoolean(true))
                .map(action -> "[ " + Json.text(action.path("title"))
                        + (Json.text(action.path("type")).equals("Action.ShowCard") ? " ▾" : "") + " ]")
                .toList();
    }

    private List<String> buttons(JsonNode actions) {
        return Typeset.flow(
                titles(actions).stream()
                        .map(title -> Typeset.shorten(title, width))
                        .toList(),
                GAP,
                width);
    }
}
