package nl.balansmonitor.teams;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.teams.botframework.Conversation;
import nl.balansmonitor.teams.botframework.DeliveryException;
import nl.balansmonitor.teams.botframework.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits to be sent to one space, one thing at a time and in order: Teams answers 412 to operations on one conversation that overlap.
 * Its virtual thread lives while there is something to send.
 */
final class Lane {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final int MOST_REPLIES = 100;
    private static final Duration LONGEST_SEND = Duration.ofSeconds(15);

    /** Between two looks at what a session should show: drawing its cards for each of many votes at once would slow the votes down. */
    private static final Duration BREATH = Duration.ofMillis(250);

    private final SpaceId space;
    private final Delivery delivery;
    private final Outbox outbox;
    private final SendingProperties properties;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Reply> replies = new ArrayDeque<>();
    private final Map<Outbox.Entry, Long> due = new LinkedHashMap<>();
    private final Set<Outbox.Entry> kept = new HashSet<>();
    private boolean running;
    private boolean stopped;
    private int failures;
    private long lookedAt = now() - BREATH.toNanos();
    private long failingSince;
    private long heldUntil;

    private record Reply(Conversation where, Message message) {}

    Lane(SpaceId space, Delivery delivery, Outbox outbox, SendingProperties properties) {
        this.space = space;
        this.delivery = delivery;
        this.outbox = outbox;
        this.properties = properties;
    }

    /** Something about these cards is going to change: should this process not come to it, the next one looks. */
    void keep(Outbox.Entry entry) {
        lock.lock();
        try {
            if (!kept.contains(entry)) {
                outbox.keep(entry);
                kept.add(entry);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Something about these cards changed, or may have. */
    void touch(Outbox.Entry entry) {
        lock.lock();
        try {
            keep(entry);
            due.merge(entry, Math.max(now(), lookedAt + BREATH.toNanos()), Math::min);
            wake();
        } finally {
            lock.unlock();
        }
    }

    /** Posts an answer to what somebody typed. Lost if the process ends first: he can type again. */
    void reply(Conversation where, Message message) {
        lock.lock();
        try {
            if (replies.size() == MOST_REPLIES) {
                LOG.warn("more than {} answers wait for Teams; the oldest is dropped", MOST_REPLIES);
                replies.removeFirst();
            }
            replies.addLast(new Reply(where, message));
            wake();
        } finally {
            lock.unlock();
        }
    }

    /** Sends nothing more; what is being sent now is waited for, so that it can still be remembered. */
    void stop() {
        lock.lock();
        try {
            stopped = true;
            changed.signalAll();
            long left = LONGEST_SEND.toNanos();
            while (running && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void wake() {
        if (running) {
            changed.signalAll();
        } else if (!stopped) {
            running = true;
            Thread.ofVirtual().name("lane-" + space).start(this::run);
        }
    }

    private void run() {
        try {
            for (Optional<Errand> errand = next(); errand.isPresent(); errand = next()) {
                perform(errand.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Errand {
        void perform() throws InterruptedException;
    }

    /** Waits for the next thing to do; empty once there is nothing left, and then this thread is no longer the lane's. */
    private Optional<Errand> next() throws InterruptedException {
        lock.lock();
        try {
            while (!stopped && !(replies.isEmpty() && due.isEmpty())) {
                long now = now();
                Optional<Map.Entry<Outbox.Entry, Long>> first =
                        due.entrySet().stream().min(Map.Entry.comparingByValue());
                if (now >= heldUntil) {
                    Reply reply = replies.peekFirst();
                    if (reply != null) {
                        return Optional.of(() -> answer(reply));
                    }
                    if (first.isPresent() && first.get().getValue() <= now) {
                        Outbox.Entry entry = first.get().getKey();
                        due.remove(entry);
                        lookedAt = now;
                        return Optional.of(() -> deliver(entry));
                    }
                }
                long until = Math.max(
                        heldUntil, replies.isEmpty() ? first.orElseThrow().getValue() : now);
                changed.awaitNanos(until - now);
            }
            running = false;
            changed.signalAll();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private void perform(Errand errand) throws InterruptedException {
        try {
            errand.perform();
            failures = 0;
        } catch (DeliveryException.Retryable e) {
            hold(e.retryAfter());
            LOG.info(
                    "Teams does not take it now, next try in {} ms: {}",
                    (heldUntil - now()) / 1_000_000,
                    e.getMessage());
        } catch (RuntimeException e) {
            hold(Optional.empty());
            LOG.error("sending to {} failed", space, e);
        }
    }

    private void answer(Reply reply) throws InterruptedException {
        try {
            delivery.post(reply.where(), reply.message());
        } catch (DeliveryException.Final | DeliveryException.ActivityGone e) {
            LOG.warn("Teams refuses an answer: {}", e.getMessage());
        }
        lock.lock();
        try {
            replies.remove(reply);
        } finally {
            lock.unlock();
        }
    }

    private void deliver(Outbox.Entry entry) throws InterruptedException {
        Delivery.Next next;
        try {
            next = delivery.deliver(entry);
        } catch (RuntimeException e) {
            again(entry, now());
            throw e;
        }
        switch (next) {
            case Delivery.Next.Wait() -> {}
            case Delivery.Next.Again(Duration after) -> again(entry, now() + after.toNanos());
            case Delivery.Next.Finished() -> forget(entry);
        }
    }

    private void again(Outbox.Entry entry, long when) {
        lock.lock();
        try {
            due.merge(entry, when, Math::min);
        } finally {
            lock.unlock();
        }
    }

    private void forget(Outbox.Entry entry) {
        lock.lock();
        try {
            if (!due.containsKey(entry)) {
                kept.remove(entry);
                outbox.forget(entry);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Exponential backoff with jitter; what Teams asks for counts if it is longer. After too long the lane lets go of what it holds. */
    private void hold(Optional<Duration> asked) {
        lock.lock();
        try {
            if (failures == 0) {
                failingSince = now();
            }
            if (now() - failingSince > properties.giveUpAfter().toNanos()) {
                LOG.error(
                        "Teams took nothing for {}: {} is let go until something happens there",
                        properties.giveUpAfter(),
                        space);
                replies.clear();
                due.clear();
                failures = 0;
                return;
            }
            long base = Math.min(
                    properties.longestRetry().toNanos(), properties.firstRetry().toNanos() << Math.min(failures, 10));
            long backoff = Math.min(
                    properties.longestRetry().toNanos(),
                    base + ThreadLocalRandom.current().nextLong(base / 2 + 1));
            failures++;
            heldUntil = now() + Math.max(backoff, asked.map(Duration::toNanos).orElse(0L));
        } finally {
            lock.unlock();
        }
    }

    private static long now() {
        return System.nanoTime();
    }
}
