package nl.balansmonitor.teams;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.StorageUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets one instance of the bot at a time send the cards of a session, of however many that work on one store: what two would send at
 * once would stand twice in the channel. A claim is a lease in the session's {@link Outbox} entry. Who has it keeps it through the
 * interval between two updates, so that nobody else updates a card too early; then it is given back. Of one who was killed it runs out.
 *
 * <p>The clocks of instances may differ by a second.
 */
@Component
class Claims {

    private static final Logger LOG = LoggerFactory.getLogger(Claims.class);
    private static final Duration SKEW = Duration.ofSeconds(1);

    private final Outbox outbox;
    private final SendingProperties properties;
    private final Clock clock;
    private final String instance;
    private final Map<Outbox.Entry, Held> held = new ConcurrentHashMap<>();

    Claims(Outbox outbox, Documents documents, SendingProperties properties, Clock clock) {
        this.outbox = outbox;
        this.properties = properties;
        this.clock = clock;
        this.instance = documents.shared() ? UUID.randomUUID().toString() : "only";
    }

    /** In nanoseconds of this process: the clock on the wall may jump. */
    private record Held(long since, long usedAt) {}

    /**
     * Claims an entry for what is sent next, or prolongs the claim.
     *
     * @return empty if it is ours now for at least five sixths of the lease; otherwise when to ask again
     */
    Optional<Duration> hold(Outbox.Entry entry) {
        if (holds(entry)) {
            return Optional.empty();
        }
        long now = System.nanoTime();
        Instant asked = clock.instant();
        Outbox.Kept kept = outbox.claim(entry, instance, asked.minus(SKEW), asked.plus(properties.lease()));
        if (kept.heldBy(instance)) {
            held.put(entry, new Held(now, now));
            return Optional.empty();
        }
        held.remove(entry);
        return Optional.of(properties.updateInterval());
    }

    /** Whether it is ours now for at least five sixths of the lease. */
    boolean holds(Outbox.Entry entry) {
        Held mine = held.get(entry);
        return mine != null
                && System.nanoTime() - mine.since() < properties.lease().toNanos() / 6;
    }

    /** Something was sent just now. */
    void used(Outbox.Entry entry) {
        held.computeIfPresent(entry, (e, mine) -> new Held(mine.since(), System.nanoTime()));
    }

    /**
     * Gives an entry back for which there is nothing to send.
     *
     * @return empty if it is not, or no longer, ours; otherwise how long it has to be kept still, so that updates keep their interval
     */
    Optional<Duration> release(Outbox.Entry entry) {
        Held mine = held.get(entry);
        if (mine == null) {
            return Optional.empty();
        }
        Duration left = properties.updateInterval().minusNanos(System.nanoTime() - mine.usedAt());
        if (left.isPositive()) {
            return Optional.of(left);
        }
        outbox.release(entry, instance);
        held.remove(entry);
        return Optional.empty();
    }

    /** Whether its holder, another instance, died in the midst of it. */
    boolean abandoned(Outbox.Kept kept) {
        return !kept.heldBy(instance) && kept.abandonedAt(clock.instant().minus(SKEW));
    }

    /** Hands back what this instance has, for others to go on at once. */
    void releaseAll() {
        for (Outbox.Entry entry : held.keySet()) {
            try {
                outbox.release(entry, instance);
            } catch (StorageUnavailableException e) {
                LOG.warn("no claim could be handed back, they run out in {}: {}", properties.lease(), e.getMessage());
                return;
            }
        }
        held.clear();
    }
}
