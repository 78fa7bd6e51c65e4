package nl.balansmonitor.trends;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.function.Predicate;
import nl.balansmonitor.actions.ActionItem;

/**
 * What became of the actions that were agreed in a period. In time is an action that was done on its feedback date or before, and that is
 * the date it had when it was done: a team that takes an action up again, or gives it more time, agrees anew. How often that helped is said
 * beside it.
 *
 * @param doneInTime    done on the feedback date or before, in the space's zone
 * @param afterMoreTime how many of those had a later feedback date by then than was agreed at first
 * @param doneLate      done after the feedback date
 * @param overdue       open, and the feedback date is over
 * @param notYetDue     open, and the feedback date is today or later
 */
public record ActionCounts(int doneInTime, int afterMoreTime, int doneLate, int overdue, int notYetDue) {

    static ActionCounts of(Collection<ActionItem> actions, LocalDate today, ZoneId zone) {
        Predicate<ActionItem> inTime = a -> a.doneAt()
                .filter(at -> !LocalDate.ofInstant(at, zone).isAfter(a.feedbackDate()))
                .isPresent();
        Predicate<ActionItem> over = a -> a.feedbackDate().isBefore(today);
        return new ActionCounts(
                count(actions, inTime),
                count(actions, inTime.and(ActionCounts::gotMoreTime)),
                count(actions, inTime.negate().and(a -> !a.open())),
                count(actions, over.and(ActionItem::open)),
                count(actions, over.negate().and(ActionItem::open)));
    }

    /** How many were agreed. */
    public int agreed() {
        return doneInTime + doneLate + overdue + notYetDue;
    }

    private static boolean gotMoreTime(ActionItem action) {
        return !action.history().isEmpty()
                && action.feedbackDate().isAfter(action.history().getFirst().feedbackDate());
    }

    private static int count(Collection<ActionItem> actions, Predicate<ActionItem> which) {
        return (int) actions.stream().filter(which).count();
    }
}
