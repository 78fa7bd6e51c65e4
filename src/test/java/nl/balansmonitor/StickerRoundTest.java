package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.balansmonitor.standin.Card;
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
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A team of the fictional school De Zwaluw chooses by stickers what to measure. */
@ParameterizedClass
@EnumSource
class StickerRoundTest {

    private static final String FOUR = "st1,st5,st9,st13";

    private static TeamsStandIn teams;
    private static RunningBot bot;
    private static Member leader;
    private static Member jan;
    private static Member fatima;
    private static Member amina;

    private Conversation channel;
    private Meeting meeting;
    private Post root;

    /** Played on each store, which has been used already when a test begins. */
    StickerRoundTest(Store store) {}

    @BeforeParameterizedClassInvocation
    static void start(Store store, @TempDir Path folder) {
        teams = TeamsStandIn.start(Settings.defaults());
        bot = RunningBot.in(teams, store.in(folder), "--balans.sending.update-interval=200ms");
        leader = teams.team()[0];
        jan = teams.member("Jan de Vries");
        fatima = teams.member("Fatima");
        amina = teams.team()[3];
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

    @BeforeEach
    void begin() {
        channel = teams.channel("Digitalisering", teams.team());
        meeting = new Meeting(channel, leader);
        root = meeting.begin();
    }

    @Test
    void measuresWhatGotMostStickers() {
        Post round = open(FOUR, "");
        assertThat(round.text()).contains("Je hebt 3 stickers.");
        place(leader, round, Map.of("st9", "3"));
        place(jan, round, Map.of("st9", "1", "st1", "2"));
        place(fatima, round, Map.of("st1", "1", "st5", "1"));
        root.await(p -> p.text().contains("3 van 12 klaar"));

        TapAnswer ranking = leader.taps(round, "stickers.close");
        assertThat(ranking.text()).contains("3 deelnemers", "🟡🟡🟡🟡 4", "🟡🟡🟡 3", "🟡 1", " 0");
        assertThat(chosenOn(ranking.card().orElseThrow())).isEqualTo("st9,st1");
        round.await(p -> p.text().contains("Uitslag van de stickers"));

        leader.taps(round, "stickers.close");
        Post thermometer = channel.awaitPost(p -> p.offers("thermometer.reveal"));
        assertThat(Meeting.statementOf(thermometer)).isIn("st9", "st1");
        round.await(p -> !p.offers("stickers.close"));
        assertThat(round.text()).contains("Uitslag van de stickers");
    }

    @Test
    void confirmsNothingWhenTheRoundIsClosedTwice() {
        Post round = open(FOUR, "");
        for (Member member : List.of(leader, jan, fatima)) {
            place(member, round, Map.of("st9", "3"));
        }
        Object button = round.card()
                .orElseThrow()
                .actions("stickers.close", Map.of())
                .getFirst()
                .data();
        leader.taps(round, "stickers.close");
        round.await(p -> p.text().contains("Uitslag van de stickers"));

        assertThat(leader.forges(round, "stickers.close", button).text()).contains("Uitslag van de stickers");
        leader.taps(root, "session.close");
        root.await(p -> p.text().contains("geldt niet meer"));
        assertThat(channel.posts()).noneMatch(p -> p.offers("thermometer.react"));
    }

    @Test
    void letsTheFacilitatorOverrideTheStickers() {
        Post round = open(FOUR, "");
        for (Member member : List.of(leader, jan, fatima)) {
            place(member, round, Map.of("st9", "3"));
        }
        leader.taps(round, "stickers.close");
        round.await(p -> p.text().contains("Uitslag van de stickers"));

        leader.taps(round, "stickers.close", Map.of(), Map.of("statements", "st13"));
        assertThat(Meeting.statementOf(channel.awaitPost(p -> p.offers("thermometer.reveal"))))
                .isEqualTo("st13");
    }

    @Test
    void suggestsTheWholeThemeThatWasMeasuredLongestAgo() {
        leader.taps(root, "stickers.open");
        Post round = channel.awaitPostOffering("stickers.place");
        assertThat(round.card().orElseThrow().inputs())
                .hasSizeBetween(3, 6)
                .allMatch(input -> input.id().startsWith("sticker.st"));
    }

    @Test
    void showsTiesAndLeavesThemToTheFacilitator() {
        Post round = open(FOUR, "1");
        place(leader, round, Map.of("st1", "1"));
        place(jan, round, Map.of("st5", "1"));
        place(fatima, round, Map.of("st9", "1"));

        assertThat(leader.taps(round, "stickers.close").text())
                .contains("1. (gelijk)", "Gelijk aantal stickers op de grens.");
    }

    @Test
    void keepsWhatWasFilledInWhenItIsTooMuch() {
        Post round = open(FOUR, "");
        TapAnswer answer = place(jan, round, Map.of("st1", "3", "st9", "2"));

        assertThat(answer.text()).contains("Je plakte 2 stickers te veel: je hebt er 3.");
        Card card = answer.card().orElseThrow();
        assertThat(card.input("sticker.st1").orElseThrow().value()).isEqualTo("3");
        assertThat(card.input("sticker.st9").orElseThrow().value()).isEqualTo("2");
        assertThat(root.text()).contains("0 van 12 klaar");

        assertThat(place(jan, round, Map.of("st1", "2", "st9", "1")).text()).contains("Je stickers zijn geplakt.");
        root.await(p -> p.text().contains("1 van 12 klaar"));
    }

    @Test
    void countsTheLastPlacementOfEveryMember() {
        Post round = open(FOUR, "");
        place(leader, round, Map.of("st1", "3"));
        place(leader, round, Map.of("st1", "0", "st9", "2"));
        place(jan, round, Map.of("st5", "1"));
        place(fatima, round, Map.of("st5", "1"));
        root.await(p -> p.text().contains("3 van 12 klaar"));

        String ranking = leader.taps(round, "stickers.close").text();
        assertThat(ranking).contains("🟡🟡 2").doesNotContain("🟡🟡🟡");
    }

    @Test
    void showsNothingOfTheStickersBeforeTheClose() {
        Post round = open(FOUR, "");
        place(jan, round, Map.of("st1", "3"));
        root.await(p -> p.text().contains("1 van 12 klaar"));

        assertThat(round.versions())
                .as("an edit would empty the form of whoever fills it in")
                .hasSize(1);
        assertThat(round.card().orElseThrow().inputs()).allMatch(i -> i.value().equals("0"));
        TapAnswer others = place(fatima, round, Map.of());
        assertThat(others.card().orElseThrow().inputs()).allMatch(i -> i.value().equals("0"));
    }

    @Test
    void showsNoRankingOfTooFew() {
        Post round = open(FOUR, "");
        place(jan, round, Map.of("st1", "3"));
        place(fatima, round, Map.of("st9", "3"));

        assertThat(leader.taps(round, "stickers.close").text())
                .contains("2 deelnemers", "Te weinig mensen")
                .doesNotContain("🟡🟡");
    }

    @ParameterizedTest
    @CsvSource({
        "sticker.st1, drie, heel getal",
        "sticker.st1, 1.5, heel getal",
        "sticker.st1, -1, Minder dan 0",
        "sticker.st2, 1, hoort niet bij deze stickerronde",
        "sticker.own-forged, 1, hoort niet bij deze stickerronde",
        "sticker.st1, 99999999999, heel getal",
    })
    void refusesWhatIsNoPlacementAndChangesNothing(String input, String stickers, String why) {
        Post round = open(FOUR, "");
        place(amina, round, Map.of("st1", "1"));
        var forged = Map.of("session", Meeting.sessionOf(root), input, stickers, "budget", 99);

        TapAnswer answer = amina.forges(round, "stickers.place", forged);

        assertThat(answer.line().orElse("")).contains(why);
        assertThat(amina.forges(round, "stickers.view", Map.of("session", Meeting.sessionOf(root)))
                        .card()
                        .orElseThrow()
                        .input("sticker.st1")
                        .orElseThrow()
                        .value())
                .isEqualTo("1");
    }

    @Test
    void takesNoBudgetThatWasTamperedWith() {
        Post round = open(FOUR, "");
        TapAnswer answer = jan.forges(
                round, "stickers.place", Map.of("session", Meeting.sessionOf(root), "budget", 9, "sticker.st1", "9"));
        assertThat(answer.text()).contains("6 stickers te veel");
        assertThat(root.text()).contains("0 van 12 klaar");
    }

    @ParameterizedTest
    @CsvSource({"0", "11", "-3", "veel", "2.5"})
    void opensNoRoundWithSuchABudget(String budget) {
        TapAnswer answer = leader.forges(
                root,
                "stickers.open",
                Map.of("session", Meeting.sessionOf(root), "statements", FOUR, "budget", budget));
        assertThat(answer.line()).isPresent();
        assertThat(root.offers("stickers.open")).isTrue();
    }

    @Test
    void refusesEverybodyElseTheFacilitatorsSteps() {
        assertThat(jan.taps(root, "stickers.open").line()).isPresent();
        Post round = open(FOUR, "");
        assertThat(jan.taps(round, "stickers.close").line()).isPresent();
        assertThat(round.offers("stickers.place")).isTrue();
    }

    @Test
    void refusesStickersOnceTheRoundIsOver() {
        Post round = open(FOUR, "");
        for (Member member : List.of(leader, jan, fatima)) {
            place(member, round, Map.of("st9", "3"));
        }
        leader.taps(round, "stickers.close");

        TapAnswer late =
                amina.forges(round, "stickers.place", Map.of("session", Meeting.sessionOf(root), "sticker.st1", "3"));
        assertThat(late.line()).isPresent();
        round.await(p -> p.text().contains("3 deelnemers"));
    }

    private Post open(String statements, String budget) {
        leader.taps(root, "stickers.open", Map.of(), Map.of("statements", statements, "budget", budget));
        String session = Meeting.sessionOf(root);
        return channel.awaitPost(p -> p.card()
                .filter(c ->
                        !c.actions("stickers.place", Map.of("session", session)).isEmpty())
                .isPresent());
    }

    private static TapAnswer place(Member member, Post round, Map<String, String> stickers) {
        var filledIn = new HashMap<String, String>();
        stickers.forEach((statement, count) -> filledIn.put("sticker." + statement, count));
        return member.taps(round, "stickers.place", Map.of(), filledIn);
    }

    private static String chosenOn(Card ranking) {
        return ranking.input("statements").orElseThrow().value();
    }
}
