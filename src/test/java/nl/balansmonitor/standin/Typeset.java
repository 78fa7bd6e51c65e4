package nl.balansmonitor.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Text in the cells of a terminal: emoji take two, accents none. */
final class Typeset {

    private static final String LEFT_TO_RIGHT = "\u2066";
    private static final String END = "\u2069";

    /** A sign that only the selector behind it makes an emoji, and with that wide. */
    private static final Pattern EMOJI_BY_SELECTOR = Pattern.compile("\\P{IsEmoji_Presentation}\uFE0F");

    private Typeset() {}

    static int width(String text) {
        var width = text.codePoints().map(Typeset::cells).sum();
        return width + (int) EMOJI_BY_SELECTOR.matcher(text).results().count();
    }

    private static int cells(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.CONTROL -> 0;
            default -> Character.isEmojiPresentation(character) || Character.isIdeographic(character) ? 2 : 1;
        };
    }

    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    static String centre(String text, int width) {
        return " ".repeat(Math.max(0, (width - width(text)) / 2)) + text;
    }

    static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - width(text))) + text;
    }

    /** Shortens to the width, with an ellipsis where something is left out. */
    static String shorten(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        var kept = new StringBuilder();
        var used = 1;
        for (var character : text.codePoints().toArray()) {
            used += cells(character);
            if (used > width) {
                break;
            }
            kept.appendCodePoint(character);
        }
        return kept.toString().stripTrailing() + "…";
    }

    /** Breaks at blanks, and within words that are longer than a line. */
    static List<String> wrap(String text, int width) {
        var lines = new ArrayList<String>();
        for (var paragraph : text.split("\r?\n", -1)) {
            var line = new StringBuilder();
            for (var word : paragraph.strip().split("\\s+", -1)) {
                var rest = word;
                if (!line.isEmpty() && width(line.toString()) + 1 + width(rest) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                while (width(rest) > width && rest.codePointCount(0, rest.length()) > 1) {
                    var cut = rest.offsetByCodePoints(
                            0, Math.min(Math.max(1, width / 2), rest.codePointCount(0, rest.length()) - 1));
                    lines.add(rest.substring(0, cut));
                    rest = rest.substring(cut);
                }
                line.append(line.isEmpty() ? "" : " ").append(rest);
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** The first line behind a mark, the others below its text. */
    static List<String> hang(String mark, String text, int width) {
        var lines = new ArrayList<String>();
        for (var line : wrap(text, Math.max(1, width - width(mark)))) {
            lines.add((lines.isEmpty() ? mark : " ".repeat(width(mark))) + line);
        }
        return lines;
    }

    /** Packs pieces into lines, as many side by side as fit. */
    static List<String> flow(List<String> pieces, String gap, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var piece : pieces) {
            if (!line.isEmpty() && width(line.toString()) + width(gap) + width(piece) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : gap).append(piece);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** Puts blocks of lines side by side. */
    static List<String> beside(List<List<String>> blocks, List<Integer> widths, String gap) {
        var height = blocks.stream().mapToInt(List::size).max().orElse(0);
        var lines = new ArrayList<String>();
        for (var row = 0; row < height; row++) {
            var cells = new ArrayList<String>();
            for (var column = 0; column < blocks.size(); column++) {
                var block = blocks.get(column);
                cells.add(pad(row < block.size() ? block.get(row) : "", widths.get(column)));
            }
            lines.add(String.join(gap, cells).stripTrailing());
        }
        return lines;
    }

    /** Keeps text that is written right to left from turning the line around it. */
    static String isolate(String text) {
        var turns = text.codePoints()
                .map(Character::getDirectionality)
                .anyMatch(direction -> direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
        return turns ? LEFT_TO_RIGHT + text + END : text;
    }
}
