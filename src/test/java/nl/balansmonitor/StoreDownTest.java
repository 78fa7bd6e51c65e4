package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import nl.balansmonitor.documents.cosmos.CosmosPeer;
import nl.balansmonitor.documents.cosmos.Fault;
import nl.balansmonitor.documents.cosmos.FaultProxy;
import nl.balansmonitor.standin.Conversation;
import nl.balansmonitor.standin.Post;
import nl.balansmonitor.standin.Settings;
import nl.balansmonitor.standin.TapAnswer;
import nl.balansmonitor.standin.TeamsStandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cosmos DB goes away in the midst of a session, and comes back. */
class StoreDownTest {

    private TeamsStandIn teams;
    private FaultProxy store;
    private RunningBot bot;
    private Meeting meeting;
    private Post root;
    private Post thermometer;

    @BeforeEach
    void start() {
        teams = TeamsStandIn.start(Settings.defaults());
        store = FaultProxy.before(CosmosPeer.shared().address());
        bot = RunningBot.in(
                teams,
                CosmosPeer.properties(store.address()),
                "--balans.sending.update-interval=200ms",
                "--balans.sending.first-retry=100ms",
                "--balans.storage.cosmos.timeout=2s",
                "--logging.level.nl.balansmonitor=off",
                "--logging.level.com.azure.cosmos=off");
        Conversation channel = teams.channel("Digitalisering", teams.team());
        meeting = new Meeting(channel, teams.team()[0]);
        root = meeting.begin();
        thermometer = meeting.open(root, "st1").getFirst();
        meeting.react(thermometer, 1, 2, 3);
        meeting.awaitProgress(thermometer, 3);
    }

    @AfterEach
    void stop() {
        store.heal();
        bot.close();
        store.close();
        teams.close();
    }

    /** The stand-in reports it if an answer is empty, is no 200, or takes longer than Teams allows. */
    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE_ALWAYS", "HANGS_ALWAYS"})
    void everyTapGetsAFriendlyLineAndNothingIsHalfWritten(Fault fault) {
        store.inject(fault);
        List<TapAnswer> answers = List.of(
                Meeting.react(teams.team()[3], thermometer, 4, ""),
                teams.team()[0].taps(thermometer, "thermometer.reveal"),
                teams.team()[0].taps(root, "session.close"));
        store.heal();

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.text()).containsAnyOf("Er ging iets mis", "Dit duurt langer"));
        assertThat(teams.violations()).isEmpty();
        meeting.react(thermometer, 1, 2, 3, 4);
        meeting.awaitProgress(thermometer, 4);
        assertThat(Meeting.distribution(meeting.reveal(thermometer))).isEqualTo(List.of(1, 1, 1, 1, 0));
        assertThat(meeting.close(root).text()).contains("4 van 12 reageerden");
    }

    @Test
    void isNotReadyWhileTheStoreIsAwayButAlive() throws Exception {
        assertThat(status("readiness")).isEqualTo(200);
        store.inject(Fault.UNAVAILABLE_ALWAYS);
        assertThat(status("readiness")).isEqualTo(503);
        assertThat(status("liveness")).isEqualTo(200);
        store.heal();
        assertThat(status("readiness")).isEqualTo(200);
    }

    private int status(String probe) throws IOException, InterruptedException {
        return bot.get("/actuator/health/" + probe).statusCode();
    }
}
