package nl.balansmonitor.actions;

import java.time.Instant;
import java.time.LocalDate;
import nl.balansmonitor.shared.MemberId;

/**
 * What somebody did with an action.
 *
 * @param what         its text before
 * @param feedbackDate its feedback date before
 */
public record Change(Instant at, MemberId by, Kind kind, String what, LocalDate feedbackDate) {

    /** What an action owes the team at its feedback date, and what can be decided then. */
    public enum Kind {
        /** Ticked off. */
        DONE,
        /** Taken up again, with a new feedback date. */
        AGAIN,
        /** Said differently, or given more or less time. */
        ADJUSTED
    }
}
