package nl.balansmonitor.standin;

import java.time.Instant;

/**
 * One request of the bot to the connector, as it came and as it was answered.
 *
 * @param at             by the stand-in's clock
 * @param nanos          of arrival, {@link System#nanoTime()}
 * @param conversationId as the bot wrote it, with {@code ;messageid=} if it did; empty for {@link Operation#CREATE}
 * @param activityId     as the bot wrote it; empty where the path has none
 * @param body           as it came
 * @param status         0 where the connection was dropped
 */
public record Call(
        Instant at,
        long nanos,
        Operation operation,
        String conversationId,
        String activityId,
        String body,
        int status,
        String answer) {

    /** Whether the connector did what was asked. */
    public boolean succeeded() {
        return status >= 200 && status < 300;
    }
}
