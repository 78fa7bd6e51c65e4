package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import nl.balansmonitor.standin.Conversation;
import nl.balansmonitor.standin.Member;
import nl.balansmonitor.standin.Post;
import nl.balansmonitor.standin.Settings;
import nl.balansmonitor.standin.TapAnswer;
import nl.balansmonitor.standin.TeamsStandIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The next session begins with what the team promised itself in the one before. */
class LookingBackTest {

    private static final String SCREEN_FREE = "Elke vrijdag een schermvrij uur";
    private static final String ASK_PUPILS = "Drie leerlingen vragen wat zij van de rekenapp vinden";

    @TempDir
    private static Path folder;

    private static TeamsStandIn teams;
    private static RunningBot bot;
    private static Member leader;
    private static Member jan;
    private static Member fatima;

    private Conversation channel;
    private Meeting meeting;

    @BeforeAll
    static void start() {
        teams = TeamsStandIn.start(Settings.defaults());
        bot = RunningBot.in(teams, folder.resolve("balans.db"), "--balans.sending.update-interval=200ms");
        leader = teams.team()[0];
        jan = teams.member("Jan de Vries");
        fatima = teams.member("Fatima");
    }

    @AfterAll
    static void stop() {
        bot.close();
        teams.close();
    }

    @AfterEach
    void nothingBrokeTeamsRules() {
        assertThat(teams.violations()).isEmpty();
    }

    @BeforeEach
    void aSessionWithTwoActions() {
        channel = teams.channel("Digitalisering", teams.team());
        meeting = new Meeting(channel, leader);
        Post root = meeting.begin();
        Post thermometer = meeting.open(root, "st7").getFirst();
        meeting.react(thermometer, 1, 2, 3, 4);
        Post result = meeting.reveal(thermometer);
        meeting.agree(result, jan, SCREEN_FREE);
        meeting.agree(result, fatima, ASK_PUPILS);
        meeting.close(root);
    }

    @Test
    void takesOneTapPerActionAndGoesOn() {
        Post start = meeting.begin();
        assertThat(start.text()).contains("Eerst terugkijken", SCREEN_FREE, "Jan de Vries", ASK_PUPILS, "Fatima");

        List<Map<String, String>> actions = actionsOn(start);
        assertThat(jan.taps(start, "lookback.done", actions.get(0)).text()).contains("✅ gedaan");
        assertThat(leader.taps(start, "lookback.again", actions.get(1)).text()).contains("🔁 opnieuw opgepakt");
        start.await(p -> p.text().contains("✅ gedaan") && p.text().contains("🔁 opnieuw opgepakt"));

        assertThat(leader.taps(start, "lookback.next").text())
                .contains("Teruggekeken: 1 gedaan, 1 opnieuw of aangepast, 0 nog open.")
                .doesNotContain(SCREEN_FREE);
        assertThat(meeting.open(start, "st9")).hasSize(1);
    }

    @Test
    void leavesOpenWhatIsNotDecided() {
        Post start = meeting.begin();
        leader.taps(start, "lookback.next");
        start.await(p -> p.text().contains("2 nog open"));

        assertThat(list()).contains("2 acties open", SCREEN_FREE, ASK_PUPILS);
    }

    @Test
    void adjustsAnActionInAFormThatKeepsWhatWasTyped() {
        Post start = meeting.begin();
        Map<String, String> action = actionsOn(start).getFirst();
        TapAnswer form = jan.taps(start, "lookback.adjust", action);
        assertThat(form.card().orElseThrow().input("what").orElseThrow().value())
                .isEqualTo(SCREEN_FREE);

        TapAnswer refused = jan.taps(
                start,
                "lookback.adjust",
                action,
                Map.of("what", "Elke vrijdag schermvrij", "feedbackDate", "2020-01-01"));
        assertThat(refused.text()).contains("Deze dag is al voorbij.");
        assertThat(refused.card().orElseThrow().input("what").orElseThrow().value())
                .isEqualTo("Elke vrijdag schermvrij");

        String date = LocalDate.now(ZoneId.of("Europe/Amsterdam"))
                .plusWeeks(6)
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .toString();
        assertThat(jan.taps(
                                start,
                                "lookback.adjust",
                                action,
                                Map.of("what", "Elke vrijdag schermvrij", "feedbackDate", date))
                        .text())
                .contains("Elke vrijdag schermvrij", "✏️ aangepast");
        start.await(p -> p.text().contains("✏️ aangepast"));
        assertThat(list()).contains("Jan de Vries paste dit aan (was: " + SCREEN_FREE);
    }

    @Test
    void letsNobodyButTheOwnerAndTheFacilitatorDecide() {
        Post start = meeting.begin();
        Map<String, String> action = actionsOn(start).getFirst();

        assertThat(fatima.taps(start, "lookback.done", action).line()).isPresent();
        assertThat(fatima.taps(start, "lookback.again", action).line()).isPresent();
        assertThat(fatima.taps(start, "lookback.adjust", action).line()).isPresent();
        assertThat(fatima.taps(start, "lookback.next").line()).isPresent();
        assertThat(list()).contains("2 acties open").doesNotContain("opnieuw op");
    }

    @Test
    void saysOfASecondTapThatTheActionWasDone() {
        Post start = meeting.begin();
        Map<String, String> action = actionsOn(start).getFirst();
        jan.taps(start, "lookback.done", action);

        Map<String, String> again = Map.of("session", Meeting.sessionOf(start), "action", action.get("action"));
        assertThat(leader.forges(start, "lookback.done", again).line())
                .contains("Deze actie was al gedaan. Typ @Balans-Monitor acties voor wat er nog openstaat.");
        assertThat(leader.forges(start, "lookback.again", again).line())
                .contains("Deze actie was al gedaan. Typ @Balans-Monitor acties voor wat er nog openstaat.");
    }

    @Test
    void hasNothingToLookBackOnInAFirstSession() {
        Conversation other = teams.channel("Onderbouw", teams.team());
        assertThat(new Meeting(other, leader).begin().text()).doesNotContain("terugkijken");
    }

    private String list() {
        leader.says("acties", channel);
        return channel.awaitPost(p -> p.isFromBot() && p.text().contains("🎯 Acties"))
                .text();
    }

    /** The data by which the buttons of the actions are told apart, in the order of the card. */
    private static List<Map<String, String>> actionsOn(Post start) {
        return start.card().orElseThrow().actions("lookback.done", Map.of()).stream()
                .map(button -> Map.of("action", button.data().path("action").asString()))
                .toList();
    }
}
