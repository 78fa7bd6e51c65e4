package nl.balansmonitor.standin;

import java.time.Clock;
import java.time.Duration;

/**
 * How a stand-in behaves; {@link #defaults()} is Teams as it is, with clients that don't refresh cards by themselves.
 *
 * @param port       of the one HTTP server; 0 for any free one
 * @param clock      what rate limits, message ids and timestamps go by. Tokens go by the real time, because their verifiers do
 * @param botName    the name that members mention
 * @param refreshes  whether clients call a card's {@code refresh} action whenever the card appears or changes
 * @param limits     whether rate limits hold
 * @param tokenLife  what a token answer says of its own validity
 * @param patience   how long, in real time, awaiting methods wait before they fail
 */
public record Settings(
        int port,
        Clock clock,
        String appId,
        String appSecret,
        String tenantId,
        String botName,
        boolean refreshes,
        boolean limits,
        Duration tokenLife,
        Duration patience) {

    /** A free port, the system clock, rate limits on, refreshes off, and a patience of 20 seconds. */
    public static Settings defaults() {
        return new Settings(
                0,
                Clock.systemUTC(),
                Ids.uuid("the bot's app"),
                "standin-secret",
                Ids.uuid("the school's tenant"),
                "Balans-Monitor",
                false,
                true,
                Duration.ofSeconds(3599),
                Duration.ofSeconds(20));
    }

    /** Serves on this port. */
    public Settings onPort(int value) {
        return new Settings(value, clock, appId, appSecret, tenantId, botName, refreshes, limits, tokenLife, patience);
    }

    /** Rate limits, message ids and timestamps go by this clock. */
    public Settings withClock(Clock value) {
        return new Settings(port, value, appId, appSecret, tenantId, botName, refreshes, limits, tokenLife, patience);
    }

    /** Clients refresh cards, as Teams' do. */
    public Settings withRefreshes() {
        return new Settings(port, clock, appId, appSecret, tenantId, botName, true, limits, tokenLife, patience);
    }

    /** Nothing is throttled: for load tests of what lies before the sender. */
    public Settings withoutLimits() {
        return new Settings(port, clock, appId, appSecret, tenantId, botName, refreshes, false, tokenLife, patience);
    }

    /** Tokens that the bot is given are good for so long. */
    public Settings withTokenLife(Duration value) {
        return new Settings(port, clock, appId, appSecret, tenantId, botName, refreshes, limits, value, patience);
    }

    /** Awaiting methods give up after this. */
    public Settings withPatience(Duration value) {
        return new Settings(port, clock, appId, appSecret, tenantId, botName, refreshes, limits, tokenLife, value);
    }
}
