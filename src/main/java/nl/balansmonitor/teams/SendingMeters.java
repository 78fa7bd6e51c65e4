package nl.balansmonitor.teams;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Counts what became of what was to be sent: the metric {@code balans.sending} by {@code outcome}. */
@Component
class SendingMeters {

    private final MeterRegistry meters;

    SendingMeters(MeterRegistry meters) {
        this.meters = meters;
        for (Fate fate : Fate.values()) {
            count(fate, 0);
        }
    }

    /** What can become of a post or an update. */
    enum Fate {
        /** A message was posted. */
        POSTED,
        /** A message was replaced. */
        UPDATED,
        /** The message to replace is no more; a fresh one follows. */
        GONE,
        /** Teams will never take it. */
        REFUSED,
        /** Teams asks to come back later. */
        THROTTLED,
        /** Teams gives no answer, or is in trouble. */
        UNAVAILABLE,
        /** There was no token, or Teams did not take it. */
        UNAUTHORIZED,
        /** Not tried, as Teams was in trouble at that address a moment ago. */
        HELD_BACK,
        /** An answer for which there was no room, or which could not be sent in all the time there was. */
        DROPPED,
        /** Cards that could not be sent in all the time there was; they wait in the store until something happens there. */
        GIVEN_UP
    }

    void count(Fate fate) {
        count(fate, 1);
    }

    void count(Fate fate, int times) {
        meters.counter("balans.sending", "outcome", fate.name().toLowerCase(Locale.ROOT))
                .increment(times);
    }
}
