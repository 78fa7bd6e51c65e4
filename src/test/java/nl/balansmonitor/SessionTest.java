package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.balansmonitor.standin.Conversation;
import nl.balansmonitor.standin.Member;
import nl.balansmonitor.standin.Post;
import nl.balansmonitor.standin.Settings;
import nl.balansmonitor.standin.TapAnswer;
import nl.balansmonitor.standin.TeamsStandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A team of the fictional school De Zwaluw plays sessions, over HTTP and through Teams' rules. */
class SessionTest {

    @TempDir
    private Path folder;

    private TeamsStandIn teams;
    private RunningBot bot;
    private Conversation channel;
    private Member leader;
    private Member jan;

    @BeforeEach
    void start() {
        teams = TeamsStandIn.start(Settings.defaults());
        bot = RunningBot.in(teams, folder.resolve("balans.db"), "--balans.sending.update-interval=200ms");
        channel = teams.channel("Digitalisering", teams.team());
        leader = teams.team()[0];
        jan = teams.member("Jan de Vries");
    }

    @AfterEach
    void stop() {
        bot.close();
        teams.close();
    }

    @Test
    void goesFromStartToTheSummaryWithOneTapPerStep() {
        leader.says("start", channel);
        Post root = channel.awaitPostOffering("session.start");

        leader.taps(root, "session.start");
        List<Post> thermometers = thermometers(2);
        for (Post thermometer : thermometers) {
            assertThat(thermometer.threadId()).isEqualTo(root.threadId());
            int score = 0;
            for (Member member : channel.members()) {
                react(member, thermometer, 1 + score++ % 5, "");
            }
            thermometer.await(p -> p.text().contains("12 van 12 klaar"));
            leader.taps(thermometer, "thermometer.reveal");
        }
        Post result = channel.awaitPost(p -> p.offers("action.add"));
        assertThat(result.text()).contains("Gemiddelde 2,8", "Mediaan 2,5", "12 van 12 reageerden");

        TapAnswer added = leader.taps(
                result,
                "action.add",
                Map.of(),
                Map.of("what", "Elke vrijdag een schermvrij uur", "owner", jan.aadObjectId()));
        assertThat(added.text()).contains("Elke vrijdag een schermvrij uur", "Jan de Vries");

        leader.taps(root, "session.close");
        Post summary = channel.awaitPostOffering("action.done");
        assertThat(summary.threadId()).isEqualTo(root.threadId());
        assertThat(summary.text())
                .contains(
                        "Ik behoud regie",
                        "Technologie wordt zo ingezet",
                        "Elke vrijdag een schermvrij uur",
                        "Jan de Vries");
        assertThat(jan.taps(summary, "action.done").text()).contains("gedaan");
        summary.await(p -> !p.offers("action.done"));
        assertThat(teams.violations()).isEmpty();
    }

    private List<Post> thermometers(int count) {
        channel.awaitPost(p -> offering("thermometer.react").size() == count);
        return offering("thermometer.react");
    }

    private List<Post> offering(String verb) {
        return channel.posts().stream().filter(p -> p.offers(verb)).toList();
    }

    private static TapAnswer react(Member member, Post thermometer, int score, String remark) {
        return member.taps(thermometer, "thermometer.react", Map.of("score", score), Map.of("remark", remark));
    }
}
