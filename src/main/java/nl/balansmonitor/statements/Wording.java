package nl.balansmonitor.statements;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.balansmonitor.shared.Outcome;

/**
 * The words of a statement as a team writes it.
 *
 * @param text one line of 1 to {@value #LONGEST} characters, without mention or link
 */
record Wording(String text) {

    /** In code points. */
    static final int LONGEST = 200;

    private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Cc}\\p{Z}]+");
    /** Unseen characters, such as those that turn the direction of writing; the two joiners hold emoji and scripts together. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}&&[^\\u200C\\u200D]]");

    private static final Pattern MENTION = Pattern.compile("(?i)</?\\s*at\\b|@\\p{L}");

    /** A scheme, www, or a link as Markdown writes it. */
    private static final Pattern LINK = Pattern.compile("(?i)\\p{Alpha}[\\p{Alnum}+.-]*://|\\bmailto:|\\bwww\\.|]\\(");

    /**
     * A host without a scheme. Only what ends in a top-level domain that is in use here and is no word, since the blank after a full stop
     * is often forgotten: {@code scherm.de kinderen} is no link, and {@code o.a.} or {@code bijv.} are none either.
     */
    private static final Pattern HOST =
            Pattern.compile("(?i)(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]{0,200}[\\p{L}\\p{N}])?\\."
                    + "(?:nl|eu|com|org|net|edu|gov|io|ly|gl|gg|tv|co|uk|fr|frl|app|dev|info|online|site|cloud|page|xyz|amsterdam)"
                    + "(?![\\p{L}\\p{N}-])");

    /** Before a path, the ones that are words count too. */
    private static final Pattern HOST_AND_PATH = Pattern.compile(
            "(?i)(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,62}\\.(?:de|be|nu|me|it|is|to|ai|school|link|shop)/\\S");

    /** Makes one line of what was written, and refuses what is no statement. */
    static Outcome<Wording, StatementRefusal> of(String written) {
        String unseen = UNSEEN.matcher(written).replaceAll("");
        String line = BREAKS.matcher(unseen).replaceAll(" ").strip();
        return obstacle(line)
                .<Outcome<Wording, StatementRefusal>>map(Outcome::refused)
                .orElseGet(() -> Outcome.accepted(new Wording(line)));
    }

    private static Optional<StatementRefusal> obstacle(String line) {
        if (comparable(line).isEmpty()) {
            return Optional.of(StatementRefusal.EMPTY);
        }
        if (line.codePointCount(0, line.length()) > LONGEST) {
            return Optional.of(StatementRefusal.TOO_LONG);
        }
        String plain = Normalizer.normalize(line, Normalizer.Form.NFKC);
        if (LINK.matcher(plain).find()
                || HOST.matcher(plain).find()
                || HOST_AND_PATH.matcher(plain).find()) {
            return Optional.of(StatementRefusal.LINK);
        }
        return MENTION.matcher(plain).find() ? Optional.of(StatementRefusal.MENTION) : Optional.empty();
    }

    /** Whether these are the same words, whatever their case, punctuation, diacritics and spacing. */
    boolean saysTheSameAs(String other) {
        return comparable(text).equals(comparable(other));
    }

    /** The letters and digits of a text, without case and diacritics; empty if it has none. */
    static String comparable(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
