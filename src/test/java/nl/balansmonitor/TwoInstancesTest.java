package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import nl.balansmonitor.standin.Call;
import nl.balansmonitor.standin.Conversation;
import nl.balansmonitor.standin.Gate;
import nl.balansmonitor.standin.Member;
import nl.balansmonitor.standin.Post;
import nl.balansmonitor.standin.Settings;
import nl.balansmonitor.standin.TeamsStandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances of the bot on one store, between which what Teams sends is divided. Together they are to look like one. */
class TwoInstancesTest {

    private static final Duration UPDATE_INTERVAL = Duration.ofMillis(500);

    @TempDir
    private Path folder;

    private TeamsStandIn teams;
    private RunningBot one;
    private RunningBot other;
    private Conversation channel;
    private Member leader;
    private Meeting meeting;

    @BeforeEach
    void start() {
        teams = TeamsStandIn.start(Settings.defaults());
        Map<String, String> store = Store.COSMOS.in(folder);
        one = instance(store);
        other = instance(store);
        channel = teams.channel("Digitalisering", teams.team());
        leader = teams.team()[0];
        meeting = new Meeting(channel, leader);
    }

    @AfterEach
    void stop() {
        one.close();
        other.close();
        teams.close();
    }

    @Test
    void showACardOnceAndUpdateItNoMoreOftenThanOneWould() {
        teams.botAt(one.port());
        Post root = meeting.begin();
        teams.botAt(other.port());
        Post thermometer = meeting.open(root, "st1").getFirst();
        meeting.react(thermometer, 3);
        meeting.awaitProgress(thermometer, 1);
        for (int score = 1; score <= 5; score++) {
            everybodyReacts(thermometer, score);
        }
        meeting.awaitProgress(thermometer, 12);
        teams.botAt(one.port());
        Post result = meeting.reveal(thermometer);
        teams.botAt(other.port());
        Post summary = meeting.close(root);

        assertThat(channel.posts().stream().filter(Post::isFromBot))
                .containsExactly(root, thermometer, result, summary);
        assertThat(Meeting.distribution(result)).isEqualTo(List.of(0, 0, 0, 0, 12));
        one.awaitSent();
        other.awaitSent();
        List<Call> updates = teams.sends().stream()
                .filter(call -> call.activityId().equals(thermometer.id()))
                .toList();
        assertThat(updates).as("one reacted, all did, it is revealed").hasSizeGreaterThan(2);
        assertThat(IntStream.range(1, updates.size())
                        .mapToObj(i -> Duration.ofNanos(
                                updates.get(i).nanos() - updates.get(i - 1).nanos())))
                .allMatch(gap -> gap.compareTo(UPDATE_INTERVAL) >= 0, "an interval or more");
        assertThat(teams.violations()).isEmpty();
    }

    /** Its lease is so long that nothing but handing it back lets the other one go on. */
    @Test
    void takeOverWhatOneHandsBackThatStops() throws Exception {
        teams.botAt(one.port());
        Post thermometer = meeting.open(meeting.begin(), "st1").getFirst();
        Gate gate = teams.faults().nextSends(1).hold();
        meeting.react(thermometer, 3);
        gate.awaitArrival();
        teams.botAt(other.port());
        meeting.react(thermometer, 3, 3);

        var stopped = CompletableFuture.runAsync(one::close);
        gate.open();
        stopped.get();

        meeting.awaitProgress(thermometer, 2);
        assertThat(teams.violations()).isEmpty();
    }

    /** One after the other, each at the other instance than the one before him. */
    private void everybodyReacts(Post thermometer, int score) {
        List<Member> members = channel.members();
        for (int i = 0; i < members.size(); i++) {
            teams.botAt((i % 2 == 0 ? one : other).port());
            assertThat(Meeting.react(members.get(i), thermometer, score, "").card())
                    .isPresent();
        }
    }

    private RunningBot instance(Map<String, String> store) {
        return RunningBot.in(
                teams,
                store,
                "--balans.sending.update-interval=" + UPDATE_INTERVAL.toMillis() + "ms",
                "--balans.sending.lease=10m");
    }
}
