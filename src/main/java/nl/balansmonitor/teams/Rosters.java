package nl.balansmonitor.teams;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import nl.balansmonitor.teams.botframework.Connector;
import nl.balansmonitor.teams.botframework.Conversation;
import nl.balansmonitor.teams.botframework.DeliveryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Who is in which conversation, as Teams lists them, without bots. Kept for ten minutes, as Teams limits how often one may ask. */
@Component
class Rosters {

    private static final Logger LOG = LoggerFactory.getLogger(Rosters.class);
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST_CONVERSATIONS = 10_000;

    private final Connector connector;
    private final Cache<String, List<Member>> cache = Caffeine.newBuilder()
            .expireAfterWrite(KEPT)
            .maximumSize(MOST_CONVERSATIONS)
            .build();

    Rosters(Connector connector) {
        this.connector = connector;
    }

    /** The people of a channel or chat; empty while Teams doesn't say. */
    List<Member> of(Conversation conversation) {
        try {
            return cache.get(
                    conversation.id(),
                    id -> connector.roster(conversation.withoutThread()).stream()
                            .map(Member::of)
                            .toList());
        } catch (DeliveryException e) {
            LOG.warn("Teams gives no roster: {}", e.getMessage());
            return List.of();
        }
    }

    /** Asks Teams again next time, for every conversation: who joins a team joins its channels, and Teams doesn't say which these are. */
    void forget() {
        cache.invalidateAll();
    }
}
