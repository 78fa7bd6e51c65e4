package nl.balansmonitor.operations;

import io.micrometer.core.instrument.MeterRegistry;
import nl.balansmonitor.shared.SpaceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells operators what happened: a line of the log, and one more of the metric {@code balans.events} by {@code event}. In structured logs the
 * line has {@value #EVENT} and {@value #SPACE}; nothing of anybody, and nothing of what anybody answered.
 */
@Component
public class Chronicle {

    /** The field of a structured log that says what happened; of the Elastic Common Schema. */
    public static final String EVENT = "event.action";

    /** The field that says where: a hash of tenant and conversation. */
    public static final String SPACE = "balans.space";

    private static final Logger LOG = LoggerFactory.getLogger(Chronicle.class);

    private final MeterRegistry meters;

    Chronicle(MeterRegistry meters) {
        this.meters = meters;
        for (Happening happening : Happening.values()) {
            count(happening, 0);
        }
    }

    /** To be called once for each time that it happened. */
    public void tell(Happening what, SpaceId where) {
        count(what, 1);
        LOG.atInfo()
                .addKeyValue(EVENT, what.label())
                .addKeyValue(SPACE, where.value())
                .log("{} in {}", what.label(), where);
    }

    private void count(Happening what, int times) {
        meters.counter("balans.events", "event", what.label()).increment(times);
    }
}
