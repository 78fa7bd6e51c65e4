package nl.balansmonitor.rhythm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.balansmonitor.actions.ActionItem;
import nl.balansmonitor.actions.Actions;
import nl.balansmonitor.documents.Decision;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.Key;
import nl.balansmonitor.shared.ActionId;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.spaces.Spaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Which reminders the owners of actions get. Each is given once; of several whose moments were missed only the last, as the earlier ones
 * make no sense any more. After the third one that follows the date, the action waits for the next session's look-back.
 */
@Service
public class Reminders {

    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);

    /** So long after its moment the last one is still given. */
    private static final Duration LATE = Duration.ofDays(7);

    private final Documents documents;
    private final Spaces spaces;
    private final Actions actions;
    private final ReminderCalendar calendar;
    private final Clock clock;

    Reminders(Documents documents, Spaces spaces, Actions actions, ReminderCalendar calendar, Clock clock) {
        this.documents = documents;
        this.spaces = spaces;
        this.actions = actions;
        this.calendar = calendar;
        this.clock = clock;
    }

    private record Given(List<Reminder> reminders) {

        Given with(Reminder next) {
            return new Given(Stream.concat(reminders.stream(), Stream.of(next)).toList());
        }
    }

    /**
     * Gives the reminder whose moment has come, unless it was given before; and has somebody look again at the next one. A moment that lay
     * in the past already when the date was agreed is none.
     *
     * @return whether there is one now: it may still have to be posted
     */
    public boolean look(SpaceId id, ActionId action) {
        Optional<ActionItem> open = actions.find(id, action).filter(ActionItem::open);
        if (open.isEmpty()) {
            return false;
        }
        ActionItem item = open.get();
        Space space = spaces.of(id);
        calendar.lookNext(space, action, item.feedbackDate());
        Optional<Reminder> due = due(space, item);
        due.filter(reminder -> !given(id, action).contains(reminder)).ifPresent(reminder -> give(id, action, reminder));
        return due.isPresent();
    }

    /** The reminders of an action until now, the first one first. */
    public List<Reminder> given(SpaceId space, ActionId action) {
        return documents
                .read(key(space, action), Given.class)
                .map(document -> document.content().reminders())
                .orElse(List.of());
    }

    /** After the hours at which a space wants to be reminded have changed; a second call changes nothing. */
    public void replan(Space space) {
        actions.open(space.id()).forEach(item -> calendar.lookNext(space, item.id(), item.feedbackDate()));
    }

    private Optional<Reminder> due(Space space, ActionItem item) {
        Instant now = clock.instant();
        List<ReminderCalendar.Moment> passed = calendar.moments(space, item.feedbackDate()).stream()
                .filter(moment -> !moment.at().isAfter(now) && moment.at().isAfter(item.saidAt()))
                .toList();
        if (passed.isEmpty()) {
            return Optional.empty();
        }
        ReminderCalendar.Moment last = passed.getLast();
        if (last.at().plus(LATE).isBefore(now)) {
            LOG.info("a reminder of {} is skipped: nobody looked for more than {}", last.at(), LATE);
            return Optional.empty();
        }
        return Optional.of(new Reminder(last.stage(), item.feedbackDate()));
    }

    private void give(SpaceId space, ActionId action, Reminder reminder) {
        if (documents.create(key(space, action), new Given(List.of(reminder))).isEmpty()) {
            documents.decide(
                    key(space, action),
                    Given.class,
                    (Given before) -> before.reminders().contains(reminder)
                            ? Decision.leave(before)
                            : Decision.write(before.with(reminder), before));
        }
    }

    private static Key key(SpaceId space, ActionId action) {
        return Space.partition(space).key("reminders:" + action);
    }
}
