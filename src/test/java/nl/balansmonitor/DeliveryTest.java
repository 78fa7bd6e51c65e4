package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.balansmonitor.standin.Call;
import nl.balansmonitor.standin.Conversation;
import nl.balansmonitor.standin.Faults;
import nl.balansmonitor.standin.Gate;
import nl.balansmonitor.standin.Member;
import nl.balansmonitor.standin.Post;
import nl.balansmonitor.standin.Settings;
import nl.balansmonitor.standin.TeamsStandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the bot sends arrives, once and in order, whatever Teams does. Times are those at which the stand-in was called. */
class DeliveryTest {

    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration UPDATE_INTERVAL = Duration.ofMillis(300);

    @TempDir
    private Path folder;

    private TeamsStandIn teams;
    private RunningBot bot;
    private Conversation channel;
    private Member leader;
    private Meeting meeting;

    @BeforeEach
    void start() {
        teams = TeamsStandIn.start(Settings.defaults());
        bot = RunningBot.in(
                teams,
                folder.resolve("balans.db"),
                "--balans.sending.update-interval=" + UPDATE_INTERVAL.toMillis() + "ms",
                "--balans.sending.first-retry=" + FIRST_RETRY.toMillis() + "ms");
        channel = teams.channel("Digitalisering", teams.team());
        leader = teams.team()[0];
        meeting = new Meeting(channel, leader);
    }

    @AfterEach
    void stop() {
        bot.close();
        teams.close();
    }

    @Test
    void leavesAConversationAloneForAsLongAsTeamsAsks() {
        teams.faults().nextSends(1).answer(429, "Throttled", Duration.ofSeconds(2));
        leader.says("start", channel);
        channel.awaitPostOffering("session.start");
        bot.awaitSent();
        assertThat(gaps(to(channel)).getFirst()).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void servesOthersWhileItLeavesAConversationAlone() {
        teams.faults().nextSends(1).answer(429, "Throttled", Duration.ofHours(1));
        leader.says("start", channel);
        teams.awaitCall(call -> call.status() == 429);
        new Meeting(teams.channelBeside(channel, "Bovenbouw", teams.team()), leader).begin();
        assertThat(to(channel)).hasSize(1);
    }

    static Stream<Named<Consumer<Faults.Next>>> failures() {
        return Stream.concat(
                Stream.of(412, 500, 502, 503, 504)
                        .map(status -> Named.of("" + status, next -> next.answer(status, "Passing"))),
                Stream.of(Named.of("a dropped connection", Faults.Next::drop)));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void triesAgainMoreAndMoreSlowlyAndKeepsTheOrder(Consumer<Faults.Next> failure) {
        Post root = meeting.begin();
        failure.accept(teams.faults().nextSends(3));
        List<Post> thermometers = meeting.open(root, "st9", "st1", "st5");

        assertThat(thermometers).map(Meeting::statementOf).containsExactly("st9", "st1", "st5");
        List<Duration> gaps = gaps(to(channel).stream().skip(1).toList());
        for (int i = 0; i < 3; i++) {
            assertThat(gaps.get(i)).isGreaterThanOrEqualTo(FIRST_RETRY.multipliedBy(1L << i));
        }
        assertThat(teams.violations()).isEmpty();
    }

    @Test
    void postsNoSecondCardWhenTheAnswerToAnUpdateIsLost() {
        Post thermometer = meeting.open(meeting.begin(), "st1").getFirst();
        int posts = channel.posts().size();
        teams.faults().nextSends(1).loseAnswer();
        meeting.react(thermometer, 4);
        meeting.awaitProgress(thermometer, 1);
        meeting.react(thermometer, 4, 4);
        meeting.awaitProgress(thermometer, 2);

        assertThat(channel.posts()).hasSize(posts);
    }

    @Test
    void postsAFreshCardInTheSameThreadForOneThatTeamsLost() {
        Post root = meeting.begin();
        Post lost = meeting.open(root, "st1").getFirst();
        teams.faults().forget(lost);
        meeting.react(lost, 4);
        Post fresh = channel.awaitPost(p -> p.offers("thermometer.react") && !p.equals(lost));

        meeting.react(fresh, 4, 2, 3);
        meeting.awaitProgress(fresh, 3);
        assertThat(fresh.threadId()).isEqualTo(root.threadId());
        assertThat(channel.thread(root.threadId())).containsExactly(root, lost, fresh);
        assertThat(Meeting.distribution(meeting.reveal(fresh))).isEqualTo(List.of(0, 1, 1, 1, 0));
    }

    @Test
    void keepsTheThreadOfAStartCardThatTeamsLost() {
        Post root = meeting.begin();
        teams.faults().forget(root);
        Post thermometer = meeting.open(root, "st1").getFirst();

        assertThat(thermometer.threadId()).isEqualTo(root.threadId());
        Post fresh = channel.awaitPost(p -> p.offers("session.close"));
        assertThat(fresh.threadId()).isEqualTo(root.threadId());
    }

    @Test
    void updatesACardNoMoreOftenThanTheIntervalHoweverManyVote() {
        Post thermometer = meeting.open(meeting.begin(), "st1").getFirst();
        meeting.react(thermometer, 3);
        meeting.awaitProgress(thermometer, 1);
        for (int score = 1; score <= 5; score++) {
            int[] scores = new int[channel.members().size()];
            Arrays.fill(scores, score);
            meeting.react(thermometer, scores);
        }
        meeting.awaitProgress(thermometer, 12);
        bot.awaitSent(); // a call is written down once it was answered

        List<Call> updates = teams.sends().stream()
                .filter(call -> call.activityId().equals(thermometer.id()))
                .toList();
        assertThat(updates).hasSizeBetween(2, 59);
        assertThat(gaps(updates)).allMatch(gap -> gap.compareTo(UPDATE_INTERVAL) >= 0, "an interval or more");
    }

    @Test
    void takesARefusalForFinalAndServesOthersMeanwhile() {
        teams.faults().refuse(channel, "BotNotInConversationRoster");
        leader.says("start", channel);
        teams.awaitCall(call -> call.status() == 403 && call.operation().writes());
        var beside = new Meeting(teams.channelBeside(channel, "Bovenbouw", teams.team()), leader);
        beside.open(beside.begin());
        assertThat(to(channel))
                .hasSize(1)
                .allMatch(call -> call.status() == 403 && call.operation().writes());

        teams.faults().allow(channel);
        meeting.open(meeting.begin());
    }

    @Test
    void answersTapsWhileNothingCanBeSent() {
        Post root = meeting.begin();
        Post thermometer = meeting.open(root, "st1").getFirst();
        bot.awaitSent();
        Gate gate = teams.faults().nextSends(1).hold();
        leader.says("hulp", channel);
        gate.awaitArrival();
        int sends = teams.sends().size();

        assertThat(meeting.react(thermometer, 1, 2, 3))
                .allMatch(answer -> answer.card().isPresent());
        assertThat(leader.taps(thermometer, "thermometer.reveal").card()).isPresent();
        assertThat(leader.taps(root, "session.close").card()).isPresent();
        assertThat(teams.sends()).as("nothing was given up either").hasSize(sends);

        gate.open();
        assertThat(meeting.awaitSummary(root).text()).contains("3 van 12 reageerden");
    }

    /** What was sent to a channel or one of its threads, in order. */
    private List<Call> to(Conversation where) {
        return teams.sends().stream()
                .filter(call -> call.conversationId().startsWith(where.id()))
                .toList();
    }

    private static List<Duration> gaps(List<Call> calls) {
        return IntStream.range(1, calls.size())
                .mapToObj(i ->
                        Duration.ofNanos(calls.get(i).nanos() - calls.get(i - 1).nanos()))
                .toList();
    }
}
