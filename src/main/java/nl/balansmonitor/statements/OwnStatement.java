package nl.balansmonitor.statements;

import java.time.Instant;
import java.util.Optional;
import nl.balansmonitor.shared.StatementId;

/**
 * A statement in a team's own words. Its text never changes: other words are another statement, which names this one.
 *
 * @param text        one line, the same in every language
 * @param predecessor the statement, own or ready-made, whose place it took
 */
record OwnStatement(
        StatementId id, Theme theme, String text, State state, Optional<StatementId> predecessor, Instant addedAt) {

    /** How ids of own statements begin. */
    static final String ID = "own-";

    enum State {
        /** Handed in and up for stickers; not in the deck yet. */
        PROPOSED,
        /** Can be chosen. */
        ACTIVE,
        /** Out of the deck; earlier readings keep its text. */
        RETIRED
    }

    OwnStatement in(State next) {
        return new OwnStatement(id, theme, text, next, predecessor, addedAt);
    }

    OwnStatement about(Theme other) {
        return new OwnStatement(id, other, text, state, predecessor, addedAt);
    }

    Statement statement() {
        return new Statement(id, theme, text, text);
    }
}
