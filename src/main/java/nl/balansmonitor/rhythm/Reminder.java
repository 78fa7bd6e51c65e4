package nl.balansmonitor.rhythm;

import java.time.LocalDate;

/**
 * A reminder that was given, or is to be given now.
 *
 * @param date the feedback date that it is about
 */
public record Reminder(Stage stage, LocalDate date) {

    /** Where a reminder stands to the feedback date, in the order in which they come. */
    public enum Stage {
        BEFORE,
        ON,
        FIRST_AFTER,
        SECOND_AFTER,
        THIRD_AFTER
    }
}
