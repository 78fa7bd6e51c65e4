package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.balansmonitor.standin.Conversation;
import nl.balansmonitor.standin.Delivery;
import nl.balansmonitor.standin.Member;
import nl.balansmonitor.standin.Post;
import nl.balansmonitor.standin.Settings;
import nl.balansmonitor.standin.TeamsStandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A team of the fictional school De Zwaluw plays sessions, over HTTP and through Teams' rules. */
@ParameterizedClass
@EnumSource
class SessionTest {

    private static TeamsStandIn teams;
    private static RunningBot bot;
    private static Member leader;
    private static Member jan;

    /** Played on each store, which has been used already when a test begins. */
    SessionTest(Store store) {}

    @BeforeParameterizedClassInvocation
    static void start(Store store, @TempDir Path folder) {
        teams = TeamsStandIn.start(Settings.defaults());
        bot = RunningBot.in(teams, store.in(folder), "--balans.sending.update-interval=200ms");
        leader = teams.team()[0];
        jan = teams.member("Jan de Vries");
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        bot.close();
        teams.close();
    }

    @AfterEach
    void nothingBrokeTeamsRules() {
        assertThat(teams.violations()).isEmpty();
    }

    @Test
    void goesFromStartToTheSummaryWithOneTapPerStep() {
        Conversation channel = teams.channel("Digitalisering", teams.team());
        Post root = play(channel);

        assertThat(channel.thread(root.threadId())).hasSize(6);
    }

    @Test
    void worksTheSameInAGroupChat() {
        Conversation chat = teams.groupChat("Onderbouw", teams.team());
        play(chat);

        assertThat(chat.threads()).containsExactly(chat.id());
    }

    @Test
    void countsWhoJoinsAndWhoLeaves() {
        Conversation channel = teams.channel("Digitalisering", teams.crowd(4));
        var meeting = new Meeting(channel, teams.crowd(4)[0]);
        Post thermometer = meeting.open(meeting.begin(), "st1").getFirst();
        assertThat(thermometer.text()).contains("0 van 4 klaar");

        channel.join(jan);
        assertThat(Meeting.react(jan, thermometer, 5, "").text()).contains("1 van 5 klaar");
        meeting.awaitProgress(thermometer, 1);

        channel.leave(teams.crowd(4)[3]);
        meeting.react(thermometer, 3);
        thermometer.await(p -> p.text().contains("2 van 4 klaar"));
    }

    @Test
    void takesAnOlderClientThroughAWholeSession() {
        Conversation channel = teams.channel("Digitalisering", teams.team());
        var meeting = new Meeting(channel, leader);
        Post root = meeting.begin();
        submit(leader, root, "session.start", Map.of(), Map.of("statements", "st1"));
        Post thermometer = channel.awaitPostOffering("thermometer.react");
        for (Member member : channel.members()) {
            submit(member, thermometer, "thermometer.react", Map.of("score", 4), Map.of("remark", "kort"));
        }
        meeting.awaitProgress(thermometer, 12);

        submit(jan, thermometer, "thermometer.reveal", Map.of(), Map.of());
        channel.awaitPost(p -> p.text().contains("Alleen de begeleider"));
        submit(leader, thermometer, "thermometer.reveal", Map.of(), Map.of());
        Post result = channel.awaitPostOffering("action.add");
        assertThat(Meeting.distribution(result)).isEqualTo(List.of(0, 0, 0, 12, 0));
        submit(
                leader,
                result,
                "action.add",
                Map.of(),
                Map.of("what", "Elke vrijdag een schermvrij uur", "owner", jan.aadObjectId()));
        result.await(p -> p.text().contains("Elke vrijdag"));
        submit(leader, root, "session.close", Map.of(), Map.of());
        Post summary = meeting.awaitSummary(root);
        submit(jan, summary, "action.done", Map.of(), Map.of());
        summary.await(p -> !p.offers("action.done"));
    }

    /** Everybody answers two statements, Jan takes an action and does it. */
    private static Post play(Conversation where) {
        var meeting = new Meeting(where, leader);
        Post root = meeting.begin();
        for (Post thermometer : meeting.open(root)) {
            assertThat(thermometer.threadId()).isEqualTo(root.threadId());
            meeting.react(thermometer, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2);
            meeting.awaitProgress(thermometer, 12);
            assertThat(meeting.reveal(thermometer).text())
                    .contains("Gemiddelde 2,8", "Mediaan 2,5", "12 van 12 reageerden");
        }
        Post result = where.awaitPost(p -> p.offers("action.add"));
        meeting.agree(result, jan, "Elke vrijdag een schermvrij uur");

        Post summary = meeting.close(root);
        assertThat(summary.text())
                .contains(
                        "Ik behoud regie",
                        "Technologie wordt zo ingezet",
                        "Elke vrijdag een schermvrij uur",
                        "Jan de Vries");
        assertThat(jan.taps(summary, "action.done").text()).contains("gedaan");
        summary.await(p -> !p.offers("action.done"));
        return root;
    }

    private static void submit(
            Member member, Post post, String verb, Map<String, ?> button, Map<String, String> filledIn) {
        assertThat(member.submits(post, verb, button, filledIn)).matches(Delivery::accepted);
    }
}
