package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A session that stays open for a week, in which the clocks change: part-timers react when they are in. */
class ContinuousSessionTest {

    private static final String UPDATES = "--balans.sending.update-interval=50ms";

    /** Nothing is looked at but when the test says so. */
    private static final String LOOKS = "--balans.rhythm.look-interval=1h";

    private static final Instant MONDAY_AT_TEN = Instant.parse("2026-03-23T09:00:00Z");
    private static final String NEXT_MONDAY = "2026-03-30";
    private static final Instant HALF_WAY = Instant.parse("2026-03-27T08:00:00Z");
    private static final Instant REVEAL_AT_FOUR = Instant.parse("2026-03-30T14:00:00Z");
    private static final Instant END = Instant.parse("2026-04-06T14:00:00Z");
    private static final String MONDAY_AT_FOUR = "ma\u00a030\u00a0mrt\u00a016:00";
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock(MONDAY_AT_TEN);
    private TeamsStandIn teams;
    private RunningBot bot;
    private Conversation channel;
    private Meeting meeting;
    private Member leader;
    private Member jan;
    private Member fatima;

    @BeforeEach
    void start() {
        teams = TeamsStandIn.start(Settings.defaults());
        startBot();
        channel = teams.channel("Digitalisering", teams.team());
        leader = teams.team()[0];
        jan = teams.member("Jan de Vries");
        fatima = teams.member("Fatima");
        meeting = new Meeting(channel, leader);
    }

    @AfterEach
    void stop() {
        bot.close();
        teams.close();
        assertThat(teams.violations()).isEmpty();
    }

    @Test
    void isOfferedForDaysOnWhichPeopleWorkAndOtherwiseIsInTheMeeting() {
        Post root = meeting.begin();
        assertThat(root.text()).contains("Tot wanneer open?", "Nu, in de vergadering");
        leader.taps(root, "session.start", Map.of(), Map.of("statements", "st7"));

        Post thermometer = channel.awaitPostOffering("thermometer.react");
        assertThat(thermometer.text()).doesNotContain("Open tot");
        assertThat(bot.look()).isZero();
    }

    @Test
    void remindsOnceHalfWayAndRevealsAndClosesByItself() {
        Post root = meeting.begin();
        Post thermometer = openForAWeek(root);
        root.await(p -> p.text().contains("De uitslag komt vanzelf op " + MONDAY_AT_FOUR));

        clock.itIs(HALF_WAY.minus(SECOND));
        assertThat(bot.look()).isZero();
        TapAnswer own = Meeting.react(jan, thermometer, 4, "");
        assertThat(own.text()).contains("1 van 12 klaar", "Open tot " + MONDAY_AT_FOUR);
        meeting.awaitProgress(thermometer, 1);
        assertThat(reminders()).isZero();

        clock.itIs(HALF_WAY);
        assertThat(bot.look()).isOne();
        Post reminder = channel.awaitPost(p -> p.text().contains("Halverwege: 1 van 12 klaar"));
        assertThat(reminder.threadId()).isEqualTo(root.threadId());
        assertThat(reminder.text()).contains("Reageren kan nog tot " + MONDAY_AT_FOUR);
        assertThat(reminder.newest().activity().toString()).doesNotContain("mention", "Jan", leader.name());
        restart();
        Meeting.react(fatima, thermometer, 2, "");
        Meeting.react(leader, thermometer, 5, "");
        reminder.await(p -> p.text().contains("Halverwege: 3 van 12 klaar"));

        clock.itIs(REVEAL_AT_FOUR.minus(SECOND));
        assertThat(bot.look()).isZero();
        clock.itIs(REVEAL_AT_FOUR);
        assertThat(Meeting.react(jan, thermometer, 1, "").text()).contains("al onthuld");
        assertThat(bot.look()).isOne();
        Post result = channel.awaitPostOffering("action.add");
        assertThat(Meeting.distribution(result)).containsExactly(0, 1, 0, 1, 1);
        reminder.await(p -> p.text().contains("Reageren kan niet meer"));
        root.await(p -> p.text().contains("Anders sluit zij vanzelf op ma\u00a06\u00a0apr\u00a016:00"));
        meeting.agree(result, jan, "Elke vrijdag een schermvrij uur");

        clock.itIs(END.minus(SECOND));
        assertThat(bot.look()).isZero();
        clock.itIs(END);
        assertThat(bot.look()).isOne();
        assertThat(meeting.awaitSummary(root).text()).contains("Elke vrijdag een schermvrij uur");
        restart();
        assertThat(bot.look()).isZero();
        leader.says("start", channel);
        channel.awaitPost(p -> p.offers("session.start"));
        assertThat(meeting.summaries(root)).isOne();
        assertThat(reminders()).isOne();
        assertThat(results()).isOne();
    }

    @Test
    void remindsNobodyAnyMoreWhereTheMachineSleptUntilTheReveal() {
        Post thermometer = openForAWeek(meeting.begin());
        Meeting.react(jan, thermometer, 4, "");
        bot.close();
        clock.itIs(REVEAL_AT_FOUR.plus(Duration.ofDays(2)));
        startBot();
        bot.look();

        channel.awaitPostOffering("action.add");
        assertThat(reminders()).isZero();
    }

    @Test
    void remindsLateWhereTheMachineSleptOverHalfTime() {
        openForAWeek(meeting.begin());
        bot.close();
        clock.itIs(HALF_WAY.plus(Duration.ofDays(2)));
        startBot();
        bot.look();

        channel.awaitPost(p -> p.text().contains("Halverwege: 0 van 12 klaar"));
    }

    @Test
    void isRevealedSoonerWhenTheFacilitatorWishes() {
        Post root = meeting.begin();
        Post thermometer = openForAWeek(root);
        clock.advance(Duration.ofDays(1));
        meeting.reveal(thermometer);

        clock.itIs(HALF_WAY);
        assertThat(bot.look()).isOne();
        clock.itIs(REVEAL_AT_FOUR);
        assertThat(bot.look()).isOne();
        meeting.close(root);
        assertThat(reminders()).isZero();
        assertThat(results()).isOne();
        clock.itIs(END);
        assertThat(bot.look() + bot.look()).as("two looks go through a week").isOne();
        assertThat(meeting.summaries(root)).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-23, Kies morgen of een latere dag",
        "2026-03-20, Kies morgen of een latere dag",
        "2026-04-07, hoogstens 14 dagen",
        "+999999999-01-01, hoogstens 14 dagen",
        "2026-02-30, Dit is geen datum",
        "30 maart, Dit is geen datum",
        "16:00, Dit is geen datum",
    })
    void isNotOpenedUntilADayThatCannotBe(String until, String line) {
        Post root = meeting.begin();
        String session = Meeting.sessionOf(root);

        assertThat(leader.forges(root, "session.start", Map.of("session", session, "until", until))
                        .text())
                .contains(line);
        assertThat(bot.look()).isZero();
        leader.taps(root, "session.start");
        assertThat(channel.awaitPostOffering("thermometer.react").text()).doesNotContain("Open tot");
    }

    @Test
    void mayFollowAStickerRound() {
        Post root = meeting.begin();
        leader.taps(root, "stickers.open");
        leader.taps(channel.awaitPostOffering("stickers.place"), "stickers.close");
        Post ranking = channel.awaitPost(p -> p.text().contains("Tot wanneer open?") && p.offers("stickers.close"));
        leader.taps(ranking, "stickers.close", Map.of(), new HashMap<>(Map.of("until", NEXT_MONDAY)));

        Post thermometer = channel.awaitPostOffering("thermometer.react");
        assertThat(thermometer.text()).contains("Open tot " + MONDAY_AT_FOUR);
        clock.itIs(REVEAL_AT_FOUR);
        bot.look();
        channel.awaitPostOffering("action.add");
    }

    private void startBot() {
        bot = RunningBot.in(teams, folder.resolve("balans.db"), clock, UPDATES, LOOKS);
    }

    private void restart() {
        bot.close();
        startBot();
    }

    private Post openForAWeek(Post root) {
        leader.taps(root, "session.start", Map.of(), Map.of("statements", "st7", "until", NEXT_MONDAY));
        return channel.awaitPost(p -> p.offers("thermometer.react") && p.text().contains("Open tot"));
    }

    private long reminders() {
        return firstVersionsWith("Halverwege");
    }

    private long results() {
        return firstVersionsWith("Uitslag 1 van 1");
    }

    private long firstVersionsWith(String text) {
        return channel.posts().stream()
                .filter(p -> p.isFromBot() && p.versions().getFirst().text().contains(text))
                .count();
    }
}
