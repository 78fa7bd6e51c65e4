package nl.balansmonitor.standin;

/**
 * Something that the bot sent and that Teams refuses or shows badly.
 *
 * @param where a path into the card, or the conversation
 */
public record Violation(Rule rule, String where, String detail) {

    @Override
    public String toString() {
        return rule + " at " + where + ": " + detail;
    }
}
