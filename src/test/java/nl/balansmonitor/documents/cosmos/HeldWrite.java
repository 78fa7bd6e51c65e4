package nl.balansmonitor.documents.cosmos;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One write that the {@link FaultProxy} holds, so that a test can do something while it is under way: kill the application, say. */
public final class HeldWrite {

    /** Where on its way. */
    public enum When {
        /** The store hasn't seen it. */
        BEFORE_IT_IS_APPLIED,
        /** The store has done it, the application doesn't know yet. */
        BEFORE_IT_IS_ANSWERED
    }

    private final Optional<String> partition;
    private final AtomicInteger before;
    private final When when;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    /**
     * Nothing is held yet.
     *
     * @param partition only writes there count; empty for all
     * @param number    which of them, the first being 1
     */
    HeldWrite(Optional<String> partition, int number, When when) {
        this.partition = partition;
        this.before = new AtomicInteger(number);
        this.when = when;
    }

    /** Waits until it is held. @return false if so many writes haven't come in this time */
    public boolean awaitHeld(Duration patience) throws InterruptedException {
        return reached.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Lets it go on. A second call does nothing. */
    public void release() {
        released.countDown();
    }

    /** Whether this write of a document is the one. */
    boolean isIt(String partitionOfWrite) {
        return partition.filter(p -> !p.equals(partitionOfWrite)).isEmpty() && before.decrementAndGet() == 0;
    }

    When when() {
        return when;
    }

    void hold() throws InterruptedException {
        reached.countDown();
        released.await();
    }
}
