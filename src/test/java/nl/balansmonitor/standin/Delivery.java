package nl.balansmonitor.standin;

import java.time.Duration;

/**
 * What the bot answered to one activity.
 *
 * @param status  of HTTP; 504 where the bot took longer than Teams waits
 * @param elapsed until the whole answer was there
 */
public record Delivery(int status, String body, Duration elapsed) {

    /** Whether the bot took the activity. */
    public boolean accepted() {
        return status >= 200 && status < 300;
    }
}
