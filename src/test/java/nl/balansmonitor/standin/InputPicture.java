package nl.balansmonitor.standin;

import java.util.ArrayList;
import java.util.List;

/** Inputs as a terminal shows them, with what is filled in. */
record InputPicture(int width) {

    private static final int MOST_CHOICES = 8;
    private static final int FIELD = 32;

    List<String> of(CardInput input) {
        return switch (input.type()) {
            case "Input.ChoiceSet" -> choices(input);
            case "Input.Toggle" -> toggle(input);
            case "Input.Text", "Input.Number", "Input.Date", "Input.Time" -> field(input, "");
            default -> List.of("(" + input.type() + ")");
        };
    }

    private List<String> field(CardInput input, String sign) {
        var shown = input.value().isEmpty() ? Json.text(input.json().path("placeholder")) : input.value();
        var label = input.label().isEmpty() ? "" : input.label() + "  ";
        var room = Math.max(8, Math.min(FIELD, width - Typeset.width(label) - 4));
        var box = "▕ " + Typeset.pad(Typeset.shorten(shown, room), room) + sign + "▏";
        return Typeset.width(label + box) <= width ? List.of(label + box) : twoRows(label.strip(), box);
    }

    private List<String> twoRows(String label, String box) {
        var lines = new ArrayList<>(Typeset.wrap(label, width));
        lines.add(box);
        return lines;
    }

    private List<String> toggle(CardInput input) {
        var on = input.value().equals(input.json().path("valueOn").asString("true"));
        return Typeset.hang(on ? "☑ " : "☐ ", Json.text(input.json().path("title")), width);
    }

    private List<String> choices(CardInput input) {
        var several = input.json().path("isMultiSelect").asBoolean(false);
        if (!several && !input.json().path("style").asString("").equals("expanded")) {
            var title = input.choices().getOrDefault(input.value(), input.value());
            var shown = input.json().has("choices") || !title.isEmpty() ? title : "wie? …";
            return field(
                    new CardInput(input.type(), input.id(), input.label(), shown, input.choices(), input.json()), "▾ ");
        }
        var lines = new ArrayList<>(input.label().isEmpty() ? List.<String>of() : Typeset.wrap(input.label(), width));
        var chosen = several ? input.chosen() : List.of(input.value());
        var hidden = 0;
        var shown = 0;
        for (var choice : input.choices().entrySet()) {
            var picked = chosen.contains(choice.getKey());
            if (!picked && shown >= MOST_CHOICES) {
                hidden++;
                continue;
            }
            shown++;
            var mark = several ? picked ? "☑ " : "☐ " : picked ? "● " : "○ ";
            lines.addAll(Typeset.hang("  " + mark, choice.getValue(), width));
        }
        if (hidden > 0) {
            lines.add("    … en nog " + hidden);
        }
        return lines;
    }
}
