package nl.balansmonitor.teams;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * Keeps to what Teams allows a bot to send into one conversation: 7 in 1 s, 8 in 2 s, 60 in 30 s and 1,800 in an hour (Microsoft Teams,
 * "Optimize your bot with rate limiting"). A token bucket of capacity c and rate r lets at most c + r t through in any time t, so the two
 * below, together, stay within all four.
 */
final class Pace {

    private static final Duration LONGEST_WINDOW = Duration.ofHours(1);

    private final LoadingCache<String, Bucket> buckets = Caffeine.newBuilder()
            .expireAfterAccess(LONGEST_WINDOW)
            .build(conversation -> bucket(TimeMeter.SYSTEM_MILLISECONDS));

    /** Waits for the next turn in this conversation. */
    void await(String conversation) throws InterruptedException {
        buckets.get(conversation).asBlocking().consume(1);
    }

    static Bucket bucket(TimeMeter time) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(4).refillGreedy(18, Duration.ofSeconds(10)))
                .addLimit(limit -> limit.capacity(80).refillGreedy(1700, LONGEST_WINDOW))
                .build();
    }
}
