package nl.balansmonitor.documents.cosmos;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One write that the {@link FaultProxy} holds, so that a test can do something while it is under way: kill the application, say. */
public final class HeldWrite {

    /** Where on its way. */
    public enum When {
        /** The store hasn't seen it. */
        BEFORE_IT_IS_APPLIED,
        /** The store has done it, the application doesn't know yet. */
        BEFORE_IT_IS_ANSWERED
    }

    private final int number;
    private final When when;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    HeldWrite(int number, When when) {
        this.number = number;
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

    int number() {
        return number;
    }

    When when() {
        return when;
    }

    void hold() throws InterruptedException {
        reached.countDown();
        released.await();
    }
}
