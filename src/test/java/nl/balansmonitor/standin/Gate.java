package nl.balansmonitor.standin;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds requests inside the connector until a test lets them go on: overlaps without timing. */
public final class Gate {

    private static final int PATIENCE_SECONDS = 20;

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);

    Gate() {}

    /** Waits until a request is being held. */
    public void awaitArrival() {
        await(arrived, "no request came to the gate");
    }

    /** Lets all that is held, and all that comes later, go on. */
    public void open() {
        opened.countDown();
    }

    void pass() {
        arrived.countDown();
        await(opened, "nobody opened the gate");
    }

    static void await(CountDownLatch latch, String otherwise) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError(otherwise + " within " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(otherwise, e);
        }
    }
}
