package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nl.balansmonitor.standin.Call;
import nl.balansmonitor.standin.Member;
import nl.balansmonitor.standin.Post;
import nl.balansmonitor.standin.Settings;
import nl.balansmonitor.standin.TapAnswer;
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

    /** So many sessions, and Java has compiled what a vote needs. */
    private static final int WARMING_UP = 8;

    @TempDir
    private Path folder;

    @Test
    void countsEveryVoteOfALargeTeamWithinTeamsLimits() throws Exception {
        try (var teams = TeamsStandIn.start(Settings.defaults());
                var bot = JarProcess.compiled(teams, folder.resolve("balans.db"))) {
            print("just started", play(teams));
            for (int session = 1; session < WARMING_UP; session++) {
                play(teams);
            }
            List<Duration> answers = play(teams);
            print("after " + WARMING_UP + " sessions", answers);
            assertThat(answers).hasSize(MEMBERS * STATEMENTS.length);
            assertThat(teams.calls()).allMatch(Call::succeeded);
            assertThat(teams.violations()).isEmpty();
            assertThat(bot.isRunning()).isTrue();
        }
    }

    /** Answers with how long each member waited for each answer. */
    private static List<Duration> play(TeamsStandIn teams) throws Exception {
        Member[] crowd = teams.crowd(MEMBERS);
        var meeting = new Meeting(teams.channel("Studiedag", crowd), crowd[0]);
        List<Post> thermometers = meeting.open(meeting.begin(), STATEMENTS);
        List<TapAnswer> answers = atOnce(thermometers, crowd);
        assertThat(answers).allMatch(answer -> answer.card().isPresent());

        for (Post thermometer : thermometers) {
            meeting.awaitProgress(thermometer, MEMBERS);
            assertThat(Meeting.distribution(meeting.reveal(thermometer))).isEqualTo(List.of(5, 5, 5, 5, 5));
        }
        return answers.stream().map(TapAnswer::elapsed).sorted().toList();
    }

    /** Everybody taps one statement after the other, and nobody waits for anybody. */
    private static List<TapAnswer> atOnce(List<Post> thermometers, Member... crowd) throws Exception {
        var members = new ArrayList<Callable<List<TapAnswer>>>();
        IntStream.range(0, crowd.length)
                .forEach(i -> members.add(() -> thermometers.stream()
                        .map(thermometer -> Meeting.react(crowd[i], thermometer, 1 + i % 5, ""))
                        .toList()));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<TapAnswer>();
            for (Future<List<TapAnswer>> ofOne : threads.invokeAll(members)) {
                answers.addAll(ofOne.get());
            }
            return answers;
        }
    }

    private static void print(String when, List<Duration> sorted) {
        int last = sorted.size() - 1;
        System.getLogger(LoadIT.class.getName())
                .log(
                        System.Logger.Level.WARNING,
                        "%s, %d members x %d statements: median %d ms, p95 %d ms, max %d ms on %d cores"
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
