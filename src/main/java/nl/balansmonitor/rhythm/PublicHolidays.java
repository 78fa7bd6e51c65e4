package nl.balansmonitor.rhythm;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
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

    /** Made beside the start and not in it: reading the calendar takes a second while Java is cold. */
    private final FutureTask<HolidayManager> netherlands =
            new FutureTask<>(() -> HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NETHERLANDS)));

    PublicHolidays() {
        Thread.ofVirtual().name("public-holidays").start(netherlands);
    }

    boolean include(LocalDate date) {
        return netherlands().isHoliday(date);
    }

    private HolidayManager netherlands() {
        try {
            return netherlands.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the public holidays are read", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the public holidays can't be read", e);
        }
    }
}
