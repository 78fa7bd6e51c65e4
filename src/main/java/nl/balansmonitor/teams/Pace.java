package nl.balansmonitor.teams;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import nl.balansmonitor.teams.botframework.Conversation;

/**
 * Keeps to what Teams allows a bot to send: into one conversation 7 in 1 s, 8 in 2 s, 60 in 30 s and 1,800 in an hour, and 30 requests in
 * 1 s to all conversations of one tenant (Microsoft Teams, "Optimize your bot with rate limiting"). A token bucket of capacity c and rate
 * r lets at most c + r t through in any time t; those below, together, stay within all five. Each instance of the bot has buckets of its
 * own: since only one at a time sends the cards of a session, what two could send to one conversation is what people type there.
 */
final class Pace {

    private static final Duration LONGEST_WINDOW = Duration.ofHours(1);

    private final LoadingCache<String, Bucket> conversations = Caffeine.newBuilder()
            .expireAfterAccess(LONGEST_WINDOW)
            .build(conversation -> ofConversation(TimeMeter.SYSTEM_MILLISECONDS));
    private final LoadingCache<String, Bucket> tenants = Caffeine.newBuilder()
            .expireAfterAccess(LONGEST_WINDOW)
            .build(tenant -> ofTenant(TimeMeter.SYSTEM_MILLISECONDS));

    /** Waits for the next turn to write into this conversation. */
    void awaitWriting(Conversation where) throws InterruptedException {
        conversations.get(where.id() + where.thread().orElse("")).asBlocking().consume(1);
        awaitAny(where);
    }

    /** Waits for the next turn of anything in the conversation's tenant. */
    void awaitAny(Conversation where) throws InterruptedException {
        tenants.get(where.tenantId()).asBlocking().consume(1);
    }

    static Bucket ofConversation(TimeMeter time) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(4).refillGreedy(18, Duration.ofSeconds(10)))
                .addLimit(limit -> limit.capacity(80).refillGreedy(1700, LONGEST_WINDOW))
                .build();
    }

    static Bucket ofTenant(TimeMeter time) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(6).refillGreedy(24, Duration.ofSeconds(1)))
                .build();
    }
}
