package nl.balansmonitor.rhythm;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The days on which a school works: no weekend, no public holiday, and none of the school holidays of its region. */
@Service
public class SchoolDays {

    /**
     * Whether a school works on this day.
     *
     * @param region empty if the space's isn't known: then no day is a school holiday
     */
    public boolean includes(LocalDate date, Optional<Region> region) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /**
     * The school day that lies so many school days before a date; the date itself need not be one.
     *
     * @param days 1 to 20
     */
    public LocalDate before(LocalDate date, int days, Optional<Region> region) {
        LocalDate day = date;
        for (int left = days; left > 0; ) {
            day = day.minusDays(1);
            if (includes(day, region)) {
                left--;
            }
        }
        return day;
    }

    /** The first school day that isn't before a date. */
    public LocalDate from(LocalDate date, Optional<Region> region) {
        LocalDate day = date;
        while (!includes(day, region)) {
            day = day.plusDays(1);
        }
        return day;
    }
}
