package nl.balansmonitor.rhythm;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The school holidays of the three regions as the Dutch ministry of education fixes them for some years ahead, or advises them, in the
 * Regeling vaststelling schoolvakanties. Read once from a data file that names its sources; immutable.
 *
 * @see <a href="https://www.rijksoverheid.nl/onderwerpen/schoolvakanties">rijksoverheid.nl</a>
 */
@Component
class SchoolHolidays {

    /** Names another file than the one in the program. */
    static final String SETTING = "balans.rhythm.school-holidays";

    private final SchoolHolidayFile file;

    /**
     * Reads the file.
     *
     * @throws InvalidSchoolHolidaysException if it says anything but whole school years without a gap
     */
    SchoolHolidays(@Value("${" + SETTING + ":classpath:/nl/balansmonitor/rhythm/school-holidays.json}") Resource file) {
        this.file = SchoolHolidayFile.read(file);
    }

    /** Whether this day is in a school holiday, first and last day included; never so outside the school years of the file. */
    boolean include(LocalDate date, Region region) {
        return in(region).anyMatch(holiday -> holiday.includes(date));
    }

    /** The last day up to which the holidays of all regions are known: the end of a summer. */
    LocalDate endOn() {
        return Stream.of(Region.values())
                .map(region -> in(region)
                        .map(SchoolHoliday::last)
                        .max(Comparator.naturalOrder())
                        .orElseThrow())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** When whoever keeps the file compared it with its source. */
    LocalDate checkedOn() {
        return file.checkedOn();
    }

    private Stream<SchoolHoliday> in(Region region) {
        return file.holidays().stream().filter(holiday -> holiday.regions().contains(region));
    }
}
