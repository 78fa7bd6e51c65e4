package nl.balansmonitor.operations;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes down when the health of a part changes: who looks at the log alone can alert on it, and knows since when. Parts that are well when
 * the program starts are not worth a line.
 */
@Component
class HealthWatch {

    private static final Logger LOG = LoggerFactory.getLogger(HealthWatch.class);
    private static final String SUFFIX = "HealthIndicator";

    private final Map<String, HealthIndicator> indicators;
    private final Map<String, Status> last = new ConcurrentHashMap<>();

    HealthWatch(Map<String, HealthIndicator> indicators) {
        this.indicators = Map.copyOf(indicators);
    }

    /** Looks once at every part. */
    @Scheduled(initialDelayString = "${balans.health.interval:30s}", fixedDelayString = "${balans.health.interval:30s}")
    void look() {
        indicators.forEach((bean, indicator) -> {
            Status now = Objects.requireNonNull(indicator.health(false)).getStatus();
            Status before = Objects.requireNonNullElse(last.put(bean, now), Status.UP);
            if (!now.equals(before)) {
                String part = bean.replace(SUFFIX, "");
                LOG.atLevel(isWell(now) ? Level.INFO : Level.WARN)
                        .addKeyValue(Chronicle.EVENT, "health.changed")
                        .addKeyValue("balans.part", part)
                        .addKeyValue("balans.health", now.getCode())
                        .log("the health of {} is {}, it was {}", part, now, before);
            }
        });
    }

    private static boolean isWell(Status status) {
        return status.equals(Status.UP) || status.equals(Status.UNKNOWN);
    }
}
