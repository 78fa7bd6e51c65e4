package nl.balansmonitor.teams.botframework;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.balansmonitor.operations.HealthStatus;
import nl.balansmonitor.teams.botframework.Supply.State.AtHand;
import nl.balansmonitor.teams.botframework.Supply.State.Missing;
import nl.balansmonitor.teams.botframework.Supply.State.NotNeeded;
import nl.balansmonitor.teams.botframework.Supply.State.Untried;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ApplicationListener;

/**
 * The health of a {@link Supply}: down or {@linkplain HealthStatus#DEGRADED degraded} while it is missing, unknown before the first try.
 *
 * <p>The first try is made at start and another after each look that finds nothing at hand, so that what is told doesn't wait for the next
 * message. Neither start nor look waits for it.
 */
final class SupplyHealth implements HealthIndicator, ApplicationListener<ApplicationStartedEvent> {

    private final Supply supply;
    private final Executor background;
    private final Status whileMissing;
    private final AtomicBoolean trying = new AtomicBoolean();

    SupplyHealth(Supply supply, Executor background) {
        this(supply, background, Status.DOWN);
    }

    /** @param whileMissing what is told then */
    SupplyHealth(Supply supply, Executor background, Status whileMissing) {
        this.supply = supply;
        this.background = background;
        this.whileMissing = whileMissing;
    }

    @Override
    public void onApplicationEvent(ApplicationStartedEvent started) {
        tryToReplenish();
    }

    @Override
    public Health health() {
        return switch (supply.state()) {
            case NotNeeded notNeeded -> Health.up().withDetail("needed", false).build();
            case AtHand atHand -> Health.up().build();
            case Untried untried -> {
                tryToReplenish();
                yield Health.unknown().build();
            }
            case Missing missing -> {
                tryToReplenish();
                yield Health.status(whileMissing)
                        .withDetail("reason", missing.reason())
                        .build();
            }
        };
    }

    private void tryToReplenish() {
        if (trying.compareAndSet(false, true)) {
            background.execute(() -> {
                try {
                    supply.replenish();
                } finally {
                    trying.set(false);
                }
            });
        }
    }
}
