package nl.balansmonitor.rhythm;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * The Dutch public holidays, computed for any year: New Year's Day, Good Friday, Easter, King's Day (on a Saturday where 27 April is a
 * Sunday), Liberation Day in every year, Ascension Day, Whitsun and both days of Christmas.
 *
 * <p>No law makes any of them a day off. Good Friday is among them because
 * <a href="https://www.rijksoverheid.nl/onderwerpen/arbeidsovereenkomst-en-cao/vraag-en-antwoord/goede-vrijdag-vrije-dag">schools are nearly
 * always closed</a> on it.
 */
@Component
class PublicHolidays {

    private final HolidayManager netherlands =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NETHERLANDS));

    boolean include(LocalDate date) {
        return netherlands.isHoliday(date);
    }
}
