package nl.balansmonitor.rhythm;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How often a team holds a session. */
public enum Frequency {
    YEARLY(ChronoUnit.YEARS, 1),
    QUARTERLY(ChronoUnit.MONTHS, 3),
    MONTHLY(ChronoUnit.MONTHS, 1),
    EVERY_N_WEEKS(ChronoUnit.WEEKS, 1);

    private static final int DAYS_A_WEEK = 7;

    private final ChronoUnit unit;
    private final int units;

    Frequency(ChronoUnit unit, int units) {
        this.unit = unit;
        this.units = units;
    }

    /**
     * So many periods after an anchor. It is counted from the anchor and not from period to period, so that 31 January is followed by 28
     * February and then by 31 March.
     *
     * @param weeks the length of a period, where it is counted in weeks
     */
    LocalDate after(LocalDate anchor, long periods, int weeks) {
        return anchor.plus(periods * unitsOf(weeks), unit);
    }

    /** How many whole periods lie between an anchor and a date; negative if the date is earlier. */
    long periods(LocalDate anchor, LocalDate date, int weeks) {
        return Math.floorDiv(unit.between(anchor, date), unitsOf(weeks));
    }

    /** The least number of days that a period has. */
    int shortestDays(int weeks) {
        return switch (this) {
            case YEARLY -> 365;
            case QUARTERLY -> 89;
            case MONTHLY -> 28;
            case EVERY_N_WEEKS -> weeks * DAYS_A_WEEK;
        };
    }

    private int unitsOf(int weeks) {
        return this == EVERY_N_WEEKS ? weeks : units;
    }
}
