package nl.balansmonitor.rhythm;

import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Tells the operator at start, half a year ahead and from then on, that the known school holidays come to an end. */
@Component
class SchoolHolidaysEnd implements SmartInitializingSingleton {

    /** Enough to bring out a new version in, or to write the next file. */
    private static final int MONTHS_AHEAD = 6;

    private static final Logger LOG = LoggerFactory.getLogger(SchoolHolidaysEnd.class);

    private final SchoolHolidays holidays;
    private final Clock clock;

    SchoolHolidaysEnd(SchoolHolidays holidays, Clock clock) {
        this.holidays = holidays;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        LocalDate end = holidays.endOn();
        if (LocalDate.now(clock).isBefore(end.minusMonths(MONTHS_AHEAD))) {
            return;
        }
        LOG.warn(
                "School holidays are known up to {} only (checked on {}); later ones will be taken for school days. Install a newer"
                        + " version, or add the next school years of https://www.rijksoverheid.nl/onderwerpen/schoolvakanties to a copy"
                        + " of school-holidays.json and name it in {}.",
                end,
                holidays.checkedOn(),
                SchoolHolidays.SETTING);
    }
}
