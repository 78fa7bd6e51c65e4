package nl.balansmonitor.teams.botframework;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import nl.balansmonitor.teams.botframework.TokenSource.Grant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The token that the bot speaks to Teams with: fetched once for all who wait for it, renewed after nine tenths of its life, and used to its
 * end if that fails.
 */
final class AccessTokens implements Supply {

    private static final Logger log = LoggerFactory.getLogger(AccessTokens.class);

    /** For so long a failure answers those who waited for the same request. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final TokenSource source;
    private final Clock clock;
    private final Lock fetching = new ReentrantLock();
    private volatile @Nullable Token current;
    private volatile @Nullable Failure lastFailure;

    private record Token(String value, Instant staleFrom, Instant end) {

        static Token of(Grant grant, Instant asked) {
            return new Token(
                    grant.token(),
                    asked.plus(grant.lifetime().multipliedBy(9).dividedBy(10)),
                    asked.plus(grant.lifetime()));
        }

        @Override
        public String toString() {
            return "Token[end=" + end + "]";
        }
    }

    private record Failure(DeliveryException reason, Instant until) {}

    AccessTokens(TokenSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /**
     * The token to use now.
     *
     * @param refused one that Teams did not take and that is not given again; null if there was none
     * @throws DeliveryException.Retryable if there is none. Whatever the reason is, a post may be tried again: it isn't the post's fault
     */
    String token(@Nullable String refused) {
        Token token = current;
        if (token != null && isFresh(token) && !token.value().equals(refused)) {
            return token.value();
        }
        fetching.lock();
        try {
            token = current;
            if (token == null || !isFresh(token) || token.value().equals(refused)) {
                token = fetch(token != null && isUsable(token) && !token.value().equals(refused) ? token : null);
                current = token;
            }
            return token.value();
        } finally {
            fetching.unlock();
        }
    }

    @Override
    public State state() {
        Token token = current;
        Failure failure = lastFailure;
        if (token != null && isUsable(token)) {
            return new State.AtHand();
        }
        return failure == null
                ? new State.Untried()
                : new State.Missing(String.valueOf(failure.reason().getMessage()));
    }

    @Override
    public void replenish() {
        try {
            token(null);
        } catch (DeliveryException e) {
            // It is in the log, and state() tells it.
        }
    }

    /** A new token, or what there is while no new one can be had. */
    private Token fetch(@Nullable Token otherwise) {
        Failure failure = lastFailure;
        if (failure == null || !clock.instant().isBefore(failure.until())) {
            try {
                Instant asked = clock.instant();
                Token token = Token.of(source.request(), asked);
                lastFailure = null;
                return token;
            } catch (DeliveryException e) {
                failure = new Failure(e, clock.instant().plus(PAUSE));
                lastFailure = failure;
                log.error("{} gives no token: {}", source.name(), e.getMessage());
            }
        }
        if (otherwise != null) {
            return otherwise;
        }
        throw failure.reason();
    }

    private boolean isFresh(Token token) {
        return clock.instant().isBefore(token.staleFrom());
    }

    private boolean isUsable(Token token) {
        return clock.instant().isBefore(token.end());
    }
}
