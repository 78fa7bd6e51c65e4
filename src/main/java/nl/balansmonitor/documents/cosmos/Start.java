package nl.balansmonitor.documents.cosmos;

import com.azure.cosmos.CosmosException;
import com.microsoft.aad.msal4j.MsalException;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Connects at start: waits for an account that does not answer, and refuses at once what waiting won't mend. */
final class Start {

    private static final Logger LOG = LoggerFactory.getLogger(Start.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int DEEPEST_CAUSE = 20;

    private final Account account;
    private final long begin = System.nanoTime();

    private Start(Account account) {
        this.account = account;
    }

    /** @throws UnusableAccountException if it can't be used, or does not answer within the start's patience */
    static CosmosDocuments connect(Account account, RandomGenerator random) {
        return new Start(account).connect(random);
    }

    private CosmosDocuments connect(RandomGenerator random) {
        var patience = account.settings().startupPatience();
        var pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            try {
                return account.connect(random);
            } catch (RuntimeException failure) {
                var cause = passing(failure);
                var waited = Duration.ofNanos(System.nanoTime() - begin);
                if (waited.plus(pause).compareTo(patience) > 0) {
                    throw UnusableAccountException.unreachable(account.settings(), waited, cause);
                }
                LOG.warn(
                        "Azure Cosmos DB at {} can't be used yet ({}): try {}, next in {} ms, for at most {} s",
                        account.settings().endpoint().orElseThrow(),
                        Failure.describe(cause),
                        attempt,
                        pause.toMillis(),
                        patience.toSeconds());
            }
            Mono.delay(pause).block();
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /** The cause of what may pass; throws what won't. */
    private Throwable passing(RuntimeException failure) {
        var cause = Failure.cause(failure);
        if (cause instanceof UnusableAccountException known) {
            throw known;
        }
        Optional<MsalException> noToken = within(failure, MsalException.class);
        if (noToken.isPresent()) {
            throw UnusableAccountException.noIdentity(account.settings(), noToken.get());
        }
        var answer = within(failure, CosmosException.class);
        if (answer.filter(Start::isNoEntry).isPresent()) {
            throw UnusableAccountException.noEntry(account.settings(), answer.get());
        }
        return answer.isPresent() ? answer.get() : cause;
    }

    private static boolean isNoEntry(CosmosException answer) {
        return answer.getStatusCode() == 401 || answer.getStatusCode() == 403;
    }

    private static <E> Optional<E> within(Throwable failure, Class<E> type) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
