package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import nl.balansmonitor.documents.sqlite.DatabaseBytes;
import nl.balansmonitor.standin.Conversation;
import nl.balansmonitor.standin.Member;
import nl.balansmonitor.standin.Post;
import nl.balansmonitor.standin.Settings;
import nl.balansmonitor.standin.TeamsStandIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kills the jar where it hurts and looks what the next one makes of it. The tests share one database, as the sessions of one bot do, and
 * each has a channel of its own.
 */
class KillAndRestartIT {

    private static final int ALL = 10_000;
    private static final String FIRST = "st1";
    private static final String SECOND = "st5";

    /** What was left undone has to be in the channel within 15 s of a restart. */
    private static final Settings SETTINGS = Settings.defaults().withPatience(Duration.ofSeconds(15));

    @TempDir
    private static Path folder;

    private static TeamsStandIn teams;
    private static DatabaseBytes database;
    private static JarProcess bot;

    private Conversation channel;
    private Member leader;
    private Meeting meeting;

    @BeforeAll
    static void start() throws Exception {
        teams = TeamsStandIn.start(SETTINGS);
        database = new DatabaseBytes(folder.resolve("balans.db"));
        bot = JarProcess.soon(teams, database.file());
    }

    @AfterAll
    static void stop() throws Exception {
        bot.close();
        teams.close();
    }

    @BeforeEach
    void meet() {
        channel = teams.channel("Digitalisering", teams.team());
        leader = teams.team()[0];
        meeting = new Meeting(channel, leader);
    }

    @Test
    void countsAcknowledgedReactionsThatNoCardHadShownYet() throws Exception {
        Post thermometer = meeting.open(meeting.begin(), FIRST).getFirst();
        teamsIsDown();
        assertThat(meeting.react(thermometer, 5, 4, 4, 3, 2, 1, 5, 5, 5, 5, 5, 5))
                .allMatch(answer -> answer.card().isPresent());

        killAndRestart();

        meeting.awaitProgress(thermometer, 12);
        assertThat(Meeting.distribution(meeting.reveal(thermometer))).isEqualTo(List.of(1, 1, 1, 2, 7));
    }

    @Test
    void postsWhatTeamsDidNotTakeBefore() throws Exception {
        Post root = meeting.begin();
        teamsIsDown();
        assertThat(leader.taps(root, "session.start").card()).isPresent();

        killAndRestart();

        channel.awaitPost(p -> thermometers() == 2);
        root.await(p -> p.offers("session.close"));
        awaitEverythingSent();
        assertThat(thermometers()).isEqualTo(2);
        assertThat(channel.thread(root.threadId())).hasSize(3);
    }

    @Test
    void postsTheSummaryOfASessionThatWasClosedWhileTeamsWasDown() throws Exception {
        Post root = halfRevealed();
        var session = new SessionBytes(database, Meeting.sessionOf(root));
        teamsIsDown();
        assertThat(leader.taps(root, "session.close").text()).contains("SESSIE GESLOTEN");

        killAndRestart();

        assertClosedOnce(root, session);
    }

    /** As soon as the file says so: at the first step of the close, and at what may look like the last. */
    @ParameterizedTest
    @ValueSource(strings = {"CLOSING", "CLOSED"})
    void finishesTheCloseInTheMidstOfWhichItWasKilled(String phase) throws Exception {
        Post root = halfRevealed();
        var session = new SessionBytes(database, Meeting.sessionOf(root));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tap = threads.submit(() -> leader.taps(root, "session.close"));
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> tap.isDone() || session.isIn(phase));
            killAndRestart();
        }

        assertClosedOnce(root, session);
    }

    @Test
    void proposesOnceWhatWasFlaggedBeforeItWasKilled() throws Exception {
        leader.says("stellingen", channel);
        Post deck = channel.awaitPostOffering("statement.flag");
        teamsIsDown();
        for (int i = 0; i < 3; i++) {
            assertThat(teams.team()[i]
                            .taps(deck, "statement.flag", Map.of("statement", FIRST))
                            .line())
                    .isPresent();
        }

        killAndRestart();

        Post proposal = channel.awaitPost(p -> p.offers("statement.schedule"));
        awaitEverythingSent();
        assertThat(channel.posts())
                .filteredOn(p -> p.offers("statement.schedule"))
                .containsExactly(proposal);
    }

    /** Five reacted to what was revealed, and all twelve to what was not. */
    private Post halfRevealed() {
        Post root = meeting.begin();
        List<Post> thermometers = meeting.open(root, FIRST, SECOND);
        meeting.react(thermometers.get(0), 1, 1, 2, 2, 3);
        meeting.reveal(thermometers.get(0));
        meeting.react(thermometers.get(1), 1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 5, 5);
        meeting.awaitProgress(thermometers.get(1), 12);
        return root;
    }

    private void assertClosedOnce(Post root, SessionBytes session) throws Exception {
        Post summary = meeting.awaitSummary(root);
        awaitEverythingSent();
        assertThat(meeting.summaries(root)).isEqualTo(1);
        assertThat(summary.text()).contains("12 van 12 reageerden");
        assertThat(root.text()).contains("5 van 12 reageerden", "SESSIE GESLOTEN");
        assertThat(session.distributions()).isEqualTo(Map.of(FIRST, "2,2,1,0,0", SECOND, "1,2,3,4,2"));
        assertThat(session.ballotsAndKey()).isEmpty();
        assertThat(teams.violations()).isEmpty();
    }

    private long thermometers() {
        return channel.posts().stream()
                .filter(p -> p.offers("thermometer.react"))
                .count();
    }

    /** A command's answer goes through the channel's queue like everything else. */
    private void awaitEverythingSent() {
        leader.says("hulp", channel);
        channel.awaitPost(p -> p.text().contains("DIT KUN JE TYPEN"));
    }

    private static void teamsIsDown() {
        teams.faults().nextSends(ALL).answer(503, "ServiceUnavailable");
    }

    private static void killAndRestart() throws Exception {
        bot.kill();
        teams.faults().clear();
        bot = JarProcess.soon(teams, database.file());
    }
}
