package nl.balansmonitor.rhythm;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.balansmonitor.spaces.Space;
import org.springframework.stereotype.Component;

/** What a plan comes to in a space: its days, as far as leaders left them where they were, and the moments at which something happens. */
@Component
class Occasions {

    /** What was said longer ago, as before a holiday, nobody has in mind any more. */
    private static final int MOST_DAYS_AHEAD = 7;

    private final PlanStore store;
    private final SchoolDays days;

    Occasions(PlanStore store, SchoolDays days) {
        this.store = store;
        this.days = days;
    }

    Timetable timetable(Plan plan, Preferences preferences) {
        return new Timetable(plan, date -> days.includes(date, preferences.region()));
    }

    /**
     * The first occasions that are not handled, in the order of the plan's days; those that are over included. What lay in the past as the
     * plan was made counts as withdrawn.
     *
     * @param count at most so many
     */
    List<Occasion> unhandled(Space space, Plan plan, PlanStore.Kept kept, Preferences preferences, int count) {
        List<Timetable.Slot> slots = timetable(plan, preferences).after(kept.handled(), count);
        Map<LocalDate, Occasion> known = store.occasions(
                space.id(), slots.stream().map(Timetable.Slot::date).toList());
        return slots.stream()
                .map(slot -> Optional.ofNullable(known.get(slot.date()))
                        .orElseGet(() -> fresh(space, Occasion.planned(slot, plan), kept.since())))
                .toList();
    }

    private static Occasion fresh(Space space, Occasion planned, Instant since) {
        return planned.beginsAt(space.zone()).isBefore(since) ? planned.in(Occasion.State.WITHDRAWN) : planned;
    }

    /**
     * When the channel is told that it comes: at the hour of reminders of the school day before. Where that is more than a week earlier,
     * as before a holiday, it is at that hour of its own day, unless it begins by then.
     */
    Instant announcedAt(Space space, Occasion occasion, Preferences preferences) {
        LocalDate day = occasion.at().toLocalDate();
        LocalDate dayBefore = days.before(day, 1, preferences.region());
        LocalDateTime thatMorning = day.atTime(preferences.reminderAt());
        boolean tooEarly = dayBefore.isBefore(day.minusDays(MOST_DAYS_AHEAD));
        LocalDateTime told = tooEarly && thatMorning.isBefore(occasion.at())
                ? thatMorning
                : dayBefore.atTime(preferences.reminderAt());
        return told.atZone(space.zone()).toInstant();
    }

    /** When something is to be done for one of these next; empty if that isn't known. */
    Optional<Instant> next(Space space, List<Occasion> occasions, Preferences preferences, Instant now) {
        return occasions.stream()
                .filter(o -> o.open() || o.state() == Occasion.State.SKIPPED)
                .flatMap(o -> Stream.of(announcedAt(space, o, preferences), o.beginsAt(space.zone())))
                .filter(moment -> moment.isAfter(now))
                .min(Instant::compareTo);
    }

    /** Whether a school of the space's region works then. */
    boolean schoolDay(LocalDate date, Preferences preferences) {
        return days.includes(date, preferences.region());
    }
}
