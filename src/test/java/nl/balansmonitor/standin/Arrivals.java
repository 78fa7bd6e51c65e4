package nl.balansmonitor.standin;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Where whoever waits for something to arrive is woken when anything does. */
final class Arrivals {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Duration patience;

    Arrivals(Duration patience) {
        this.patience = patience;
    }

    /** Does what changes the state that others wait for, and wakes them. */
    void announce(Runnable change) {
        lock.lock();
        try {
            change.run();
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until what is looked for is there; looks at once, and again after every arrival.
     *
     * @param whatIsThere told in the error when patience ends
     */
    <T> T await(Supplier<Optional<T>> search, Supplier<String> whatIsThere) {
        lock.lock();
        try {
            var left = patience.toNanos();
            var found = search.get();
            while (found.isEmpty()) {
                if (left <= 0) {
                    throw new AssertionError("nothing of the kind within " + patience + ". " + whatIsThere.get());
                }
                left = arrived.awaitNanos(left);
                found = search.get();
            }
            return found.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", e);
        } finally {
            lock.unlock();
        }
    }
}
