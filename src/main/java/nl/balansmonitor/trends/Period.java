package nl.balansmonitor.trends;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Optional;

/** How far back a trend looks. */
public enum Period {
    /** Since the last 1st of August: the school year of Dutch law (Wet op het primair onderwijs, article 1). */
    THIS_SCHOOL_YEAR,
    /** Since this day last year, that day included, so that a yearly session has the one before beside it. */
    LAST_TWELVE_MONTHS,
    /** Since the first session. */
    EVERYTHING;

    private static final MonthDay SCHOOL_YEAR = MonthDay.of(Month.AUGUST, 1);

    /** The first day of the period that ends today; empty if nothing bounds it. */
    public Optional<LocalDate> firstDay(LocalDate today) {
        return switch (this) {
            case THIS_SCHOOL_YEAR -> {
                LocalDate start = SCHOOL_YEAR.atYear(today.getYear());
                yield Optional.of(start.isAfter(today) ? start.minusYears(1) : start);
            }
            case LAST_TWELVE_MONTHS -> Optional.of(today.minusYears(1));
            case EVERYTHING -> Optional.empty();
        };
    }
}
