package nl.balansmonitor.rhythm;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.balansmonitor.shared.SessionId;

/**
 * One session of a plan, and what became of it. It is one for good: the day that the plan gave it names it, wherever it is moved.
 *
 * @param date      the day of the plan, which no two occasions of a space share
 * @param interim   whether it is for one statement only
 * @param at        when it is, in the space's zone
 * @param moved     whether a leader chose that moment
 * @param announced the moments for which the channel was told that it comes, the last one last
 * @param session   what it became; only once it has begun
 * @param why       why it was missed; only if it was
 * @param told      whether the channel hears that it was missed
 * @param next      when the one after it was to be as it was skipped or missed
 */
public record Occasion(
        LocalDate date,
        boolean interim,
        State state,
        LocalDateTime at,
        boolean moved,
        List<LocalDateTime> announced,
        Optional<SessionId> session,
        Optional<Missed> why,
        boolean told,
        Optional<LocalDateTime> next) {

    /** Where an occasion is. */
    public enum State {
        /** Nobody was told yet. */
        PLANNED,
        ANNOUNCED,
        /** It begins now; a crash in this state goes on with it. */
        BEGINNING,
        BEGUN,
        SKIPPED,
        MISSED,
        /** The plan has no such day any more. */
        WITHDRAWN
    }

    /** Why an occasion did not take place. */
    public enum Missed {
        /** Nobody was there to begin it, for too long. */
        TOO_LATE,
        /** The team was at work in another session. */
        AT_WORK,
        /** The session could not begin, as when there is no statement left to suggest. */
        NOT_POSSIBLE
    }

    /** Keeps its own copy of the list. */
    public Occasion {
        announced = List.copyOf(announced);
    }

    static Occasion planned(Timetable.Slot slot, Plan plan) {
        return new Occasion(
                slot.date(),
                slot.interim(),
                State.PLANNED,
                slot.date().atTime(plan.time()),
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    /** Whether it is still to come, for all that is known. */
    public boolean open() {
        return switch (state) {
            case PLANNED, ANNOUNCED -> true;
            case BEGINNING, BEGUN, SKIPPED, MISSED, WITHDRAWN -> false;
        };
    }

    /** Whether nothing is left to do for it. A skipped one may still be put back. */
    public boolean over() {
        return switch (state) {
            case PLANNED, ANNOUNCED, BEGINNING -> false;
            case BEGUN, SKIPPED, MISSED, WITHDRAWN -> true;
        };
    }

    /**
     * When it is. Of an hour that daylight saving repeats, the first one counts; one that it leaves out is as much later as was left out:
     * the rule of {@link LocalDateTime#atZone}.
     */
    public Instant beginsAt(ZoneId zone) {
        return at.atZone(zone).toInstant();
    }

    Occasion announced(LocalDateTime moment) {
        List<LocalDateTime> all =
                Stream.concat(announced.stream(), Stream.of(moment)).distinct().toList();
        return new Occasion(date, interim, State.ANNOUNCED, at, moved, all, session, why, told, next);
    }

    Occasion in(State newer) {
        return new Occasion(date, interim, newer, at, moved, announced, session, why, told, next);
    }

    Occasion begun(SessionId as) {
        return new Occasion(
                date,
                interim,
                State.BEGUN,
                at,
                moved,
                announced,
                Optional.of(as),
                Optional.empty(),
                false,
                Optional.empty());
    }

    Occasion skipped(Optional<LocalDateTime> following) {
        return new Occasion(date, interim, State.SKIPPED, at, moved, announced, session, why, told, following);
    }

    Occasion missed(Missed reason, boolean tell, Optional<LocalDateTime> following) {
        return new Occasion(
                date, interim, State.MISSED, at, moved, announced, session, Optional.of(reason), tell, following);
    }

    /** Moved by a leader; what he had skipped takes place after all. */
    Occasion movedTo(LocalDateTime moment) {
        State now = announced.isEmpty() ? State.PLANNED : State.ANNOUNCED;
        return new Occasion(date, interim, now, moment, true, announced, session, why, told, Optional.empty());
    }

    /** As a plan has it now, unless a leader moved it. */
    Occasion following(Timetable.Slot slot, Plan plan) {
        LocalDateTime now = moved ? at : slot.date().atTime(plan.time());
        return new Occasion(date, slot.interim(), state, now, moved, announced, session, why, told, next);
    }
}
