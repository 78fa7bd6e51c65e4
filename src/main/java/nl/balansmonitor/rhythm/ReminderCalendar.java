package nl.balansmonitor.rhythm;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.balansmonitor.actions.FeedbackDates;
import nl.balansmonitor.shared.ActionId;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.spaces.Memberships;
import nl.balansmonitor.spaces.Space;
import org.springframework.stereotype.Service;

/** When owners are reminded: some school days before the feedback date, on it, and after it once a week, three times at most. */
@Service
class ReminderCalendar implements FeedbackDates {

    private final PreferenceStore preferences;
    private final SchoolDays schoolDays;
    private final DueList dueList;
    private final Memberships memberships;
    private final Clock clock;

    ReminderCalendar(
            PreferenceStore preferences, SchoolDays schoolDays, DueList dueList, Memberships memberships, Clock clock) {
        this.preferences = preferences;
        this.schoolDays = schoolDays;
        this.dueList = dueList;
        this.memberships = memberships;
        this.clock = clock;
    }

    /** When one reminder is given. */
    record Moment(Reminder.Stage stage, Instant at) {}

    @Override
    public void expect(Space space, ActionId action, MemberId owner, LocalDate date) {
        memberships.note(owner, space.id());
        lookNext(space, action, date);
    }

    /** Sees to it that somebody looks at the first moment that is still to come. */
    void lookNext(Space space, ActionId action, LocalDate date) {
        Instant now = clock.instant();
        moments(space, date).stream()
                .map(Moment::at)
                .filter(now::isBefore)
                .findFirst()
                .ifPresent(at -> dueList.add(new Due(Due.Kind.REMINDER, space.id(), action.value(), at)));
    }

    /**
     * All moments for one feedback date, the earliest first. Those after the date wait for a school day, and each is at least a week after
     * the one before it. An hour that daylight saving skips is the one after it; one that comes twice is the first.
     */
    List<Moment> moments(Space space, LocalDate date) {
        Preferences wanted = preferences.of(space.id());
        LocalDate before = schoolDays.before(date, wanted.daysBefore(), wanted.region());
        LocalDate first = schoolDays.from(date.plusWeeks(1), wanted.region());
        LocalDate second = schoolDays.from(first.plusWeeks(1), wanted.region());
        LocalDate third = schoolDays.from(second.plusWeeks(1), wanted.region());
        return List.of(
                moment(space, wanted, Reminder.Stage.BEFORE, before),
                moment(space, wanted, Reminder.Stage.ON, date),
                moment(space, wanted, Reminder.Stage.FIRST_AFTER, first),
                moment(space, wanted, Reminder.Stage.SECOND_AFTER, second),
                moment(space, wanted, Reminder.Stage.THIRD_AFTER, third));
    }

    private static Moment moment(Space space, Preferences wanted, Reminder.Stage stage, LocalDate day) {
        return new Moment(
                stage, day.atTime(wanted.reminderAt()).atZone(space.zone()).toInstant());
    }
}
