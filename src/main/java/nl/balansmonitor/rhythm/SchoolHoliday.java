package nl.balansmonitor.rhythm;

import java.time.LocalDate;
import java.util.Set;

/**
 * One school holiday, as a line of the data file has it.
 *
 * @param schoolYear the two years it spans, such as {@code 2026-2027}
 * @param regions    where it falls on these days
 * @param first      the first day without school; usually a Saturday
 * @param last       the last day without school; usually a Sunday
 */
record SchoolHoliday(String schoolYear, Kind holiday, Set<Region> regions, LocalDate first, LocalDate last) {

    /** The holidays of a school year, in their order. Those of Christmas, May and summer are bound by law, the others are advice. */
    enum Kind {
        AUTUMN,
        CHRISTMAS,
        SPRING,
        MAY,
        SUMMER
    }

    /** Keeps its own copy of the regions. */
    SchoolHoliday {
        regions = Set.copyOf(regions);
    }

    boolean includes(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last);
    }
}
