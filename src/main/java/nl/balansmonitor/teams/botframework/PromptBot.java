package nl.balansmonitor.teams.botframework;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets nobody who tapped a button wait for long, not even when the store hangs: what he asked for goes on behind his back then. */
final class PromptBot {

    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("invoke").start(task);

    private final Bot bot;
    private final Duration patience;
    private final ObservationRegistry observations;

    /** @param observations whose current one is the answer's on its own thread as well */
    PromptBot(Bot bot, Duration patience, ObservationRegistry observations) {
        this.bot = bot;
        this.patience = patience;
        this.observations = observations;
    }

    /** There is no answer yet, and whether there will be one isn't known. */
    static final class TooSlowException extends Exception {

        private static final long serialVersionUID = 1;
    }

    /**
     * As {@link Bot#answer}.
     *
     * @throws TooSlowException if an invoke has no answer in time; nobody waits for the answer to anything else
     */
    Reply answer(Incoming incoming) throws TooSlowException {
        if (incoming.kind() != Incoming.Kind.INVOKE) {
            return bot.answer(incoming);
        }
        Observation request = Objects.requireNonNullElse(observations.getCurrentObservation(), Observation.NOOP);
        try {
            return CompletableFuture.supplyAsync(() -> request.scoped(() -> bot.answer(incoming)), THREADS)
                    .get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new TooSlowException();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooSlowException();
        }
    }
}
