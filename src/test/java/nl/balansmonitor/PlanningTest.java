package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
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
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is filled in to have sessions come round by themselves, on the Friday before the first; how they come is in {@link RhythmTest}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanningTest {

    private static final Instant FRIDAY = Instant.parse("2026-11-27T09:00:00Z");
    private static final String TUESDAY = "di\u00a01\u00a0dec om 10:00";

    private TeamsStandIn teams;
    private RunningBot bot;
    private Conversation channel;
    private Member leader;
    private Member jan;
    private Planning planning;

    @BeforeAll
    void start(@TempDir Path folder) {
        teams = TeamsStandIn.start(Settings.defaults());
        bot = RunningBot.in(
                teams, folder.resolve("balans.db"), new MovableClock(FRIDAY), "--balans.sending.update-interval=50ms");
        leader = teams.team()[0];
        jan = teams.member("Jan de Vries");
    }

    /** Each test has a channel, and so a plan, of its own. */
    @BeforeEach
    void install() {
        channel = teams.channel("Digitalisering", teams.team());
        channel.install(leader);
        planning = new Planning(channel, leader, jan);
    }

    @AfterEach
    void nothingBrokeTeamsRules() {
        assertThat(teams.violations()).isEmpty();
    }

    @AfterAll
    void stop() {
        bot.close();
        teams.close();
        assertThat(teams.violations()).isEmpty();
    }

    @Test
    void areSkippedMovedAndHeldAfterAllFromThePlan() {
        planning.plan(Map.of());
        Post card = channel.awaitPost(p -> p.offers("plan.edit") && p.text().contains("Om de 2 weken"));
        leader.taps(card, "plan.edit");
        var second = Map.of("occasion", "2026-12-15");

        assertThat(leader.taps(card, "plan.skip", second).text())
                .contains("✔ Deze keer wordt overgeslagen.", "wordt overgeslagen");
        assertThat(leader.taps(card, "plan.move", second).text()).contains("Naar welke dag?");
        TapAnswer moved = leader.taps(card, "plan.move", Map.of(), Map.of("date", "2026-12-16", "time", "10:00"));
        assertThat(moved.text()).contains("✔ De sessie is verplaatst.", "wo\u00a016\u00a0dec om 10:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "weeks | 0 | een getal van 1 tot en met 26",
                "weeks | '' | een getal van 1 tot en met 26",
                "region | OOST | Noord, Midden of Zuid",
                "region | '' | Noord, Midden of Zuid",
                "weekday | SUNDAY | In het weekend is er geen sessie",
                "firstDate | 2026-11-26 | ligt in het verleden",
                "firstDate | 2029-01-01 | binnen twee jaar",
                "firstDate | morgen | Dit is geen datum",
                "time | 22:00 | van 07:00 tot en met 18:00",
                "statements | 9 | Kies 1, 2 of 3 stellingen",
                "interim | true | minstens 4 weken",
                "openDays | 14 | dan begint de volgende al",
            })
    void areNotPlannedByAFormWithAMistake(String field, String value, String reason) {
        Post card = planning.card();
        leader.taps(card, "plan.edit");
        Map<String, String> form = Planning.form(Map.of(field, value));
        var data = new HashMap<String, Object>(form);
        data.put("space", "x");

        TapAnswer refused = leader.forges(card, "plan.set", data);

        assertThat(refused.text()).contains(reason, "Er zijn nog geen sessies gepland.");
        form.keySet().stream()
                .filter(input -> !input.equals(field))
                .forEach(input -> assertThat(input(refused, input)).isEqualTo(form.get(input)));
        assertThat(planning.card().text()).contains("Er zijn nog geen sessies gepland.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan.edit", "plan.set", "plan.off", "plan.skip", "plan.move"})
    void areChangedByLeadersAlone(String verb) {
        planning.plan(Map.of());
        Post card = planning.card();
        var data = new HashMap<String, Object>(Planning.form(Map.of("time", "11:00")));
        data.putAll(Map.of("space", "x", "occasion", "2026-12-01", "on", "PLAN", "date", "2026-12-02"));

        assertThat(line(jan.forges(card, verb, data))).contains("Alleen een leider van dit team");
        assertThat(planning.card().text()).contains(TUESDAY).doesNotContain("11:00");
    }

    private static String line(TapAnswer answer) {
        return answer.line().orElseGet(() -> "a card: " + answer.text());
    }

    private static String input(TapAnswer answer, String id) {
        return answer.card().orElseThrow().input(id).orElseThrow().value();
    }
}
