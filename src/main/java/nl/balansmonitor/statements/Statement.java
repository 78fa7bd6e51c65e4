package nl.balansmonitor.statements;

import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.StatementId;

/**
 * One sentence that a team can agree with, or not.
 *
 * @param dutch   as the instrument words it
 * @param english our translation
 */
public record Statement(StatementId id, Theme theme, String dutch, String english) {

    /** The sentence in this language. */
    public String text(Language language) {
        return switch (language) {
            case DUTCH -> dutch;
            case ENGLISH -> english;
        };
    }
}
