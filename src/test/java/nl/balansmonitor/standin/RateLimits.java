package nl.balansmonitor.standin;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Teams' limits per bot per thread, and per app per tenant (msteams-docs, bots/how-to/rate-limit.md). What is refused doesn't count
 * towards a limit.
 */
final class RateLimits {

    private static final List<Limit> WRITES =
            List.of(Limit.of(7, 1), Limit.of(8, 2), Limit.of(60, 30), Limit.of(1800, 3600));
    private static final List<Limit> READS =
            List.of(Limit.of(14, 1), Limit.of(16, 2), Limit.of(120, 30), Limit.of(3600, 3600));
    private static final List<Limit> TENANT = List.of(Limit.of(50, 1));

    private final Clock clock;
    private final Map<String, Window> windows = new ConcurrentHashMap<>();

    RateLimits(Clock clock) {
        this.clock = clock;
    }

    /** Counts a request if it may pass; otherwise says after which time the next may. */
    Optional<Duration> refuse(String thread, boolean writes) {
        var now = clock.millis();
        var own = windows.computeIfAbsent((writes ? "write " : "read ") + thread, key -> new Window());
        var tenant = windows.computeIfAbsent("tenant", key -> new Window());
        synchronized (this) {
            var wait = Math.max(own.wait(now, writes ? WRITES : READS), tenant.wait(now, TENANT));
            if (wait > 0) {
                return Optional.of(Duration.ofMillis(wait));
            }
            own.times.add(now);
            tenant.times.add(now);
            return Optional.empty();
        }
    }

    private record Limit(int requests, long millis) {

        static Limit of(int requests, int seconds) {
            return new Limit(requests, seconds * 1000L);
        }
    }

    private static final class Window {

        private static final int KEPT = 3600;

        private final List<Long> times = new ArrayList<>();

        /** Milliseconds until one more request keeps every limit. */
        long wait(long now, List<Limit> limits) {
            if (times.size() > 2 * KEPT) {
                times.subList(0, times.size() - KEPT).clear();
            }
            var longest = 0L;
            for (var limit : limits) {
                var first = times.size() - limit.requests();
                if (first >= 0) {
                    longest = Math.max(longest, times.get(first) + limit.millis() - now);
                }
            }
            return longest;
        }
    }
}
