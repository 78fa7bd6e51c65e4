package nl.balansmonitor.rhythm;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.Outcome;

/**
 * What a leader filled in, as it was sent. What may be left blank means the usual.
 *
 * @param frequency  a {@link Frequency}, or {@value #OFF} for no plan at all
 * @param weeks      counts only where the frequency is in weeks
 * @param firstDate  yyyy-MM-dd
 * @param weekday    a {@link DayOfWeek}; blank for that of the first date
 * @param time       HH:mm
 * @param region     a {@link Region}
 * @param reminderAt HH:mm
 */
public record PlanForm(
        String frequency,
        String weeks,
        String firstDate,
        String weekday,
        String time,
        String statements,
        boolean interimCheck,
        String openDays,
        String region,
        String reminderAt,
        String daysBefore) {

    /** The frequency of who wants no sessions to be planned, and only sets the rest. */
    public static final String OFF = "OFF";

    private static final String USUAL_STATEMENTS = "2";
    private static final int NO_NUMBER = -1;

    /** What a form says, once it was understood. */
    record Wish(Optional<Plan> plan, Preferences preferences) {}

    /** Understands the form, or says what is wrong with it first. */
    Outcome<Wish, PlanRefusal> read(MemberId by) {
        try {
            Preferences wanted = preferences();
            return Outcome.accepted(new Wish(frequency.equals(OFF) ? Optional.empty() : Optional.of(plan(by)), wanted));
        } catch (Mistake mistake) {
            return Outcome.refused(mistake.reason);
        }
    }

    private Plan plan(MemberId by) throws Mistake {
        Frequency often = constant(Frequency.values(), frequency, PlanRefusal.NO_SUCH_FREQUENCY);
        int every = often == Frequency.EVERY_N_WEEKS ? number(weeks) : 0;
        LocalDate first = date(firstDate);
        DayOfWeek day = weekday.isBlank()
                ? first.getDayOfWeek()
                : constant(DayOfWeek.values(), weekday, PlanRefusal.NO_SUCH_WEEKDAY);
        LocalTime at = time(time);
        int count = number(orElse(statements, USUAL_STATEMENTS));
        int open = number(orElse(openDays, "0"));
        Optional<PlanRefusal> obstacle = Plan.obstacle(often, every, day, at, count, interimCheck, open);
        if (obstacle.isPresent()) {
            throw new Mistake(obstacle.get());
        }
        return new Plan(often, every, first, day, at, count, interimCheck, open, by);
    }

    private Preferences preferences() throws Mistake {
        Region where = constant(Region.values(), region, PlanRefusal.NO_SUCH_REGION);
        LocalTime hour = time(orElse(reminderAt, Preferences.USUAL.reminderAt().toString()));
        if (!Plan.possible(hour)) {
            throw new Mistake(PlanRefusal.REMINDER_OUT_OF_RANGE);
        }
        int days = number(orElse(daysBefore, Integer.toString(Preferences.USUAL.daysBefore())));
        if (days < 1 || days > Preferences.MOST_DAYS_BEFORE) {
            throw new Mistake(PlanRefusal.DAYS_BEFORE_OUT_OF_RANGE);
        }
        return new Preferences(Optional.of(where), hour, days);
    }

    static LocalDate date(String sent) throws Mistake {
        try {
            return LocalDate.parse(sent.strip());
        } catch (DateTimeParseException e) {
            throw new Mistake(PlanRefusal.NOT_A_DATE);
        }
    }

    static LocalTime time(String sent) throws Mistake {
        try {
            return LocalTime.parse(sent.strip());
        } catch (DateTimeParseException e) {
            throw new Mistake(PlanRefusal.NOT_A_TIME);
        }
    }

    private static int number(String sent) {
        return sent.strip().matches("\\d{1,4}") ? Integer.parseInt(sent.strip()) : NO_NUMBER;
    }

    private static String orElse(String sent, String usual) {
        return sent.isBlank() ? usual : sent;
    }

    private static <E extends Enum<E>> E constant(E[] all, String sent, PlanRefusal otherwise) throws Mistake {
        return Arrays.stream(all)
                .filter(constant -> constant.name().equals(sent.strip()))
                .findFirst()
                .orElseThrow(() -> new Mistake(otherwise));
    }

    /** Ends the reading of a form; never leaves this package. */
    static final class Mistake extends Exception {

        private static final long serialVersionUID = 1;

        private final PlanRefusal reason;

        Mistake(PlanRefusal reason) {
            super(reason.name());
            this.reason = reason;
        }

        PlanRefusal reason() {
            return reason;
        }
    }
}
