package nl.balansmonitor.documents.cosmos;

import java.time.Duration;
import java.util.random.RandomGenerator;
import nl.balansmonitor.documents.StorageUnavailableException;
import reactor.core.publisher.Mono;

/**
 * Tries an operation again, a few times and within one time for all tries, when it failed by what may pass.
 *
 * <p>The SDK retries what was throttled and most reads, but no write whose fate it does not know, and it lets an operation hang for a
 * minute. Its own {@code NonIdempotentWriteRetryOptions} would not do: they know of no deletes, nor of a write that was given up for
 * lack of time.
 *
 * @param timeout for all tries together
 * @param random  spreads the tries of many callers
 */
record Attempts(Duration timeout, RandomGenerator random) {

    private static final int MOST = 3;
    private static final long PAUSE_MILLIS = 20L;

    /** An operation that can be tried again. */
    interface Operation<T> {

        /**
         * Tries it once.
         *
         * @param uncertain whether an earlier try may have been applied
         */
        Mono<T> attempt(boolean uncertain);
    }

    /** @throws StorageUnavailableException if none of the tries could be made or answered */
    <T> T run(String name, Operation<T> operation) {
        long end = System.nanoTime() + timeout.toNanos();
        boolean uncertain = false;
        for (int attempt = 1; ; attempt++) {
            long left = end - System.nanoTime();
            // A try that hangs leaves time for another: half of what is left, the last one all of it.
            var patience = Duration.ofNanos(Math.max(1, attempt == MOST ? left : left / 2));
            try {
                return operation
                        .attempt(uncertain)
                        .delaySubscription(pause(attempt))
                        .timeout(patience)
                        .blockOptional()
                        .orElseThrow();
            } catch (RuntimeException thrown) {
                Throwable cause = Failure.cause(thrown);
                Failure failure = Failure.of(cause);
                if (failure == Failure.BUG) {
                    throw thrown;
                }
                if (cause instanceof StorageUnavailableException known) {
                    throw known;
                }
                if (failure == Failure.REFUSED
                        || attempt == MOST
                        || Thread.currentThread().isInterrupted()) {
                    throw new StorageUnavailableException(
                            "Cosmos DB: %s failed at try %d (%s)".formatted(name, attempt, Failure.describe(cause)),
                            cause);
                }
                uncertain |= failure == Failure.UNCERTAIN;
            }
        }
    }

    private Duration pause(int attempt) {
        return attempt == 1
                ? Duration.ZERO
                : Duration.ofMillis(random.nextLong(PAUSE_MILLIS, 2L * attempt * PAUSE_MILLIS));
    }
}
