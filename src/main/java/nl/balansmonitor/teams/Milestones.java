package nl.balansmonitor.teams;

import java.util.Optional;
import nl.balansmonitor.operations.Happening;
import nl.balansmonitor.teams.Board.Face;

/**
 * What it means for a team that a card stands in its channel for the first time. Told then and not when it was decided, it covers what time
 * alone brings as well, comes once whatever is repeated, and says what the team has seen.
 */
final class Milestones {

    private Milestones() {}

    /**
     * What has happened; empty if that is not worth telling.
     *
     * @param refused whether Teams did not take the card
     */
    static Optional<Happening> of(Outbox.Entry entry, Face face, boolean refused) {
        if (refused) {
            return entry.kind() == Outbox.Kind.REMINDER ? Optional.of(Happening.REMINDER_REFUSED) : Optional.empty();
        }
        return switch (entry.kind()) {
            case SESSION -> ofSession(face.slot());
            case PROPOSALS -> Optional.of(Happening.DISCUSSION_PROPOSED);
            case REMINDER -> Optional.of(Happening.REMINDER_SENT);
            case OCCASION ->
                Optional.of(
                        face.slot().equals(AnnouncementPresenter.MISSED)
                                ? Happening.SESSION_MISSED
                                : Happening.SESSION_ANNOUNCED);
        };
    }

    private static Optional<Happening> ofSession(String slot) {
        return switch (slot) {
            case Face.ROOT -> Optional.of(Happening.SESSION_BEGUN);
            case Board.WORKSHOP -> Optional.of(Happening.WORKSHOP_OPENED);
            case Board.STICKERS -> Optional.of(Happening.STICKERS_OPENED);
            case Board.HALFWAY -> Optional.of(Happening.SESSION_HALFWAY);
            case Board.SUMMARY -> Optional.of(Happening.SESSION_CLOSED);
            case String statement
            when statement.startsWith(Board.THERMOMETER) -> Optional.of(Happening.STATEMENT_OPENED);
            case String statement when statement.startsWith(Board.REVEAL) -> Optional.of(Happening.STATEMENT_REVEALED);
            default -> Optional.empty();
        };
    }
}
