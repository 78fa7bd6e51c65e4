package nl.balansmonitor.rhythm;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * The days on which a school works: no weekend, no public holiday, and none of the school holidays of its region. Without a region they are
 * the country's working days.
 *
 * <p>School holidays are known until {@link #dataEndsOn()}; from then on a day that may be one counts as a school day.
 */
@Service
public class SchoolDays {

    /** The most that can be asked of {@link #before}. */
    public static final int MOST_DAYS = 20;

    /** No row of days off is nearly as long, nor are {@value #MOST_DAYS} school days with the holidays among them. */
    private static final int FAR_ENOUGH = 366;

    private final SchoolHolidays schoolHolidays;
    private final PublicHolidays publicHolidays;

    SchoolDays(SchoolHolidays schoolHolidays, PublicHolidays publicHolidays) {
        this.schoolHolidays = schoolHolidays;
        this.publicHolidays = publicHolidays;
    }

    /**
     * Whether a school works on this day.
     *
     * @param region empty if the space's isn't known: then no day is a school holiday
     */
    public boolean includes(LocalDate date, Optional<Region> region) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY
                && date.getDayOfWeek() != DayOfWeek.SUNDAY
                && !publicHolidays.include(date)
                && region.filter(r -> schoolHolidays.include(date, r)).isEmpty();
    }

    /**
     * The school day that lies so many school days before a date; the date itself need not be one.
     *
     * @param days 1 to {@value #MOST_DAYS}
     */
    public LocalDate before(LocalDate date, int days, Optional<Region> region) {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("1 to " + MOST_DAYS + " days before");
        }
        return date.minusDays(1)
                .datesUntil(date.minusDays(FAR_ENOUGH), Period.ofDays(-1))
                .filter(day -> includes(day, region))
                .skip(days - 1L)
                .findFirst()
                .orElseThrow();
    }

    /** The first school day that isn't before a date. */
    public LocalDate from(LocalDate date, Optional<Region> region) {
        return date.datesUntil(date.plusDays(FAR_ENOUGH))
                .filter(day -> includes(day, region))
                .findFirst()
                .orElseThrow();
    }

    /** The last day up to which the school holidays of all regions are known. */
    public LocalDate dataEndsOn() {
        return schoolHolidays.endOn();
    }
}
