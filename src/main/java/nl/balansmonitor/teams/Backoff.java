package nl.balansmonitor.teams;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to leave Teams alone after failures in a row: twice as long each time, with up to half of it added by chance, so that those
 * who failed together don't come back together. Not safe for use by several threads.
 */
final class Backoff {

    private static final int MOST_DOUBLINGS = 10;
    private static final int JITTER_OF_ASKED = 10;

    private final SendingProperties properties;
    private final RandomGenerator random;
    private int failures;
    private long failingSince;

    Backoff(SendingProperties properties, RandomGenerator random) {
        this.properties = properties;
        this.random = random;
    }

    /**
     * After one more failure.
     *
     * @param asked what Teams itself asks to wait, which counts if it is longer; a tenth of it may be added by chance
     * @param now   nanoseconds from any fixed moment on
     * @return empty once it has failed for too long; the next failure is then a first one again
     */
    Optional<Duration> next(Optional<Duration> asked, long now) {
        if (failures == 0) {
            failingSince = now;
        } else if (now - failingSince > properties.giveUpAfter().toNanos()) {
            reset();
            return Optional.empty();
        }
        long longest = properties.longestRetry().toNanos();
        long base = Math.min(longest, properties.firstRetry().toNanos() << Math.min(failures, MOST_DOUBLINGS));
        long own = Math.min(longest, base + random.nextLong(base / 2 + 1));
        failures++;
        return Optional.of(Duration.ofNanos(
                Math.max(own, asked.map(Duration::toNanos).map(this::jittered).orElse(0L))));
    }

    /** How often it failed since it last went well. */
    int failures() {
        return failures;
    }

    /** It went well. */
    void reset() {
        failures = 0;
    }

    private long jittered(long asked) {
        return asked + random.nextLong(asked / JITTER_OF_ASKED + 1);
    }
}
