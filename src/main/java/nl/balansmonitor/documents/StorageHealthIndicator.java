package nl.balansmonitor.documents;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** The health {@code storage}, on which readiness depends: whether the store answers. */
@Component
class StorageHealthIndicator extends AbstractHealthIndicator {

    private static final Key NOBODY = new Partition("health").key("probe");

    private final Documents documents;

    StorageHealthIndicator(Documents documents) {
        super("the store does not answer");
        this.documents = documents;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        documents.read(NOBODY, Object.class);
        builder.up();
    }
}
