package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import nl.balansmonitor.standin.Post;
import nl.balansmonitor.standin.Settings;
import nl.balansmonitor.standin.TeamsStandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The boot jar does what the classes do: its class loader is another one, and the SDK is known to stumble over that. */
class JarIT {

    @TempDir
    private Path folder;

    private TeamsStandIn teams;

    @BeforeEach
    void start() {
        teams = TeamsStandIn.start(Settings.defaults());
    }

    @AfterEach
    void stop() {
        teams.close();
    }

    @Test
    void playsAWholeSessionAndSharesItsDatabaseWithNobody() throws Exception {
        Path database = folder.resolve("balans.db");
        try (var bot = JarProcess.in(teams, database)) {
            playASession();

            try (var second = JarProcess.start(JarProcess.properties(teams, database))) {
                assertRefused(second, "is in use by another process");
            }
            assertThat(bot.isRunning()).isTrue();
        }
    }

    @Test
    void endsWithOneClearSentenceWithoutAnAppId() throws Exception {
        var properties = JarProcess.properties(teams, folder.resolve("balans.db"));
        properties.put("balans.bot.app-id", " ");
        try (var bot = JarProcess.start(properties)) {
            assertRefused(bot, "balans.bot.app-id is missing or blank");
        }
    }

    private void playASession() {
        var channel = teams.channel("Digitalisering", teams.team());
        var leader = teams.team()[0];
        var jan = teams.member("Jan de Vries");
        var meeting = new Meeting(channel, leader);
        Post root = meeting.begin();
        Post thermometer = meeting.open(root).getFirst();
        assertThat(meeting.react(thermometer, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 5, 5))
                .allMatch(answer -> answer.card().isPresent());
        meeting.awaitProgress(thermometer, 12);

        Post result = meeting.reveal(thermometer);
        assertThat(Meeting.distribution(result)).isEqualTo(List.of(2, 2, 2, 2, 4));
        meeting.agree(result, jan, "Elke vrijdag een schermvrij uur");
        Post summary = meeting.close(root);
        assertThat(summary.text()).contains("Elke vrijdag een schermvrij uur", "Jan de Vries");
        jan.taps(summary, "action.done");
        summary.await(p -> !p.offers("action.done"));

        assertThat(teams.violations()).isEmpty();
        assertThat(teams.tokenRequests()).isEqualTo(1);
    }

    private static void assertRefused(JarProcess process, String reason) throws Exception {
        assertThat(process.awaitEnd()).contains(reason).doesNotContain("\tat ");
        assertThat(process.exitCode()).isNotZero();
    }
}
