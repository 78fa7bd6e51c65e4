package nl.balansmonitor.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import nl.balansmonitor.teams.botframework.Connector;
import nl.balansmonitor.teams.botframework.Conversation;
import nl.balansmonitor.teams.botframework.DeliveryException;
import nl.balansmonitor.teams.botframework.DeliveryException.Trouble;
import nl.balansmonitor.teams.botframework.Message;
import nl.balansmonitor.teams.botframework.RosterMember;
import nl.balansmonitor.teams.botframework.TeamNames;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Teams serves its conversations at several addresses, one per region of the world. */
class TransportTest {

    private static final Message MESSAGE = Message.text("Hallo");
    private static final String EMEA = "https://smba.example/emea/";
    private static final String AMER = "https://smba.example/amer/";
    private static final int ENOUGH_TO_CALL_IT_SICK = 10;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Regions regions = new Regions();
    private final Transport transport = new Transport(
            regions, new Circuits(properties(), meters), new SendingMeters(meters), ObservationRegistry.NOOP);
    private int conversations;

    @BeforeEach
    void emeaFails() {
        regions.trouble.put(EMEA, Trouble.SERVICE);
    }

    @Test
    void leavesASickAddressAloneAndServesTheOthers() throws Exception {
        fail(ENOUGH_TO_CALL_IT_SICK);
        assertThat(regions.calls.get()).isEqualTo(ENOUGH_TO_CALL_IT_SICK);

        assertThatThrownBy(() -> transport.post(somewhere(EMEA), MESSAGE))
                .isInstanceOfSatisfying(
                        DeliveryException.Retryable.class,
                        later -> assertThat(later.retryAfter())
                                .contains(properties().circuitPause()));
        assertThat(regions.calls.get()).as("not even tried").isEqualTo(ENOUGH_TO_CALL_IT_SICK);
        assertThat(transport.post(somewhere(AMER), MESSAGE)).isEqualTo("posted");
        assertThat(counted("unavailable")).isEqualTo(ENOUGH_TO_CALL_IT_SICK);
        assertThat(counted("held_back")).isEqualTo(1);
        assertThat(counted("posted")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"THROTTLED", "TOKEN"})
    void doesNotTakeForSickWhatOnlyAsksToComeBackLater(Trouble trouble) throws Exception {
        regions.trouble.put(EMEA, trouble);
        fail(3 * ENOUGH_TO_CALL_IT_SICK);

        assertThat(regions.calls.get()).isEqualTo(3 * ENOUGH_TO_CALL_IT_SICK);
        assertThat(counted(trouble == Trouble.TOKEN ? "unauthorized" : "throttled"))
                .isEqualTo(3 * ENOUGH_TO_CALL_IT_SICK);
    }

    @Test
    void asksASickAddressForNoRosterEither() throws Exception {
        fail(ENOUGH_TO_CALL_IT_SICK);

        assertThatThrownBy(() -> transport.roster(somewhere(EMEA))).isInstanceOf(DeliveryException.Retryable.class);
        assertThat(transport.roster(somewhere(AMER))).isEmpty();
    }

    /** In a conversation of its own each, as nothing is to wait for its turn. */
    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(() -> transport.post(somewhere(EMEA), MESSAGE))
                    .isInstanceOf(DeliveryException.Retryable.class);
        }
    }

    private Conversation somewhere(String serviceUrl) {
        int number = conversations++;
        return new Conversation(
                "19:channel-" + number,
                Optional.empty(),
                serviceUrl,
                "tenant-" + number,
                Conversation.Type.CHANNEL,
                "28:bot",
                "Balans-Monitor");
    }

    private double counted(String outcome) {
        return meters.get("balans.sending").tag("outcome", outcome).counter().count();
    }

    private static SendingProperties properties() {
        return SendingSettings.with("circuit-pause=5m");
    }

    /** Teams, of which some addresses are in trouble. */
    private static final class Regions implements Connector {

        private final ConcurrentHashMap<String, Trouble> trouble = new ConcurrentHashMap<>();
        private final AtomicInteger calls = new AtomicInteger();

        @Override
        public String post(Conversation where, Message message) {
            call(where);
            return "posted";
        }

        @Override
        public void update(Conversation where, String activityId, Message message) {
            call(where);
        }

        @Override
        public List<RosterMember> roster(Conversation where) {
            call(where);
            return List.of();
        }

        @Override
        public TeamNames names(Conversation channel, String teamId) {
            call(channel);
            return new TeamNames(Optional.empty(), Optional.empty());
        }

        @Override
        public Conversation openPersonal(Conversation where, String teamsId) {
            call(where);
            return where;
        }

        private void call(Conversation where) {
            calls.incrementAndGet();
            Optional.ofNullable(trouble.get(where.serviceUrl())).ifPresent(reason -> {
                throw new DeliveryException.Retryable("in trouble", reason, Optional.empty(), null);
            });
        }
    }
}
