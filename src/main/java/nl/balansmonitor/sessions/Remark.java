package nl.balansmonitor.sessions;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * A word or a short sentence that a member adds to a score.
 *
 * @param text at most {@value #LONGEST} characters, on one line; empty for no remark
 * @param cut  whether more was written than was kept
 */
public record Remark(String text, boolean cut) {

    /** In UTF-16 units; the text ends with a whole character as readers see it, so it may be a few shorter. */
    public static final int LONGEST = 280;

    /** No remark. */
    public static final Remark NONE = new Remark("", false);

    /** Keeps what fits of anything written: white space and control characters become single spaces. */
    public static Remark of(String written) {
        String line = written.replaceAll("[\\s\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
        if (line.length() <= LONGEST) {
            return line.isEmpty() ? NONE : new Remark(line, false);
        }
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(line);
        int end = characters.isBoundary(LONGEST) ? LONGEST : characters.preceding(LONGEST);
        return new Remark(line.substring(0, end).strip(), true);
    }

    boolean isEmpty() {
        return text.isEmpty();
    }
}
