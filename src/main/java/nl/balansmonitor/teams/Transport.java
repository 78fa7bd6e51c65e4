package nl.balansmonitor.teams;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.balansmonitor.teams.SendingMeters.Fate;
import nl.balansmonitor.teams.botframework.Connector;
import nl.balansmonitor.teams.botframework.Conversation;
import nl.balansmonitor.teams.botframework.DeliveryException;
import nl.balansmonitor.teams.botframework.DeliveryException.Trouble;
import nl.balansmonitor.teams.botframework.Message;
import nl.balansmonitor.teams.botframework.RosterMember;
import nl.balansmonitor.teams.botframework.TeamNames;
import org.springframework.stereotype.Component;

/**
 * The only way to Teams: each call waits for its turn within Teams' limits, isn't tried while Teams is sick at that address, is timed as
 * {@code balans.teams} by {@code call}, and is counted by what became of it. As with {@link Connector}, a call is one attempt and throws {@link DeliveryException}.
 */
@Component
class Transport {

    private final Connector connector;
    private final Circuits circuits;
    private final SendingMeters meters;
    private final ObservationRegistry observations;
    private final Pace pace = new Pace();

    Transport(Connector connector, Circuits circuits, SendingMeters meters, ObservationRegistry observations) {
        this.connector = connector;
        this.circuits = circuits;
        this.meters = meters;
        this.observations = observations;
    }

    /** The id of the message posted. */
    String post(Conversation where, Message message) throws InterruptedException {
        pace.awaitWriting(where);
        String id = call("post", where, () -> connector.post(where, message));
        meters.count(Fate.POSTED);
        return id;
    }

    void update(Conversation where, String activityId, Message message) throws InterruptedException {
        pace.awaitWriting(where);
        call("update", where, () -> {
            connector.update(where, activityId, message);
            return activityId;
        });
        meters.count(Fate.UPDATED);
    }

    List<RosterMember> roster(Conversation where) throws InterruptedException {
        pace.awaitAny(where);
        return call("roster", where, () -> connector.roster(where));
    }

    /** As {@link Connector#names}. */
    TeamNames names(Conversation channel, String teamId) throws InterruptedException {
        pace.awaitAny(channel);
        return call("names", channel, () -> connector.names(channel, teamId));
    }

    /** As {@link Connector#openPersonal}. */
    Conversation openPersonal(Conversation where, String teamsId) throws InterruptedException {
        pace.awaitAny(where);
        return call("open", where, () -> connector.openPersonal(where, teamsId));
    }

    private <T> T call(String name, Conversation where, Supplier<T> attempt) {
        var observation =
                Observation.createNotStarted("balans.teams", observations).lowCardinalityKeyValue("call", name);
        try {
            return circuits.at(where.serviceUrl()).executeSupplier(() -> observation.observe(attempt));
        } catch (CallNotPermittedException e) {
            meters.count(Fate.HELD_BACK);
            throw new DeliveryException.Retryable(
                    "not tried at " + where.serviceUrl(), Trouble.SERVICE, Optional.of(circuits.pause()), e);
        } catch (DeliveryException e) {
            meters.count(fateOf(e));
            throw e;
        }
    }

    private static Fate fateOf(DeliveryException failure) {
        return switch (failure) {
            case DeliveryException.ActivityGone gone -> Fate.GONE;
            case DeliveryException.Final refused -> Fate.REFUSED;
            case DeliveryException.Retryable later ->
                switch (later.trouble()) {
                    case SERVICE -> Fate.UNAVAILABLE;
                    case THROTTLED -> Fate.THROTTLED;
                    case TOKEN -> Fate.UNAUTHORIZED;
                };
        };
    }
}
