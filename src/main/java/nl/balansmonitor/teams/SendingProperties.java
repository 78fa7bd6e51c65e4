package nl.balansmonitor.teams;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the bot sends.
 *
 * @param updateInterval a card that shows progress is updated at most once in so long
 * @param firstRetry     how long to wait after a first failure that may pass; doubled each time, with up to half of it added by chance
 * @param longestRetry   never longer than this, unless Teams asks for it
 * @param giveUpAfter    what could not be delivered in so long is let go until something happens in that space
 * @param circuitPause   how long an address of Teams is left alone once most calls there fail
 * @param mostWaiting    so many answers to what people type wait in memory; beyond that the oldest are dropped
 * @param lease          for so long one instance of the bot has a session's cards to itself; longer than a call to Teams may take, 10 s
 * @param sweepInterval  how often an instance looks for what another one left undone
 * @param lateAfter      what has been waiting for longer is written down as late, once a minute
 */
@ConfigurationProperties("balans.sending")
record SendingProperties(
        @DefaultValue("3s") Duration updateInterval,
        @DefaultValue("2s") Duration firstRetry,
        @DefaultValue("20s") Duration longestRetry,
        @DefaultValue("24h") Duration giveUpAfter,
        @DefaultValue("5s") Duration circuitPause,
        @DefaultValue("10000") int mostWaiting,
        @DefaultValue("12s") Duration lease,
        @DefaultValue("30s") Duration sweepInterval,
        @DefaultValue("10m") Duration lateAfter) {

    /** Refuses what can't be meant. */
    SendingProperties {
        require(!updateInterval.isNegative(), "update-interval must not be negative");
        require(firstRetry.isPositive(), "first-retry must be longer than nothing");
        require(longestRetry.compareTo(firstRetry) >= 0, "longest-retry must not be shorter than first-retry");
        require(giveUpAfter.isPositive(), "give-up-after must be longer than nothing");
        require(circuitPause.isPositive(), "circuit-pause must be longer than nothing");
        require(mostWaiting > 0, "most-waiting must be 1 or more");
        require(lease.compareTo(updateInterval) > 0, "lease must be longer than update-interval");
        require(sweepInterval.isPositive(), "sweep-interval must be longer than nothing");
        require(lateAfter.isPositive(), "late-after must be longer than nothing");
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalArgumentException("balans.sending." + otherwise);
        }
    }
}
