package nl.balansmonitor.teams;

import java.util.Optional;
import nl.balansmonitor.shared.SessionId;

/** The card on which somebody settles an action, and which he sees again afterwards. */
sealed interface ActionSurface {

    /** The start card of a session, which looks back. */
    record LookBack(SessionId of) implements ActionSurface {}

    /** The summary of a session. */
    record Summary(SessionId of) implements ActionSurface {}

    /** The answer to {@code acties}. */
    record List() implements ActionSurface {}

    /** The session whose card it is. */
    default Optional<SessionId> session() {
        return switch (this) {
            case LookBack(SessionId of) -> Optional.of(of);
            case Summary(SessionId of) -> Optional.of(of);
            case List() -> Optional.empty();
        };
    }

    /** The verb with which its form is sent. */
    default String adjustVerb() {
        return this instanceof LookBack ? "lookback.adjust" : "action.adjust";
    }

    /** The verb with which one goes back to it. */
    default String viewVerb() {
        return this instanceof LookBack ? "lookback.view" : "action.view";
    }
}
