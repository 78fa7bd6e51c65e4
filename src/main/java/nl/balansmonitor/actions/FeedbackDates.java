package nl.balansmonitor.actions;

import java.time.LocalDate;
import nl.balansmonitor.shared.ActionId;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.spaces.Space;

/** Hears when an action is to be fed back, and by whom. */
public interface FeedbackDates {

    /**
     * Said before the action is stored so, that a crash in between can't keep anybody from being reminded. It may come to nothing, and may
     * be said again.
     */
    void expect(Space space, ActionId action, MemberId owner, LocalDate date);
}
