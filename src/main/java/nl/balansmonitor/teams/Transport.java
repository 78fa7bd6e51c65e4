package nl.balansmonitor.teams;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.time.Duration;
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
 * The only way to Teams: each call waits for its turn within Teams' limits, isn't tried while Teams is sick at that address, and is
 * counted by what became of it. As with {@link Connector}, a call is one attempt and throws {@link DeliveryException}.
 */
@Component
class Transport {

    private final Connector connector;
    private final SendingMeters meters;
    private final Duration circuitPause;
    private final Pace pace = new Pace();
    private final Circuits circuits;

    Transport(Connector connector, SendingProperties properties, SendingMeters meters) {
        this.connector = connector;
        this.meters = meters;
        this.circuitPause = properties.circuitPause();
        this.circuits = new Circuits(properties.circuitPause());
    }

    /** The id of the message posted. */
    String post(Conversation where, Message message) throws InterruptedException {
        pace.awaitWriting(where);
        String id = call(where, () -> connector.post(where, message));
        meters.count(Fate.POSTED);
        return id;
    }

    void update(Conversation where, String activityId, Message message) throws InterruptedException {
        pace.awaitWriting(where);
        call(where, () -> {
            connector.update(where, activityId, message);
            return activityId;
        });
        meters.count(Fate.UPDATED);
    }

    List<RosterMember> roster(Conversation where) throws InterruptedException {
        pace.awaitAny(where);
        return call(where, () -> connector.roster(where));
    }

    /** As {@link Connector#names}. */
    TeamNames names(Conversation channel, String teamId) throws InterruptedException {
        pace.awaitAny(channel);
        return call(channel, () -> connector.names(channel, teamId));
    }

    /** As {@link Connector#openPersonal}. */
    Conversation openPersonal(Conversation where, String teamsId) throws InterruptedException {
        pace.awaitAny(where);
        return call(where, () -> connector.openPersonal(where, teamsId));
    }

    private <T> T call(Conversation where, Supplier<T> attempt) {
        try {
            return circuits.at(where.serviceUrl()).executeSupplier(attempt);
        } catch (CallNotPermittedException e) {
            meters.count(Fate.HELD_BACK);
            throw new DeliveryException.Retryable(
                    "not tried at " + where.serviceUrl(), Trouble.SERVICE, Optional.of(circuitPause), e);
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
