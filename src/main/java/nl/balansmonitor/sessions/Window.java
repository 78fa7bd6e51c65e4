package nl.balansmonitor.sessions;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.balansmonitor.shared.Outcome;

/**
 * The days for which a session stays open, so that everybody can react when it suits him.
 *
 * @param opensAt  when the thermometers opened
 * @param halfWay  when those who have not reacted yet are reminded; never after {@code revealAt}, and at it there is no reminder
 * @param revealAt when what is not revealed yet is revealed by itself: {@link #REVEAL_TIME} on the last day, in the space's zone
 * @param closesAt when it closes by itself, {@value #DAYS_TO_TALK} days later: its key must not live for ever
 */
public record Window(Instant opensAt, Instant halfWay, Instant revealAt, Instant closesAt) {

    /** The farthest last day, counted from today. */
    public static final int MOST_DAYS = 14;

    /** Late enough for whoever teaches until three, early enough to be read that day. */
    public static final LocalTime REVEAL_TIME = LocalTime.of(16, 0);

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final int DAYS_TO_TALK = 7;
    private static final int[] USUAL_DAYS = {2, 5, 7, MOST_DAYS};

    /** Rejects moments that are not in their order. */
    public Window {
        if (!opensAt.isBefore(revealAt) || halfWay.isAfter(revealAt) || !revealAt.isBefore(closesAt)) {
            throw new IllegalArgumentException(
                    "not in order: %s, %s, %s, %s".formatted(opensAt, halfWay, revealAt, closesAt));
        }
    }

    /**
     * From now until a last day. Two windows of one day that begin within the same hour have the same moments but for their beginning.
     *
     * @param lastDay tomorrow at the earliest, {@value #MOST_DAYS} days ahead at most; any day of the week
     */
    public static Outcome<Window, SessionRefusal> until(LocalDate lastDay, Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        if (!lastDay.isAfter(today)) {
            return Outcome.refused(SessionRefusal.LAST_DAY_OVER);
        }
        if (lastDay.isAfter(today.plusDays(MOST_DAYS))) {
            return Outcome.refused(SessionRefusal.LAST_DAY_TOO_FAR);
        }
        ZonedDateTime reveal = lastDay.atTime(REVEAL_TIME).atZone(zone);
        ZonedDateTime halfWay = halfWay(now, reveal);
        return Outcome.accepted(new Window(
                now.truncatedTo(ChronoUnit.SECONDS),
                (halfWay.isBefore(reveal) ? halfWay : reveal).toInstant(),
                reveal.toInstant(),
                reveal.plusDays(DAYS_TO_TALK).toInstant()));
    }

    /** Last days to choose from: some days ahead, on no weekend. */
    public static List<LocalDate> usualLastDays(LocalDate today) {
        return IntStream.of(USUAL_DAYS)
                .mapToObj(days -> days < MOST_DAYS
                        ? sameOrNextWeekday(today.plusDays(days))
                        : sameOrPreviousWeekday(today.plusDays(days)))
                .distinct()
                .toList();
    }

    /** Whether the reminder's time has come, and the reveal's has not. */
    public boolean inSecondHalf(Instant now) {
        return !now.isBefore(halfWay) && !revealDue(now);
    }

    /** Whether everything is to be revealed. */
    public boolean revealDue(Instant now) {
        return !now.isBefore(revealAt);
    }

    /** Whether it is to be closed. */
    boolean closeDue(Instant now) {
        return !now.isBefore(closesAt);
    }

    /** Every moment at which time alone changes something, the first one first. */
    public List<Instant> moments() {
        return List.of(halfWay, revealAt, closesAt);
    }

    /** The middle, at a full hour at which people work: not before nine, not after four, not at a weekend. */
    private static ZonedDateTime halfWay(Instant now, ZonedDateTime reveal) {
        ZonedDateTime middle = now.plus(
                        Duration.between(now, reveal.toInstant()).dividedBy(2))
                .atZone(reveal.getZone())
                .truncatedTo(ChronoUnit.HOURS);
        if (middle.toLocalTime().isBefore(MORNING)) {
            middle = middle.with(MORNING);
        } else if (middle.toLocalTime().isAfter(REVEAL_TIME)) {
            middle = middle.plusDays(1).with(MORNING);
        }
        LocalDate day = sameOrNextWeekday(middle.toLocalDate());
        return day.equals(middle.toLocalDate()) ? middle : middle.with(day).with(MORNING);
    }

    private static LocalDate sameOrNextWeekday(LocalDate date) {
        return Stream.iterate(date, day -> day.plusDays(1))
                .filter(Window::onWeekday)
                .findFirst()
                .orElseThrow();
    }

    private static LocalDate sameOrPreviousWeekday(LocalDate date) {
        return Stream.iterate(date, day -> day.minusDays(1))
                .filter(Window::onWeekday)
                .findFirst()
                .orElseThrow();
    }

    private static boolean onWeekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
