package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.balansmonitor.sessions.Distribution;
import nl.balansmonitor.sessions.Reading;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.shared.StatementId;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the sessions left behind: everybody sees it in the channel, and in his own chat who leads it. */
class InsightTest {

    private static final Instant NOVEMBER = Instant.parse("2026-11-23T09:00:00Z");
    private static final StatementId SCREEN_FREE = new StatementId("st7");
    private static final StatementId FEEDBACK = new StatementId("st13");
    private static final int TEAM = 12;
    private static final int REPETITIONS = 25;

    @TempDir
    private static Path folder;

    private static TeamsStandIn teams;
    private static RunningBot bot;
    private static Member leader;
    private static Member jan;

    private Conversation channel;

    @BeforeAll
    static void start() {
        teams = TeamsStandIn.start(Settings.defaults());
        bot = RunningBot.in(
                teams,
                folder.resolve("balans.db"),
                new MovableClock(NOVEMBER),
                "--balans.sending.update-interval=100ms",
                "--balans.reports.base-url=http://localhost");
        leader = teams.team()[0];
        jan = teams.member("Jan de Vries");
    }

    @AfterAll
    static void stop() {
        bot.close();
        teams.close();
    }

    @BeforeEach
    void aTeamThatIsLed() {
        channel = teams.channel("Digitalisering", teams.team());
        channel.install(leader);
    }

    @AfterEach
    void nothingBrokeTeamsRules() {
        assertThat(teams.violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"trend", "Trend!"})
    void saysWhatHasChangedAndWhetherThatIsMoreThanChance(String typed) {
        measured(months(10, SCREEN_FREE, 6, 4, 2, 0, 0), months(1, SCREEN_FREE, 0, 0, 2, 4, 6));

        assertThat(trend(typed).text())
                .contains("Trend dit schooljaar", "1 sessie sinds 1 augustus 2026", "Alles is één keer gemeten");
        assertThat(words(period(trend(typed), jan, "LAST_TWELVE_MONTHS").value()))
                .contains(
                        "Eén stelling veranderde meer dan toeval: 1 warmer.",
                        "Warmer dan in januari 2026: van 1,7 naar 4,3, bij 12 van 12 reacties. Dit is meer dan toeval.",
                        "jan\u00a02026\u00a012 van 12 · okt\u00a02026\u00a012 van 12",
                        "permutatietoets",
                        "Alleen jullie eigen verleden");
    }

    @Test
    void saysThatADifferenceMayBeChanceAndOftenThatItCannotTell() {
        measured(
                months(3, SCREEN_FREE, 1, 2, 5, 3, 1),
                months(1, SCREEN_FREE, 0, 2, 4, 4, 2),
                months(3, FEEDBACK, 0, 3, 0, 0, 0),
                months(1, FEEDBACK, 0, 0, 0, 0, 3));

        assertThat(words(period(trend("trend"), jan, "EVERYTHING").value()))
                .contains(
                        "Er is geen verandering die meer is dan toeval.",
                        "van 3,1 naar 3,5, bij 12 van 12 reacties. Dit verschil kan toeval zijn.",
                        "van 2,0 naar 5,0, bij 3 van 12 reacties. Te weinig reacties om iets te zeggen.");
    }

    @Test
    void leavesAGapWhereTooFewReacted() {
        measured(
                months(3, SCREEN_FREE, 1, 2, 5, 3, 1),
                months(2, SCREEN_FREE, 0, 0, 0, 0, 2),
                months(1, SCREEN_FREE, 0, 0, 0, 0, 1));

        Post card = trend("trend");
        TapAnswer all = period(card, jan, "EVERYTHING");

        assertThat(words(all.value()))
                .contains(
                        "Eén keer gemeten, in augustus 2026: 3,1. In oktober 2026 was er geen uitslag: te weinig reacties, of niet onthuld.")
                .contains("aug\u00a02026\u00a03,1 · sep\u00a02026\u00a0– · okt\u00a02026\u00a0–")
                .doesNotContain("5,0");
    }

    @Test
    void saysWhatToDoAsLongAsNothingWasMeasured() {
        assertThat(trend("trend").text()).contains("Hier is nog niets te zien", "Na jullie eerste sessie", "Typ start");
        measured(months(14, SCREEN_FREE, 1, 2, 5, 3, 1));
        assertThat(trend("trend").text()).contains("In deze periode is niets gemeten, daarvoor wel.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LAST_DECADE", "everything", "1=1", "\u0000"})
    void knowsNoOtherPeriods(String period) {
        Post card = trend("trend");
        assertThat(jan.forges(card, "trend.show", Map.of("space", "x", "period", period))
                        .text())
                .isEqualTo("Die periode ken ik niet. Typ trend voor de trend van dit schooljaar.");
    }

    @ParameterizedTest
    @CsvSource({"trend, Typ trend in het kanaal", "rapport, Typ rapport in het kanaal"})
    void isForLeadersInTheirOwnChat(String command, String refusal) {
        measured(months(1, SCREEN_FREE, 1, 2, 5, 3, 1));
        Member amina = teams.member("O");
        assertThat(answerInChat(amina, command).text()).contains(refusal);
    }

    @ParameterizedTest
    @CsvSource({"Fatima, trend, trend.show, Trend dit schooljaar", "Zoë Çelik, rapport, report.show, Verslagen"})
    void asksALeaderOfSeveralChannelsWhichOneHeMeans(String name, String command, String verb, String title) {
        Member director = teams.member(name);
        Conversation one = ledBy(director, "Team bovenbouw");
        assertThat(answerInChat(director, command).text()).contains(title, "Team bovenbouw");
        Conversation other = ledBy(director, "Team onderbouw");
        Post question = answerInChat(director, command);
        assertThat(question.text()).contains("Van welk kanaal?");
        List<String> spaces = List.copyOf(question.card()
                .orElseThrow()
                .input("channel")
                .orElseThrow()
                .choices()
                .keySet());
        assertThat(spaces).hasSize(2);
        TapAnswer chosen = director.taps(question, verb, Map.of(), Map.of("channel", spaces.getLast()));
        assertThat(chosen.text()).contains(title).containsAnyOf(one.name(), other.name());
    }

    @Test
    void isOverInHisOwnChatOnceTheBotIsRemovedFromTheTeam() {
        Member director = teams.member("Sem 🌻 Bakker");
        Conversation led = ledBy(director, "Groep 3");
        Post card = answerInChat(director, "trend");
        assertThat(card.text()).contains("Groep 3");

        led.uninstall(director);

        assertThat(answerInChat(director, "trend").text()).contains("Typ trend in het kanaal");
        assertThat(director.taps(card, "trend.show", Map.of("period", "EVERYTHING"), Map.of())
                        .text())
                .doesNotContain("Trend");
    }

    @Test
    void tellsAboutASpaceThatIsNotHisNoMoreThanAboutOneThatDoesNotExist() {
        Member director = teams.member("Nguyễn Thị Ánh");
        ledBy(director, "Groep 8");
        Post own = answerInChat(director, "trend");
        Conversation elsewhere = teams.channel("Elders", teams.crowd(3));
        elsewhere.install(teams.crowd(3)[0]);
        teams.crowd(3)[0].says("trend", elsewhere);
        String foreign = spaceOf(elsewhere.awaitPostOffering("trend.show"));
        for (String verb : List.of("trend.show", "report.show", "report.withdraw")) {
            TapAnswer notHis = director.forges(own, verb, Map.of("space", foreign));
            TapAnswer nowhere = director.forges(own, verb, Map.of("space", "space-0"));
            assertThat(notHis.value()).isEqualTo(nowhere.value());
            assertThat(notHis.text()).doesNotContain("Elders").contains("acties");
        }
    }

    @Test
    void isOfItsOwnChannelWhateverAButtonSays() {
        measured(months(1, SCREEN_FREE, 1, 2, 5, 3, 1));
        Conversation another = teams.channel("Zorg", teams.team());
        another.install(leader);
        jan.says("trend", another);
        Post card = another.awaitPostOffering("trend.show");

        assertThat(jan.forges(card, "trend.show", Map.of("space", spaceOf(trend("trend")), "period", "EVERYTHING"))
                        .text())
                .contains("Hier is nog niets te zien");
    }

    @Test
    void linksEverySummaryToItsReport() throws Exception {
        var meeting = new Meeting(channel, leader);
        Post root = meeting.begin();
        Post thermometer = meeting.open(root, "st7").getFirst();
        meeting.react(thermometer, 2, 4, 4, 5, 1);
        meeting.reveal(thermometer);
        Post summary = meeting.close(root);

        HttpResponse<String> report = open(link(summary, "Verslag"));
        assertThat(report.statusCode()).isEqualTo(200);
        assertThat(report.body()).contains("schermvrije momenten", "3,2");
        String before = link(summary, "Verslag");
        jan.says("rapport", channel);
        Post reports = channel.awaitPostOffering("report.withdraw");
        assertThat(reports.text()).contains("Verslagen", "schermvrije momenten", "tot 23 december 2026");
        assertThat(open(link(reports, "Open het verslag")).statusCode()).isEqualTo(200);
        assertThat(open(link(reports, "Metingen (CSV)")).body()).contains("schermvrije momenten");

        assertThat(jan.taps(reports, "report.withdraw").text())
                .contains("Alleen een leider van dit team kan links intrekken");
        assertThat(open(before).statusCode()).isEqualTo(200);
        assertThat(leader.taps(reports, "report.withdraw").text()).contains("De oudere links werken niet meer");
        assertThat(open(before).statusCode()).isIn(404, 410);
        assertThat(open(link(reports, "Open het verslag")).statusCode()).isIn(404, 410);
        String renewed = reports.cardFor(leader)
                .orElseThrow()
                .json()
                .findValuesAsString("url")
                .getFirst();
        assertThat(open(renewed).statusCode()).isEqualTo(200);
    }

    @Test
    void answersAboutTenYearsAtOnce() {
        Post card = trend("trend");
        TenYears.until(NOVEMBER, new SpaceId(spaceOf(card))).writeTo(bot.documents());

        long[] millis = IntStream.range(0, REPETITIONS)
                .mapToObj(i -> period(card, jan, "EVERYTHING"))
                .peek(answer -> assertThat(answer.text()).contains("120 sessies"))
                .mapToLong(answer -> answer.elapsed().toMillis())
                .toArray();
        long[] warm = IntStream.range(REPETITIONS / 2, REPETITIONS)
                .mapToLong(i -> millis[i])
                .sorted()
                .toArray();
        Finding.say(
                "trend over ten years of monthly sessions with 10 statements, on a card: first answer %d ms, then median %d ms"
                        .formatted(millis[0], warm[warm.length / 2]));
    }

    private record Measured(int monthsAgo, StatementId statement, Distribution distribution) {}

    private static Measured months(int ago, StatementId statement, Integer... counts) {
        return new Measured(ago, statement, new Distribution(List.of(counts)));
    }

    /** One closed session for each month; of too few reactions no scores are kept, as in a real one. */
    private void measured(Measured... all) {
        SpaceId space = new SpaceId(spaceOf(trend("trend")));
        var archive = new Archive(space);
        for (Measured one : all) {
            Instant at = NOVEMBER.minus(Duration.ofDays(30L * one.monthsAgo()));
            var session = new SessionId("s" + one.monthsAgo());
            int reactions = one.distribution().total();
            archive.closed(session, at, List.of(SCREEN_FREE, FEEDBACK), Optional.empty());
            archive.add(new Reading(
                    session,
                    one.statement(),
                    at,
                    reactions,
                    TEAM,
                    true,
                    Optional.of(one.distribution()).filter(d -> reactions > 2),
                    List.of(),
                    true));
        }
        archive.writeTo(bot.documents());
    }

    private Conversation ledBy(Member member, String name) {
        Conversation led = teams.channel(name, teams.team());
        led.install(member);
        member.says("trend", led);
        led.awaitPostOffering("trend.show");
        return led;
    }

    private Post trend(String typed) {
        int before = channel.posts().size();
        jan.says(typed, channel);
        return channel.awaitPost(p -> p.offers("trend.show") && channel.posts().indexOf(p) > before);
    }

    private static Post answerInChat(Member member, String command) {
        int before = member.chat().posts().size();
        member.says(command, member.chat());
        return member.chat()
                .awaitPost(p -> p.isFromBot() && member.chat().posts().indexOf(p) > before);
    }

    private static TapAnswer period(Post card, Member member, String period) {
        return member.forges(card, "trend.show", Map.of("space", "mine", "period", period));
    }

    /** Everything that a card says, what is folded included. */
    private static String words(JsonNode card) {
        return String.join("\n", card.findValuesAsString("text"));
    }

    private static String spaceOf(Post card) {
        return card.card()
                .orElseThrow()
                .actions("trend.show", Map.of())
                .getFirst()
                .data()
                .path("space")
                .asString();
    }

    /** The link behind a button, on the port at which the bot is really found. */
    private static String link(Post post, String title) {
        return post.card().orElseThrow().json().findParents("url").stream()
                .filter(button -> button.path("title").asString().contains(title))
                .map((JsonNode button) -> button.path("url").asString())
                .findFirst()
                .orElseThrow();
    }

    private static HttpResponse<String> open(String link) throws IOException, InterruptedException {
        URI here = URI.create(link.replace("http://localhost/", "http://127.0.0.1:" + bot.port() + "/"));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(here).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
