package nl.balansmonitor.teams;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import nl.balansmonitor.teams.SendingMeters.Fate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * How many answers wait for Teams in this process. Only answers to what somebody typed wait in memory, and only they are ever dropped:
 * he can type again. The cards of a session are drawn from the store when Teams takes them, so that none has to wait anywhere.
 */
@Component
class Backlog {

    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);

    private final int most;
    private final SendingMeters outcomes;
    private final AtomicInteger waiting;

    Backlog(SendingProperties properties, SendingMeters outcomes, MeterRegistry meters) {
        this.most = properties.mostWaiting();
        this.outcomes = outcomes;
        this.waiting = meters.gauge("balans.sending.waiting", new AtomicInteger());
    }

    /** Takes a place; false if there is none. */
    boolean enter() {
        if (waiting.incrementAndGet() > most) {
            waiting.decrementAndGet();
            return false;
        }
        return true;
    }

    /** So many places are free again. */
    void left(int places) {
        waiting.addAndGet(-places);
    }

    /** There was no room for an answer. */
    void dropped() {
        outcomes.count(Fate.DROPPED, 1);
        LOG.warn("too many answers wait for Teams: one is dropped");
    }

    /** Teams took nothing for too long: these answers are dropped, and these cards left as they are for now. */
    void gaveUp(int answers, int cards) {
        left(answers);
        outcomes.count(Fate.DROPPED, answers);
        outcomes.count(Fate.GIVEN_UP, cards);
    }
}
