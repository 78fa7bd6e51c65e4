package nl.balansmonitor.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Breaks words into lines, as SVG itself does not.
 *
 * @param width of a line
 */
record Paragraphs(Outlines letters, double width) {

    private static final String DOTS = "…";

    /** Behind a space, and behind a hyphen within a word. */
    private static final Pattern BREAK = Pattern.compile("(?<=\\s)(?!\\s)|(?<=\\p{L}-)(?=\\p{L})");

    /** None of them is wider than the width; a word that is goes over several. */
    List<String> lines(String text, double size) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : BREAK.splitAsStream(text.strip()).toList()) {
            if (fits(line + word, size)) {
                line.append(word);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            String rest = word;
            while (!fits(rest, size)) {
                int part = part(rest, size, width);
                lines.add(rest.substring(0, part));
                rest = rest.substring(part);
            }
            line.append(rest);
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /** With dots at its end, to say that it goes on. */
    String cut(String line, double size) {
        double dots = letters.width(DOTS, size, false);
        return letters.width(line, size, false) + dots <= width
                ? line + DOTS
                : line.substring(0, part(line, size, width - dots)) + DOTS;
    }

    private boolean fits(String words, double size) {
        return letters.width(words.stripTrailing(), size, false) <= width;
    }

    /** How much of what is wider than this fits in it, at least one character. */
    private int part(String words, double size, double room) {
        int part = words.offsetByCodePoints(0, 1);
        while (part < words.length()) {
            int next = words.offsetByCodePoints(part, 1);
            if (letters.width(words.substring(0, next), size, false) > room) {
                break;
            }
            part = next;
        }
        return part;
    }
}
