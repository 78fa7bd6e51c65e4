package nl.balansmonitor.rhythm;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The days that a plan comes to. Pure: the same plan and the same school days give the same days. */
final class Timetable {

    /** So long a session is put off while its day is no school day; longer than any holiday. */
    private static final int MOST_WEEKS_PUT_OFF = 12;

    /** Of periods to go through for one answer: a period of a week within holidays gives no day of its own. */
    private static final int MOST_PERIODS = 100;

    private final Plan plan;
    private final Predicate<LocalDate> schoolDay;

    Timetable(Plan plan, Predicate<LocalDate> schoolDay) {
        this.plan = plan;
        this.schoolDay = schoolDay;
    }

    /**
     * A day of the plan.
     *
     * @param meant   the day it would be if it were a school day
     * @param interim whether it is for one statement only
     */
    record Slot(LocalDate date, LocalDate meant, boolean interim) {}

    /**
     * The first days after a date, in their order. A day on which no school works is put off by whole weeks; days that coincide are one, a
     * whole session rather than an interim check.
     *
     * @param count at most so many
     */
    List<Slot> after(LocalDate date, int count) {
        SortedMap<LocalDate, Slot> found = new TreeMap<>();
        long first = Math.max(0, plan.periodOf(date.minusWeeks(MOST_WEEKS_PUT_OFF + 1)) - 1);
        for (long period = first; period < first + MOST_PERIODS && found.size() <= count; period++) {
            LocalDate begins = plan.period(period);
            LocalDate ends = plan.period(period + 1);
            add(found, date, begins, false);
            if (plan.interimCheck()) {
                add(found, date, begins.plusDays(ChronoUnit.DAYS.between(begins, ends) / 2), true);
            }
        }
        return found.values().stream().limit(count).toList();
    }

    /** Whether the plan has this day. */
    Optional<Slot> on(LocalDate date) {
        return after(date.minusDays(1), 1).stream()
                .filter(slot -> slot.date().equals(date))
                .findFirst();
    }

    private void add(SortedMap<LocalDate, Slot> found, LocalDate after, LocalDate from, boolean interim) {
        LocalDate meant = from.with(TemporalAdjusters.nextOrSame(plan.weekday()));
        LocalDate day = meant;
        for (int weeks = 0; weeks < MOST_WEEKS_PUT_OFF && !schoolDay.test(day); weeks++) {
            day = day.plusWeeks(1);
        }
        if (day.isAfter(after) && schoolDay.test(day)) {
            found.merge(day, new Slot(day, meant, interim), (a, b) -> a.interim() ? b : a);
        }
    }
}
