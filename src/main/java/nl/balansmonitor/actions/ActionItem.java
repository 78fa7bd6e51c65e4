package nl.balansmonitor.actions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import nl.balansmonitor.shared.ActionId;
import nl.balansmonitor.shared.Actor;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.StatementId;

/**
 * A small, concrete thing that somebody will do.
 *
 * @param statement    the one that caused it
 * @param what         one line, 1 to {@value #LONGEST} characters, as it was written
 * @param owner        who does it
 * @param ownerName    his name at the time
 * @param feedbackDate when the team hears of it, in the space's zone
 * @param doneAt       empty while it is open
 */
public record ActionItem(
        ActionId id,
        SessionId session,
        StatementId statement,
        String what,
        MemberId owner,
        String ownerName,
        LocalDate feedbackDate,
        State state,
        Instant agreedAt,
        Optional<Instant> doneAt) {

    /** The longest text of an action. */
    public static final int LONGEST = 200;

    /** Whether an action still asks for something. */
    public enum State {
        OPEN,
        DONE
    }

    /** Whether this is still to be done. */
    public boolean open() {
        return state == State.OPEN;
    }

    boolean mayBeSettledBy(Actor actor) {
        return actor.leader() || actor.member().equals(owner);
    }

    ActionItem doneAt(Instant moment) {
        return new ActionItem(
                id,
                session,
                statement,
                what,
                owner,
                ownerName,
                feedbackDate,
                State.DONE,
                agreedAt,
                Optional.of(moment));
    }
}
