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
 * @param giveUpAfter    what could not be delivered in so long is let go
 */
@ConfigurationProperties("balans.sending")
record SendingProperties(
        @DefaultValue("3s") Duration updateInterval,
        @DefaultValue("2s") Duration firstRetry,
        @DefaultValue("20s") Duration longestRetry,
        @DefaultValue("24h") Duration giveUpAfter) {}
