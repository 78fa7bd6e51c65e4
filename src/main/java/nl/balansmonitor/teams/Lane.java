package nl.balansmonitor.teams;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.teams.botframework.Conversation;
import nl.balansmonitor.teams.botframework.DeliveryException;
import nl.balansmonitor.teams.botframework.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * What waits to be sent to one space, one thing at a time and in order: Teams answers 412 to operations on one conversation that overlap.
 * Its virtual thread lives as long as it does: until there has been nothing to send for a while.
 */
final class Lane {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final int MOST_REPLIES = 100;
    private static final Duration LONGEST_SEND = Duration.ofSeconds(12);

    /** Between two looks at what a session should show: drawing its cards for each of many votes at once would slow the votes down. */
    private static final Duration BREATH = Duration.ofMillis(250);

    /** So long it is there for what may follow. */
    private static final Duration LINGER = Duration.ofSeconds(10);

    private final SpaceId space;
    private final Delivery delivery;
    private final Transport transport;
    private final Outbox outbox;
    private final Backlog backlog;
    private final Backoff backoff;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Reply> replies = new ArrayDeque<>();
    private final WorkQueue<Outbox.Entry> cards = new WorkQueue<>();
    private final Set<Outbox.Entry> kept = new HashSet<>();
    private boolean stopped;
    private boolean ended;
    private long lookedAt = now() - BREATH.toNanos();
    private long busyUntil = now() + LINGER.toNanos();
    private long heldUntil = now();

    private record Reply(Conversation where, Message message, long since) {}

    Lane(SpaceId space, Delivery delivery, Transport transport, Outbox outbox, Backlog backlog, Backoff backoff) {
        this.space = space;
        this.delivery = delivery;
        this.transport = transport;
        this.outbox = outbox;
        this.backlog = backlog;
        this.backoff = backoff;
    }

    /** Begins to send. To be called once. */
    void start() {
        Thread.ofVirtual().name("lane-" + space).start(this::run);
    }

    /**
     * Something about these cards is going to change: should this process not come to it, the next one looks.
     *
     * @return false if the lane has ended and took nothing
     */
    boolean keep(Outbox.Entry entry) {
        lock.lock();
        try {
            if (!ended && !kept.contains(entry)) {
                outbox.keep(entry);
                kept.add(entry);
            }
            return !ended;
        } finally {
            lock.unlock();
        }
    }

    /** Something about these cards changed, or may have. False if the lane has ended and took nothing. */
    boolean touch(Outbox.Entry entry) {
        lock.lock();
        try {
            if (!keep(entry)) {
                return false;
            }
            cards.add(entry, Math.max(now(), lookedAt + BREATH.toNanos()));
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Posts an answer to what somebody typed. Lost if the process ends first: he can type again. Without room for it the oldest one that
     * waits here is dropped, or this one if there is none.
     *
     * @return false if the lane has ended and took nothing
     */
    boolean reply(Conversation where, Message message) {
        lock.lock();
        try {
            if (ended) {
                return false;
            }
            boolean room = replies.size() < MOST_REPLIES && backlog.enter();
            if (!room) {
                backlog.dropped();
                if (replies.pollFirst() == null) {
                    return true;
                }
            }
            replies.addLast(new Reply(where, message, now()));
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** How much waits here to be looked at or sent, what is being sent included. */
    int waiting() {
        lock.lock();
        try {
            return replies.size() + cards.size();
        } finally {
            lock.unlock();
        }
    }

    /** For how long the oldest has been waiting of what could be sent; zero if there is nothing. */
    Duration oldest() {
        lock.lock();
        try {
            long now = now();
            long reply = replies.isEmpty() ? 0 : now - replies.getFirst().since();
            return Duration.ofNanos(Math.max(reply, cards.age(now)));
        } finally {
            lock.unlock();
        }
    }

    /** Sends nothing more but what is being sent now. */
    void stop() {
        lock.lock();
        try {
            stopped = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for what is being sent when it is stopped, so that it can still be remembered. */
    void awaitEnd() {
        lock.lock();
        try {
            long left = LONGEST_SEND.toNanos();
            while (!ended && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            for (Optional<Errand> errand = next(); errand.isPresent(); errand = next()) {
                perform(errand.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end();
        }
    }

    private void end() {
        lock.lock();
        try {
            ended = true;
            backlog.left(replies.size());
            replies.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private interface Errand {
        void perform() throws InterruptedException;
    }

    /** Waits for the next thing to do; empty once there has been nothing for long enough, and then the lane has ended. */
    private Optional<Errand> next() throws InterruptedException {
        lock.lock();
        try {
            while (!stopped) {
                long now = now();
                Optional<Errand> ready = now >= heldUntil ? ready(now) : Optional.empty();
                if (ready.isPresent()) {
                    return ready;
                }
                OptionalLong soonest = replies.isEmpty() ? cards.next() : OptionalLong.of(now);
                if (soonest.isEmpty() && now >= busyUntil) {
                    break;
                }
                long until = soonest.isEmpty() ? busyUntil : Math.max(heldUntil, soonest.getAsLong());
                changed.awaitNanos(until - now);
            }
            end();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** What can be sent now; answers first, as somebody waits for them. */
    private Optional<Errand> ready(long now) {
        if (!replies.isEmpty()) {
            Reply reply = replies.getFirst();
            return Optional.of(() -> answer(reply));
        }
        return cards.take(now).map(entry -> {
            lookedAt = now;
            return () -> deliver(entry);
        });
    }

    private void perform(Errand errand) throws InterruptedException {
        try {
            errand.perform();
            backoff.reset();
        } catch (DeliveryException.Retryable e) {
            hold(e.retryAfter());
            LOG.atLevel(backoff.failures() == 1 ? Level.INFO : Level.DEBUG)
                    .log(
                            "Teams does not take it now, next try in {} ms: {}",
                            (heldUntil - now()) / 1_000_000,
                            e.getMessage());
        } catch (RuntimeException e) {
            hold(Optional.empty());
            LOG.error("sending to {} failed", space, e);
        }
        busyUntil = now() + LINGER.toNanos();
    }

    /** It stays in the queue until it is sent, as a failure leaves it to be sent again. */
    private void answer(Reply reply) throws InterruptedException {
        try {
            transport.post(reply.where(), reply.message());
        } catch (DeliveryException.Final | DeliveryException.ActivityGone e) {
            LOG.warn("Teams refuses an answer: {}", e.getMessage());
        }
        lock.lock();
        try {
            if (replies.remove(reply)) {
                backlog.left(1);
            }
        } finally {
            lock.unlock();
        }
    }

    private void deliver(Outbox.Entry entry) throws InterruptedException {
        try {
            delivered(entry, delivery.deliver(entry));
        } catch (RuntimeException e) {
            failed(entry);
            throw e;
        }
    }

    private void delivered(Outbox.Entry entry, Delivery.Next next) {
        lock.lock();
        try {
            cards.done(entry);
            switch (next) {
                case Delivery.Next.Wait() -> {}
                case Delivery.Next.Again(Duration after) -> cards.add(entry, now() + after.toNanos());
                case Delivery.Next.Finished() -> forget(entry);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Unless something came in meanwhile. */
    private void forget(Outbox.Entry entry) {
        if (!cards.contains(entry)) {
            kept.remove(entry);
            outbox.forget(entry);
        }
    }

    private void failed(Outbox.Entry entry) {
        lock.lock();
        try {
            cards.failed(entry, now());
        } finally {
            lock.unlock();
        }
    }

    /** Leaves Teams alone for a while; after too long the lane lets go of what it holds. */
    private void hold(Optional<Duration> asked) {
        lock.lock();
        try {
            Optional<Duration> pause = backoff.next(asked, now());
            if (pause.isPresent()) {
                heldUntil = now() + pause.get().toNanos();
                return;
            }
            LOG.error("Teams took nothing for too long: {} is let go until something happens there", space);
            backlog.gaveUp(replies.size(), cards.waiting());
            replies.clear();
            cards.clear();
        } finally {
            lock.unlock();
        }
    }

    private static long now() {
        return System.nanoTime();
    }
}
