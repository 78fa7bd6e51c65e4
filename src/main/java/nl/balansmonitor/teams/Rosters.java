package nl.balansmonitor.teams;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.balansmonitor.teams.botframework.Conversation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Who is in which conversation, as Teams lists them, without bots. Kept for ten minutes, as Teams limits how often one may ask. */
@Component
class Rosters {

    private static final Logger LOG = LoggerFactory.getLogger(Rosters.class);
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST_CONVERSATIONS = 10_000;

    /** Who taps a button gets his answer in three seconds, whether Teams lists the members by then or not. */
    private static final long PATIENCE_MILLIS = 1_500;

    private final Transport transport;
    private final AsyncCache<String, List<Member>> cache = Caffeine.newBuilder()
            .expireAfterWrite(KEPT)
            .maximumSize(MOST_CONVERSATIONS)
            .executor(task -> Thread.ofVirtual().name("roster").start(task))
            .buildAsync();

    Rosters(Transport transport) {
        this.transport = transport;
    }

    /** The people of a channel or chat; empty while Teams doesn't say. */
    List<Member> of(Conversation conversation) {
        try {
            return cache.get(conversation.id(), id -> ask(conversation)).get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("Teams gives no roster: {}", e.toString());
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /** Asks Teams again next time, for every conversation: who joins a team joins its channels, and Teams doesn't say which these are. */
    void forget() {
        cache.synchronous().invalidateAll();
    }

    private List<Member> ask(Conversation conversation) {
        try {
            return transport.roster(conversation.withoutThread()).stream()
                    .map(Member::of)
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking for a roster", e);
        }
    }
}
