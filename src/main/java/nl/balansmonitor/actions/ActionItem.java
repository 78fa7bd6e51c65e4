package nl.balansmonitor.actions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
 * @param history      what became of it, the first change first
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
        Optional<Instant> doneAt,
        List<Change> history) {

    /** The longest text of an action. */
    public static final int LONGEST = 200;

    /** Whether an action still asks for something. */
    public enum State {
        OPEN,
        DONE
    }

    /** Keeps its own copy of the history; one that an earlier version stored has none. */
    @SuppressWarnings("ConstantValue") // what is read from the store may lack it
    public ActionItem {
        history = history == null ? List.of() : List.copyOf(history);
    }

    /** Whether this is still to be done. */
    public boolean open() {
        return state == State.OPEN;
    }

    /** When what it says now was agreed. */
    public Instant saidAt() {
        return history.isEmpty() ? agreedAt : history.getLast().at();
    }

    /** What was last decided about it since then; empty if nothing was. */
    public Optional<Change> changedSince(Instant moment) {
        return history.stream().filter(c -> !c.at().isBefore(moment)).reduce((older, newer) -> newer);
    }

    boolean lastChangeIs(Change.Kind kind) {
        return !history.isEmpty() && history.getLast().kind() == kind;
    }

    LocalDate feedbackDateAt(Instant moment) {
        return history.stream()
                .filter(c -> !c.at().isBefore(moment))
                .findFirst()
                .map(Change::feedbackDate)
                .orElse(feedbackDate);
    }

    /** Whether this is its owner or a leader, who may decide what becomes of it. */
    public boolean mayBeSettledBy(Actor actor) {
        return actor.leader() || actor.member().equals(owner);
    }

    ActionItem doneAt(Instant moment, MemberId by) {
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
                Optional.of(moment),
                with(new Change(moment, by, Change.Kind.DONE, what, feedbackDate)));
    }

    /** Whether a proposal would leave it as it is. */
    boolean says(Proposal proposal) {
        return proposal.owner().equals(owner)
                && proposal.what().equals(what)
                && proposal.feedbackDate().equals(feedbackDate);
    }

    ActionItem changed(Change.Kind kind, Proposal next, Instant moment, MemberId by) {
        return new ActionItem(
                id,
                session,
                statement,
                next.what(),
                next.owner(),
                next.ownerName(),
                next.feedbackDate(),
                state,
                agreedAt,
                doneAt,
                with(new Change(moment, by, kind, what, feedbackDate)));
    }

    private List<Change> with(Change next) {
        return Stream.concat(history.stream(), Stream.of(next)).toList();
    }
}
