package nl.balansmonitor.teams;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Locale;
import java.util.function.Supplier;
import nl.balansmonitor.teams.botframework.Reply;
import org.springframework.stereotype.Component;

/**
 * Measures and traces what the bot is asked and how it answers: {@code balans.invoke} by {@code verb} and {@code outcome}, {@code balans.command} by
 * {@code command}, {@code balans.delivery} by {@code kind}. Never where, by whom, or with what.
 */
@Component
class Observed {

    private final ObservationRegistry observations;

    Observed(ObservationRegistry observations) {
        this.observations = observations;
    }

    /**
     * A button's request.
     *
     * @param verb as it was sent; whatever {@link Requests} doesn't know is told as {@code unknown}
     */
    Reply.Invoked invoke(String verb, Request request, Supplier<Reply.Invoked> answer) {
        var observation = of("balans.invoke", "verb", request instanceof Request.Unknown ? "unknown" : verb)
                .lowCardinalityKeyValue("outcome", "failed");
        return observation.observe(() -> {
            Reply.Invoked reply = answer.get();
            observation.lowCardinalityKeyValue("outcome", outcome(reply));
            return reply;
        });
    }

    /** What somebody typed. */
    void command(Command command, Runnable answer) {
        of("balans.command", "command", command.name().toLowerCase(Locale.ROOT)).observe(answer);
    }

    /** A look at what cards should show, and the sending of what differs. */
    Delivery.Next delivery(Outbox.Kind kind, Observation.CheckedCallable<Delivery.Next, InterruptedException> look)
            throws InterruptedException {
        return of("balans.delivery", "kind", kind.name().toLowerCase(Locale.ROOT))
                .observeChecked(look);
    }

    private Observation of(String name, String key, String value) {
        return Observation.createNotStarted(name, observations).lowCardinalityKeyValue(key, value);
    }

    /** A line refuses for the most part; a card shows what came of it. */
    private static String outcome(Reply.Invoked reply) {
        return switch (reply.type()) {
            case Reply.Invoked.CARD -> "card";
            case Reply.Invoked.LINE -> "line";
            default -> "error";
        };
    }
}
