package nl.balansmonitor.rhythm;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.documents.StorageUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks again and again whether something is due, and has it done. One thing that fails keeps nothing else from being done. The metric
 * {@code balans.due.lateness} by {@code kind} tells how long after its moment each was done.
 */
@Component
public class DueWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DueWatch.class);

    private final DueList list;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Map<Due.Kind, DueTask> tasks = new EnumMap<>(Due.Kind.class);

    DueWatch(DueList list, List<DueTask> tasks, Clock clock, MeterRegistry meters) {
        this.list = list;
        this.clock = clock;
        this.meters = meters;
        tasks.forEach(task -> this.tasks.put(task.kind(), task));
    }

    /**
     * Looks once. What could not be done stays due.
     *
     * @return how many were done
     */
    @Scheduled(
            initialDelayString = "${balans.rhythm.look-interval:20s}",
            fixedDelayString = "${balans.rhythm.look-interval:20s}")
    public int look() {
        try {
            return (int) list.due().stream().filter(this::done).count();
        } catch (StorageUnavailableException e) {
            LOG.warn("no look at what is due: {}", e.getMessage());
            return 0;
        }
    }

    private boolean done(Document<Due> found) {
        Due due = found.content();
        DueTask task = tasks.get(due.kind());
        if (task == null) {
            LOG.warn("nothing here does a {}", due.kind());
            return false;
        }
        try {
            task.look(due.space(), due.subject());
            list.done(found);
            meters.timer("balans.due.lateness", "kind", due.kind().name().toLowerCase(Locale.ROOT))
                    .record(Duration.between(due.at(), clock.instant()));
            return true;
        } catch (RuntimeException e) {
            LOG.warn("a {} waits for the next look", due.kind(), e);
            return false;
        }
    }
}
