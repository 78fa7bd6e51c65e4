package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nl.balansmonitor.standin.Call;
import nl.balansmonitor.standin.Card;
import nl.balansmonitor.standin.Delivery;
import nl.balansmonitor.standin.Member;
import nl.balansmonitor.standin.Post;
import nl.balansmonitor.standin.Settings;
import nl.balansmonitor.standin.TeamsStandIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A large team votes at once, as it does when the leader says "now", and Teams' limits hold. The bot is its jar in a process of its own,
 * with Java's usual compilers; members and Teams share the machine with it.
 */
class LoadIT {

    private static final String[] STATEMENTS = {"st1", "st5", "st9"};
    private static final int MEMBERS = 25;

    /** So many times everybody votes, changing his answer, until Java has compiled what a vote needs. */
    private static final int WARMING_UP = 60;

    @TempDir
    private Path folder;

    @Test
    void countsEveryVoteOfALargeTeamWithinTeamsLimits() throws Exception {
        try (var teams = TeamsStandIn.start(Settings.defaults());
                var bot = JarProcess.compiled(teams, folder.resolve("balans.db"))) {
            Member[] crowd = teams.crowd(MEMBERS);
            var meeting = new Meeting(teams.channel("Studiedag", crowd), crowd[0]);
            List<Post> thermometers = meeting.open(meeting.begin(), STATEMENTS);
            List<List<String>> votes = votes(thermometers, crowd);

            print("just started", atOnce(teams, votes));
            for (int round = 1; round < WARMING_UP; round++) {
                atOnce(teams, votes);
            }
            print("after " + WARMING_UP + " rounds", atOnce(teams, votes));

            for (Post thermometer : thermometers) {
                meeting.awaitProgress(thermometer, MEMBERS);
                assertThat(Meeting.distribution(meeting.reveal(thermometer))).isEqualTo(List.of(5, 5, 5, 5, 5));
            }
            assertThat(teams.calls()).allMatch(Call::succeeded);
            assertThat(teams.violations()).isEmpty();
            assertThat(bot.isRunning()).isTrue();
        }
    }

    /** What each member's client will send, one statement after the other: made before, as the clients are not what is measured. */
    private static List<List<String>> votes(List<Post> thermometers, Member... crowd) {
        return IntStream.range(0, crowd.length)
                .mapToObj(i -> thermometers.stream()
                        .map(thermometer -> vote(crowd[i], thermometer, 1 + i % 5))
                        .toList())
                .toList();
    }

    private static String vote(Member member, Post thermometer, int score) {
        var data = new HashMap<String, Object>(Meeting.reactionTo(thermometer));
        data.put("score", score);
        data.put("remark", "");
        return member.composesTap(thermometer, "thermometer.react", data).toString();
    }

    /** Nobody waits for anybody; answers with how long each member waited for each answer, the shortest first. */
    private static List<Duration> atOnce(TeamsStandIn teams, List<List<String>> votes) throws Exception {
        var token = Optional.of(teams.token().header());
        List<Callable<List<Delivery>>> members = votes.stream()
                .<Callable<List<Delivery>>>map(ofOne -> () ->
                        ofOne.stream().map(vote -> teams.deliver(vote, token)).toList())
                .toList();
        var answers = new ArrayList<Delivery>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<Delivery>> ofOne : threads.invokeAll(members)) {
                answers.addAll(ofOne.get());
            }
        }
        assertThat(answers)
                .hasSize(MEMBERS * STATEMENTS.length)
                .allMatch(answer -> answer.status() == 200 && answer.body().contains(Card.TYPE));
        return answers.stream().map(Delivery::elapsed).sorted().toList();
    }

    private static void print(String when, List<Duration> sorted) {
        int last = sorted.size() - 1;
        Finding.say("%s, %d members x %d statements: median %d ms, p95 %d ms, max %d ms on %d cores"
                .formatted(
                        when,
                        MEMBERS,
                        STATEMENTS.length,
                        sorted.get(last / 2).toMillis(),
                        sorted.get(last * 95 / 100).toMillis(),
                        sorted.get(last).toMillis(),
                        Runtime.getRuntime().availableProcessors()));
    }
}
