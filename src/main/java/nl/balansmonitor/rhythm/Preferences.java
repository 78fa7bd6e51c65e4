package nl.balansmonitor.rhythm;

import java.time.LocalTime;
import java.util.Optional;

/**
 * When one space wants to hear from the bot.
 *
 * @param region     whose school holidays it has; empty while nobody said
 * @param reminderAt the hour of reminders, in the space's zone
 * @param daysBefore how many school days before a feedback date its owner is reminded for the first time, 1 to {@value #MOST_DAYS_BEFORE}
 */
public record Preferences(Optional<Region> region, LocalTime reminderAt, int daysBefore) {

    /** The earliest first reminder. */
    public static final int MOST_DAYS_BEFORE = 10;

    /** What holds where nothing was chosen. */
    public static final Preferences USUAL = new Preferences(Optional.empty(), LocalTime.of(8, 0), 3);

    /** Rejects days out of range. */
    public Preferences {
        if (daysBefore < 1 || daysBefore > MOST_DAYS_BEFORE) {
            throw new IllegalArgumentException("1 to " + MOST_DAYS_BEFORE + " days before");
        }
    }
}
