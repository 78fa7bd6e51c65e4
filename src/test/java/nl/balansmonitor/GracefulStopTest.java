package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import nl.balansmonitor.documents.cosmos.CosmosPeer;
import nl.balansmonitor.documents.cosmos.FaultProxy;
import nl.balansmonitor.documents.cosmos.HeldWrite;
import nl.balansmonitor.standin.Conversation;
import nl.balansmonitor.standin.Post;
import nl.balansmonitor.standin.Settings;
import nl.balansmonitor.standin.TapAnswer;
import nl.balansmonitor.standin.TeamsStandIn;
import org.junit.jupiter.api.Test;

/** An instance is told to stop while somebody taps. */
class GracefulStopTest {

    @Test
    void answersWhoTappedBeforeAndTakesNobodyElseIn() throws Exception {
        try (var teams = TeamsStandIn.start(Settings.defaults());
                var store = FaultProxy.before(CosmosPeer.shared().address());
                var bot = RunningBot.in(
                        teams,
                        CosmosPeer.properties(store.address()),
                        "--balans.bot.answer-within=20s",
                        // Nothing is handed back during the test, so that the next write is the ballot's.
                        "--balans.sending.update-interval=1h",
                        "--balans.sending.lease=6h")) {
            Conversation channel = teams.channel("Digitalisering", teams.team());
            var meeting = new Meeting(channel, teams.team()[0]);
            Post thermometer = meeting.open(meeting.begin(), "st1").getFirst();
            // Its answer is sent after all that was under way.
            teams.team()[0].says("hulp", channel);
            channel.awaitPost(p -> p.text().contains("DIT KUN JE TYPEN"));

            HeldWrite ballot = store.holdWrite(1, HeldWrite.When.BEFORE_IT_IS_APPLIED);
            CompletableFuture<TapAnswer> tap =
                    CompletableFuture.supplyAsync(() -> Meeting.react(teams.team()[1], thermometer, 4, ""));
            assertThat(ballot.awaitHeld(Duration.ofSeconds(20))).isTrue();
            int port = bot.port();
            var stopped = CompletableFuture.runAsync(bot::close);
            await().until(() -> refuses(port));
            assertThat(tap).isNotDone();
            ballot.release();

            assertThat(tap.get().card()).isPresent();
            stopped.get();
            assertThat(teams.violations()).isEmpty();
        }
    }

    private static boolean refuses(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isClosed();
        } catch (IOException e) {
            return true;
        }
    }
}
