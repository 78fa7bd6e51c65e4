package nl.balansmonitor.rhythm;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.spaces.Space;

/**
 * When a team holds its sessions, and of what kind they are. Days and hours are meant in the space's zone.
 *
 * @param weeks        how many weeks a period has, 1 to {@value #MOST_WEEKS}; 0 unless it is counted in weeks
 * @param firstDate    from which on the periods are counted; the first session is on the weekday on or after it
 * @param weekday      Monday to Friday
 * @param time         from 07:00 to 18:00
 * @param statements   how many are suggested, 1 to {@value #MOST_STATEMENTS}
 * @param interimCheck whether one statement is measured in the middle between two sessions
 * @param openDays     for how many days a session is open, 1 to {@value #MOST_OPEN_DAYS}; 0 for one in the meeting
 * @param plannedBy    who facilitates while he leads
 */
public record Plan(
        Frequency frequency,
        int weeks,
        LocalDate firstDate,
        DayOfWeek weekday,
        LocalTime time,
        int statements,
        boolean interimCheck,
        int openDays,
        MemberId plannedBy) {

    /** The longest period that is counted in weeks. */
    public static final int MOST_WEEKS = 26;

    /** The most statements of a session. */
    public static final int MOST_STATEMENTS = 3;

    /** The longest that a session is open. */
    public static final int MOST_OPEN_DAYS = 14;

    static final LocalTime EARLIEST = LocalTime.of(7, 0);
    static final LocalTime LATEST = LocalTime.of(18, 0);

    /** With a shorter period a team would do nothing else. */
    private static final int SHORTEST_WITH_INTERIM = 28;

    /** Rejects what {@link #obstacle} finds. */
    public Plan {
        obstacle(frequency, weeks, weekday, time, statements, interimCheck, openDays)
                .ifPresent(reason -> {
                    throw new IllegalArgumentException("no plan: " + reason);
                });
    }

    /** Why this is no plan; empty if it is one. */
    static Optional<PlanRefusal> obstacle(
            Frequency frequency,
            int weeks,
            DayOfWeek weekday,
            LocalTime time,
            int statements,
            boolean interimCheck,
            int openDays) {
        boolean inWeeks = frequency == Frequency.EVERY_N_WEEKS;
        if (inWeeks ? weeks < 1 || weeks > MOST_WEEKS : weeks != 0) {
            return Optional.of(PlanRefusal.WEEKS_OUT_OF_RANGE);
        }
        if (weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY) {
            return Optional.of(PlanRefusal.WEEKEND);
        }
        if (!possible(time)) {
            return Optional.of(PlanRefusal.TIME_OUT_OF_RANGE);
        }
        if (statements < 1 || statements > MOST_STATEMENTS) {
            return Optional.of(PlanRefusal.STATEMENTS_OUT_OF_RANGE);
        }
        int period = frequency.shortestDays(weeks);
        if (interimCheck && period < SHORTEST_WITH_INTERIM) {
            return Optional.of(PlanRefusal.INTERIM_TOO_OFTEN);
        }
        if (openDays < 0 || openDays > MOST_OPEN_DAYS) {
            return Optional.of(PlanRefusal.OPEN_DAYS_OUT_OF_RANGE);
        }
        return openDays >= (interimCheck ? period / 2 : period)
                ? Optional.of(PlanRefusal.OPEN_PAST_NEXT)
                : Optional.empty();
    }

    static boolean possible(LocalTime time) {
        return !time.isBefore(EARLIEST) && !time.isAfter(LATEST);
    }

    /** When the periods begin, the first one being number 0. */
    LocalDate period(long number) {
        return frequency.after(firstDate, number, weeks);
    }

    /** The period that a date lies in; negative before the first one. */
    long periodOf(LocalDate date) {
        return frequency.periods(firstDate, date, weeks);
    }

    /** Who facilitates a session that begins now: who planned it, or, once he leads no more, the first leader. */
    MemberId facilitator(Space space) {
        return space.leaders().contains(plannedBy) || space.leaders().isEmpty()
                ? plannedBy
                : space.leaders().getFirst();
    }
}
