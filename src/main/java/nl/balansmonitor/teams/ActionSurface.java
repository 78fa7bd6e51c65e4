package nl.balansmonitor.teams;

import java.util.Optional;
import nl.balansmonitor.shared.ActionId;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;

/** The card on which somebody settles an action, and which he sees again afterwards. */
sealed interface ActionSurface {

    /** The start card of a session, which looks back. */
    record LookBack(SessionId of) implements ActionSurface {}

    /** The summary of a session. */
    record Summary(SessionId of) implements ActionSurface {}

    /** The answer to {@code acties} in a channel. */
    record List() implements ActionSurface {}

    /**
     * The answer to {@code acties} in the chat of one person, from all his spaces.
     *
     * @param of the space of the action that he settles
     */
    record Mine(SpaceId of) implements ActionSurface {

        static final String CARD = "mine";
    }

    /**
     * A reminder of an action.
     *
     * @param of   the space of the action
     * @param slot which one it is
     */
    record Reminder(SpaceId of, ActionId action, String slot) implements ActionSurface {}

    /** The session whose card it is. */
    default Optional<SessionId> session() {
        return switch (this) {
            case LookBack(SessionId of) -> Optional.of(of);
            case Summary(SessionId of) -> Optional.of(of);
            case List list -> Optional.empty();
            case Mine mine -> Optional.empty();
            case Reminder reminder -> Optional.empty();
        };
    }

    /** The space that it is about, where it may lie in a conversation that is another one. */
    default Optional<SpaceId> space() {
        return switch (this) {
            case LookBack lookBack -> Optional.empty();
            case Summary summary -> Optional.empty();
            case List list -> Optional.empty();
            case Mine(SpaceId of) -> Optional.of(of);
            case Reminder(SpaceId of, ActionId action, String slot) -> Optional.of(of);
        };
    }

    /** Tells it from other cards with actions; {@code ""} for those that need no telling. */
    default String card() {
        return switch (this) {
            case LookBack lookBack -> "";
            case Summary summary -> "";
            case List list -> "";
            case Mine mine -> Mine.CARD;
            case Reminder(SpaceId of, ActionId action, String slot) -> slot;
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
