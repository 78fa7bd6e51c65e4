package nl.balansmonitor.standin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What goes wrong on the bot's way to Teams, on demand. Faults are met in the order in which they were asked for. */
public final class Faults {

    /** What happens to one request. */
    sealed interface Fault {

        record Answer(int status, String code, Optional<Duration> retryAfter) implements Fault {}

        record Drop() implements Fault {}

        record LoseAnswer() implements Fault {}

        record Delay(Duration time) implements Fault {}

        record Hold(Gate gate) implements Fault {}
    }

    private record Waiting(Fault fault, String containing, AtomicInteger left) {}

    private final List<Waiting> waiting = new ArrayList<>();
    private final Map<String, String> refused = new ConcurrentHashMap<>();
    private final AtomicInteger failingTokens = new AtomicInteger();
    private volatile Duration latency = Duration.ZERO;

    Faults() {}

    /** From now on every call to the connector takes at least this long. */
    public void latency(Duration time) {
        latency = time;
    }

    /** The next so many requests that create, send, update or delete; say with the result what happens to them. */
    public Next nextSends(int times) {
        return new Next(times, "");
    }

    /** Takes back what {@link #nextSends} asked for and no request has met yet. */
    public void clear() {
        synchronized (waiting) {
            waiting.clear();
        }
    }

    /** The next so many token requests are answered with 503. */
    public void nextTokens(int times) {
        failingTokens.set(times);
    }

    /** Whatever the bot does in this conversation is answered with 403 and this code, {@code ConversationBlockedByUser} for one. */
    public void refuse(Conversation conversation, String code) {
        refused.put(conversation.id(), code);
    }

    /** Takes back {@link #refuse}. */
    public void allow(Conversation conversation) {
        refused.remove(conversation.id());
    }

    /** Teams knows nothing of this post any more: an update meets {@code ActivityNotFoundInConversation}. Members still see it. */
    public void forget(Post post) {
        post.conversation().forget(post);
    }

    /** Requests to which a fault is still to happen, narrowed by what their bodies hold. */
    public final class Next {

        private final int times;
        private final String containing;

        private Next(int times, String containing) {
            this.times = times;
            this.containing = containing;
        }

        /** Only those whose body holds this text as it stands in JSON; deletes have no body. */
        public Next containing(String text) {
            return new Next(times, text);
        }

        /** Answered with this status and not carried out. */
        public void answer(int status, String code) {
            add(new Fault.Answer(status, code, Optional.empty()));
        }

        /** Answered with this status and a {@code Retry-After}, rounded to seconds, and not carried out. */
        public void answer(int status, String code, Duration retryAfter) {
            add(new Fault.Answer(status, code, Optional.of(retryAfter)));
        }

        /** The connection is closed without an answer, and nothing is carried out. */
        public void drop() {
            add(new Fault.Drop());
        }

        /** Carried out, but the connection is closed without an answer. */
        public void loseAnswer() {
            add(new Fault.LoseAnswer());
        }

        /** Carried out after this time. */
        public void delay(Duration time) {
            add(new Fault.Delay(time));
        }

        /** Carried out when the gate is opened; until then the conversation is busy. */
        public Gate hold() {
            var gate = new Gate();
            add(new Fault.Hold(gate));
            return gate;
        }

        private void add(Fault fault) {
            synchronized (waiting) {
                waiting.add(new Waiting(fault, containing, new AtomicInteger(times)));
            }
        }
    }

    Duration latency() {
        return latency;
    }

    Optional<String> refusal(Conversation conversation) {
        return Optional.ofNullable(refused.get(conversation.id()));
    }

    boolean tokenFails() {
        return failingTokens.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    Optional<Fault> next(String body) {
        synchronized (waiting) {
            var met = waiting.stream()
                    .filter(candidate -> body.contains(candidate.containing()))
                    .findFirst();
            if (met.isPresent() && met.get().left().decrementAndGet() <= 0) {
                waiting.remove(met.get());
            }
            return met.map(Waiting::fault);
        }
    }
}
