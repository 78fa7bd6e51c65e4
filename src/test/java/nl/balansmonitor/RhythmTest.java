package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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

/** Sessions that come round by themselves, every two weeks on Tuesday at ten: announced on Monday at eight, begun at their moment. */
class RhythmTest {

    private static final String UPDATES = "--balans.sending.update-interval=50ms";

    /** Nothing is looked at but when the test says so. */
    private static final String LOOKS = "--balans.rhythm.look-interval=1h";

    private static final Instant FRIDAY = Instant.parse("2026-11-27T09:00:00Z");
    private static final Instant MONDAY_AT_EIGHT = Instant.parse("2026-11-30T07:00:00Z");
    private static final Instant TUESDAY_AT_TEN = Instant.parse("2026-12-01T09:00:00Z");
    private static final String TUESDAY = "di\u00a01\u00a0dec om 10:00";
    private static final String THE_NEXT = "De volgende is op di\u00a015\u00a0dec om 10:00.";
    private static final String COMES = "Op " + TUESDAY + " begint een sessie";

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock(FRIDAY);
    private TeamsStandIn teams;
    private RunningBot bot;
    private Conversation channel;
    private Member leader;
    private Member jan;
    private Planning planning;

    @BeforeEach
    void start() {
        teams = TeamsStandIn.start(Settings.defaults());
        startBot();
        channel = teams.channel("Digitalisering", teams.team());
        leader = teams.team()[0];
        jan = teams.member("Jan de Vries");
        channel.install(leader);
        planning = new Planning(channel, leader, jan);
    }

    @AfterEach
    void stop() {
        bot.close();
        teams.close();
        assertThat(teams.violations()).isEmpty();
    }

    @Test
    void areAnnouncedASchoolDayAheadAndBeginAtTheirMoment() {
        TapAnswer saved = planning.plan(Map.of());
        assertThat(saved.text()).contains("✔ De planning is bewaard.", "Om de 2 weken op dinsdag om 10:00", TUESDAY);
        channel.awaitPost(p -> p.offers("plan.edit") && p.text().contains("regio Zuid"));

        clock.itIs(MONDAY_AT_EIGHT.minusSeconds(1));
        look();
        assertThat(posts(COMES)).isZero();
        clock.itIs(MONDAY_AT_EIGHT);
        look();
        Post line = channel.awaitPost(p -> p.text().contains(COMES));
        assertThat(line.text()).contains("Samen in de vergadering");

        clock.itIs(TUESDAY_AT_TEN.minusSeconds(1));
        look();
        assertThat(starts()).isZero();
        clock.itIs(TUESDAY_AT_TEN);
        look();
        Post root = channel.awaitPostOffering("session.start");
        line.await(p -> p.text().contains("is begonnen") && !p.offers("plan.skip"));
        assertThat(new Meeting(channel, leader).open(root)).hasSize(2);
    }

    @Test
    void happenOnceThroughRestartsAndAClockThatJumpsBack() {
        planning.plan(Map.of());
        for (Instant moment : List.of(
                MONDAY_AT_EIGHT,
                MONDAY_AT_EIGHT,
                FRIDAY,
                MONDAY_AT_EIGHT,
                TUESDAY_AT_TEN,
                MONDAY_AT_EIGHT,
                TUESDAY_AT_TEN,
                TUESDAY_AT_TEN.plus(Duration.ofMinutes(5)))) {
            clock.itIs(moment);
            restart();
            look();
        }

        channel.awaitPostOffering("session.start");
        assertThat(posts("De sessie van " + TUESDAY + " is begonnen.")).isOne();
        assertThat(starts()).isOne();
    }

    @Test
    void areSaidToHaveBeenMissedAfterASleepOfTwoDays() {
        planning.plan(Map.of());
        bot.close();
        clock.itIs(TUESDAY_AT_TEN.plus(Duration.ofDays(2)));
        startBot();
        look();

        Post missed = channel.awaitPost(p -> p.text().contains("De sessie van " + TUESDAY + " is niet doorgegaan"));
        assertThat(missed.text()).contains("ik kon er toen niet bij zijn", THE_NEXT);
        assertThat(starts()).isZero();
        assertThat(posts(COMES)).isZero();
        restart();
        look();
        assertThat(posts("is niet doorgegaan")).isOne();
    }

    @Test
    void beginLateWhereThatStillMakesSense() {
        planning.plan(Map.of("openDays", "5"));
        bot.close();
        clock.itIs(TUESDAY_AT_TEN.plus(Duration.ofDays(1)));
        startBot();
        look();

        Post thermometer = channel.awaitPostOffering("thermometer.react");
        assertThat(thermometer.text()).contains("Open tot ma\u00a07\u00a0dec\u00a016:00");
        assertThat(posts(COMES)).isZero();
    }

    @Test
    void makeWayForASessionInWhichTheTeamIsAtWork() {
        planning.plan(Map.of());
        clock.itIs(TUESDAY_AT_TEN.minusSeconds(600));
        look();
        Meeting meeting = new Meeting(channel, leader);
        meeting.open(meeting.begin());
        clock.itIs(TUESDAY_AT_TEN);
        look();

        Post missed = channel.awaitPost(p -> p.text().contains("er liep nog een andere sessie"));
        assertThat(missed.text()).contains(THE_NEXT);
        channel.awaitPost(p -> p.text().contains("De sessie van " + TUESDAY + " is niet doorgegaan.\n")
                || p.text().endsWith("De sessie van " + TUESDAY + " is niet doorgegaan."));
    }

    @Test
    void stayAwayFromADeletedChannelAndComeInTheOthersOfItsTeam() {
        Conversation beside = teams.channelBeside(channel, "Zorg", leader, jan);
        beside.install(leader);
        for (Conversation each : List.of(channel, beside)) {
            new Planning(each, leader, jan).plan(Map.of());
        }
        bot.awaitSent();
        long before = sends(channel);
        channel.delete(leader);
        beside.upgrade(leader);
        clock.itIs(MONDAY_AT_EIGHT);
        look();
        beside.awaitPost(p -> p.text().contains(COMES));
        bot.awaitSent();
        assertThat(sends(channel)).isEqualTo(before);

        channel.restore(leader);
        channel.awaitPost(p -> p.text().contains(COMES));
        bot.awaitSent();
        before = sends(channel);
        beside.uninstall(leader);
        clock.itIs(TUESDAY_AT_TEN);
        look();
        assertThat(sends(channel)).as("of a team that the bot was taken out of").isEqualTo(before);
    }

    @Test
    void areSkippedOnceByALeader() {
        planning.plan(Map.of());
        Post line = announced();
        assertThat(line(jan.taps(line, "plan.skip"))).contains("Alleen een leider");

        assertThat(leader.taps(line, "plan.skip").text()).contains("wordt één keer overgeslagen", THE_NEXT);
        line.await(p -> p.text().contains("wordt één keer overgeslagen"));
        clock.itIs(TUESDAY_AT_TEN);
        look();
        assertThat(starts()).isZero();
        clock.itIs(TUESDAY_AT_TEN.plus(Duration.ofDays(14)));
        look();
        look();
        look();
        look();
        channel.awaitPostOffering("session.start");
    }

    @Test
    void areMovedOnceByALeader() {
        planning.plan(Map.of());
        Post line = announced();
        var wednesday = Map.of("date", "2026-12-02", "time", "14:15");
        assertThat(line(jan.taps(line, "plan.move", Map.of(), wednesday))).contains("Alleen een leider");

        TapAnswer saturday = leader.taps(line, "plan.move", Map.of(), Map.of("date", "2026-12-05", "time", "14:15"));
        assertThat(saturday.text()).contains("Dan is er geen school.");
        assertThat(input(saturday, "date")).isEqualTo("2026-12-05");
        assertThat(input(saturday, "time")).isEqualTo("14:15");

        assertThat(leader.taps(line, "plan.move", Map.of(), wednesday).text())
                .contains("Op wo\u00a02\u00a0dec om 14:15 begint");
        line.await(p -> p.text().contains("verplaatst naar wo\u00a02\u00a0dec om 14:15"));
        clock.itIs(TUESDAY_AT_TEN);
        look();
        channel.awaitPost(p -> p.text().contains("Op wo\u00a02\u00a0dec om 14:15 begint"));
        assertThat(starts()).isZero();
        clock.itIs(Instant.parse("2026-12-02T13:15:00Z"));
        look();
        channel.awaitPostOffering("session.start");
    }

    @Test
    void areWithdrawnWhenThePlanEnds() {
        planning.plan(Map.of());
        Post line = announced();
        Post card = channel.awaitPost(p -> p.offers("plan.edit") && p.text().contains("Om de 2 weken"));
        leader.taps(card, "plan.edit");

        assertThat(leader.taps(card, "plan.off").text()).contains("✔ Er zijn geen sessies meer gepland.");
        line.await(p -> p.text().contains("De sessie van " + TUESDAY + " is niet meer gepland."));
        clock.itIs(TUESDAY_AT_TEN);
        look();
        assertThat(starts()).isZero();
    }

    @Test
    void areSeenByEverybodyAndPlannedInTheChannel() {
        Post card = planning.card();
        assertThat(card.text()).contains("Er zijn nog geen sessies gepland.").doesNotContain("Hoe vaak?");
        jan.says("plan", jan.chat());

        assertThat(jan.chat().awaitPost(p -> true).text()).contains("typ daar @Balans-Monitor plan");
    }

    private void startBot() {
        bot = RunningBot.in(teams, folder.resolve("balans.db"), clock, UPDATES, LOOKS);
    }

    private void restart() {
        bot.close();
        startBot();
    }

    private Post announced() {
        clock.itIs(MONDAY_AT_EIGHT);
        look();
        return channel.awaitPost(p -> p.text().contains(COMES));
    }

    /** What it leads to is posted when this returns. */
    private void look() {
        bot.look();
        bot.awaitSent();
    }

    /** How often the bot tried to send there. */
    private long sends(Conversation where) {
        return teams.sends().stream()
                .filter(call -> call.conversationId().startsWith(where.id()))
                .count();
    }

    private long posts(String text) {
        return channel.posts().stream().filter(p -> p.text().contains(text)).count();
    }

    private long starts() {
        return channel.posts().stream().filter(p -> p.offers("session.start")).count();
    }

    private static String line(TapAnswer answer) {
        return answer.line().orElseGet(() -> "a card: " + answer.text());
    }

    private static String input(TapAnswer answer, String id) {
        return answer.card().orElseThrow().input(id).orElseThrow().value();
    }
}
