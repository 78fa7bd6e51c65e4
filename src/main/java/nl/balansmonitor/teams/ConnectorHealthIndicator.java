package nl.balansmonitor.teams;

import nl.balansmonitor.operations.HealthStatus;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * The health {@code connector}: whether what is to be sent leaves at once, or an address of Teams is sick and being left alone. Degraded at
 * worst: another instance reaches Teams no better, and taps are answered all the same.
 */
@Component
class ConnectorHealthIndicator extends AbstractHealthIndicator {

    private final Circuits circuits;

    ConnectorHealthIndicator(Circuits circuits) {
        this.circuits = circuits;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        int sick = circuits.sick();
        builder.status(sick == 0 ? Status.UP : HealthStatus.DEGRADED).withDetail("sickAddresses", sick);
    }
}
