package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.balansmonitor.standin.Card;
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

/** Everybody sees what a team can choose from; its leaders change it, each in a view of his own. */
class DeckOfATeamTest {

    private static final String SCREEN_FREE =
            "Er is bewust ruimte voor schermvrije momenten en onverwachte leermomenten.";
    private static final String READING = "Wij lezen elke dag samen, zonder scherm.";
    private static final Map<String, String> SCREEN_FREE_BUTTON = Map.of("statement", "st7");

    @TempDir
    private static Path folder;

    private static TeamsStandIn teams;
    private static RunningBot bot;
    private static Member leader;
    private static Member jan;

    private Conversation channel;
    private Meeting meeting;

    @BeforeAll
    static void start() {
        teams = TeamsStandIn.start(Settings.defaults());
        bot = RunningBot.in(teams, folder.resolve("balans.db"), "--balans.sending.update-interval=100ms");
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
        meeting = new Meeting(channel, leader);
    }

    @AfterEach
    void nothingBrokeTeamsRules() {
        assertThat(teams.violations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"stellingen, st1", "Statements!, st21"})
    void isShownByThemeOnOneCard(String command, String one) {
        jan.says(command, channel);
        Post deck = channel.awaitPostOffering("deck.manage");

        assertThat(deck.text())
                .contains("Professionaliteit (4)", "Ouders (", "Ik behoud regie", "nog nooit gemeten")
                .doesNotContain("mediaan", "eigen ·", "📌", "Dit zijn stelling", SCREEN_FREE);
        assertThat(all(card(deck))).contains(SCREEN_FREE);
        assertThat(card(deck).actions("statement.flag", Map.of())).hasSize(21);
        assertThat(card(deck).actions("statement.flag", Map.of("statement", one)))
                .hasSize(1);
        assertThat(deck.offers("statement.add")).isFalse();
    }

    @Test
    void isFoldedButForTheFirstTheme() {
        List<Boolean> visible = deck().card().orElseThrow().json().findValues("isVisible").stream()
                .map(v -> v.asBoolean())
                .toList();

        assertThat(visible).containsExactly(true, false, false, false, false);
    }

    @Test
    void saysWhenAStatementWasMeasuredAndItsMedian() {
        Post root = meeting.begin();
        List<Post> thermometers = meeting.open(root, "st7", "st9", "st13");
        meeting.react(thermometers.get(0), 3, 4, 4, 5);
        meeting.reveal(thermometers.get(0));
        meeting.react(thermometers.get(1), 1, 5);
        meeting.reveal(thermometers.get(1));
        meeting.react(thermometers.get(2), 2, 2, 2, 2);
        meeting.close(root);

        Post deck = deck();
        assertThat(about(deck, "st7")).startsWith("laatst gemeten in").endsWith("· mediaan 4");
        assertThat(about(deck, "st9"))
                .as("of two reactions")
                .startsWith("laatst gemeten in")
                .doesNotContain("mediaan");
        assertThat(about(deck, "st13"))
                .as("not revealed")
                .startsWith("laatst gemeten in")
                .doesNotContain("mediaan");
        assertThat(about(deck, "st1")).isEqualTo("nog nooit gemeten");
    }

    @Test
    void isAskedForInTheChannel() {
        jan.says("stellingen", jan.chat());

        assertThat(jan.chat().awaitPost(p -> true).text()).contains("typ daar @Balans-Monitor stellingen");
    }

    @Test
    void takesAStatementOfTheTeamsOwnThatCanThenBeMeasured() {
        Post deck = deck();
        leader.taps(deck, "deck.manage");
        TapAnswer added = add(deck, READING, "BALANCE");

        assertThat(added.text()).contains("✔ De stelling is toegevoegd.", READING, "Balans (5)");
        assertThat(all(card(deck))).as("the card for everybody").doesNotContain(READING, "Stellingen beheren");
        Post after = deck();
        String own = own(after);
        assertThat(about(after, own)).isEqualTo("eigen · nog nooit gemeten");

        Post root = meeting.begin();
        Post thermometer = meeting.open(root, own).getFirst();
        assertThat(thermometer.text()).contains(READING);
        meeting.react(thermometer, 2, 2, 3);
        assertThat(meeting.reveal(thermometer).text()).contains("Mediaan 2");
        meeting.close(root);
        assertThat(about(deck(), own)).startsWith("eigen · laatst gemeten in").endsWith("mediaan 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "' '| Schrijf een stelling",
                "?!| Schrijf een stelling",
                "Wij vragen @Jan om raad.| Noem niemand met een @",
                "Wij volgen https://voorbeeld.example/plan| Haal de link",
                "ER IS BEWUST RUIMTE VOOR schermvrije momenten en onverwachte leermomenten| Deze stelling is er al",
            })
    void refusesWhatIsNoNewStatementAndKeepsWhatWasTyped(String text, String reason) {
        Post deck = deck();
        leader.taps(deck, "deck.manage");

        TapAnswer refused = add(deck, text, "PARENTS");

        assertThat(refused.text()).contains(reason);
        assertThat(input(refused, "text")).isEqualTo(text);
        assertThat(input(refused, "theme")).isEqualTo("PARENTS");
        assertThat(card(deck()).actions("statement.flag", Map.of())).hasSize(21);
    }

    @Test
    void refusesAStatementThatIsTooLongAndKeepsIt() {
        Post deck = deck();
        String text = "Wij lezen samen. ".repeat(12).strip();
        leader.taps(deck, "deck.manage");

        TapAnswer refused = leader.forges(deck, "statement.add", Map.of("space", "x", "theme", "OWN", "text", text));

        assertThat(text).hasSizeGreaterThan(200);
        assertThat(refused.text()).contains("hoogstens 200 tekens");
        assertThat(input(refused, "text")).isEqualTo(text);
    }

    @Test
    void makesANewStatementOfOtherWords() {
        Post deck = deck();
        leader.taps(deck, "deck.manage");
        TapAnswer form = leader.taps(deck, "statement.edit", SCREEN_FREE_BUTTON);
        assertThat(form.text()).contains("Andere woorden zijn een nieuwe stelling");
        assertThat(input(form, "text")).isEqualTo(SCREEN_FREE);

        TapAnswer unchanged = leader.taps(deck, "statement.edit", Map.of(), Map.of());
        assertThat(unchanged.text()).contains("De tekst is hetzelfde gebleven.");
        TapAnswer mention = leader.taps(deck, "statement.edit", Map.of(), Map.of("text", "Vraag het @Jan"));
        assertThat(mention.text()).contains("Noem niemand met een @");
        assertThat(input(mention, "text")).isEqualTo("Vraag het @Jan");

        TapAnswer edited = leader.taps(deck, "statement.edit", Map.of(), Map.of("text", READING));
        assertThat(edited.text()).contains("✔ De nieuwe stelling", READING, "Uit de lijst (1)");
        assertThat(all(edited.card().orElseThrow())).contains(SCREEN_FREE);
        Post after = deck();
        assertThat(all(card(after))).contains(READING).doesNotContain(SCREEN_FREE);
        assertThat(card(after).actions("statement.flag", SCREEN_FREE_BUTTON)).isEmpty();
    }

    @Test
    void takesAStatementOutAndPutsItBack() {
        Post deck = deck();
        leader.taps(deck, "deck.manage");

        TapAnswer retired = leader.taps(deck, "statement.retire", SCREEN_FREE_BUTTON);
        assertThat(retired.text()).contains("✔ De stelling is uit de lijst.", "Uit de lijst (1)");
        assertThat(card(deck()).actions("statement.flag", Map.of())).hasSize(20);
        assertThat(jan.forges(deck, "statement.flag", SCREEN_FREE_BUTTON).line())
                .hasValueSatisfying(line -> assertThat(line).contains("uit de lijst gehaald"));

        TapAnswer restored = leader.taps(deck, "statement.restore", SCREEN_FREE_BUTTON);
        assertThat(restored.text())
                .contains("✔ De stelling staat weer in de lijst.")
                .doesNotContain("Uit de lijst (");
        assertThat(card(deck()).actions("statement.flag", Map.of())).hasSize(21);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deck.manage", "statement.add", "statement.edit", "statement.retire", "statement.restore"})
    void isChangedByLeadersAlone(String verb) {
        Post deck = deck();
        leader.taps(deck, "deck.manage");
        leader.taps(deck, "statement.retire", Map.of("statement", "st9"));

        for (String statement : List.of("st7", "st9")) {
            var data = Map.of("space", "x", "statement", statement, "theme", "OWN", "text", READING);
            assertThat(jan.forges(deck, verb, data).line())
                    .hasValueSatisfying(line -> assertThat(line).contains("Alleen een leider"));
        }
        assertThat(jan.forges(deck, "statement.edit", SCREEN_FREE_BUTTON).line())
                .isPresent();
        assertThat(card(deck()).actions("statement.flag", Map.of())).hasSize(20);
        assertThat(all(card(deck()))).contains(SCREEN_FREE).doesNotContain(READING);
    }

    @Test
    void answersAnythingThatIsForgedWithALine() {
        Post deck = deck();

        for (String verb : List.of(
                "statement.edit", "statement.retire", "statement.restore", "statement.flag", "statement.schedule")) {
            for (Object id : List.of("st99", "own-0123456789abcdef01234567", "../deck", "", 7, List.of("st7"))) {
                TapAnswer answer = leader.forges(deck, verb, Map.of("statement", id));
                assertThat(answer.line()).as(verb + " of " + id).isPresent();
            }
        }
        for (Object place : List.of("x", "-", "99999999999", 1.5, List.of())) {
            assertThat(leader.forges(deck, "deck.view", Map.of("space", "x", "from", place))
                            .line())
                    .isPresent();
        }
        for (int place : List.of(-1, 81, Integer.MIN_VALUE, Integer.MAX_VALUE)) {
            assertThat(leader.forges(deck, "deck.manage", Map.of("space", "x", "from", place))
                            .card())
                    .isPresent();
        }
    }

    @Test
    void isTurnedPageByPageWhenItIsLarge() {
        Post deck = deck();
        for (int i = 0; i < 60; i++) {
            String text = ("Eigen stelling " + i + ": " + "wij praten over wat wij ervan leren, ".repeat(4)).strip();
            assertThat(leader.forges(deck, "statement.add", Map.of("space", "x", "text", text))
                            .text())
                    .contains("toegevoegd");
        }
        TapAnswer full = leader.forges(deck, "statement.add", Map.of("space", "x", "text", READING));
        assertThat(full.text()).contains("Jullie hebben al 60 eigen stellingen.");

        Post large = deck();
        assertThat(large.text()).contains("Dit zijn stelling 1 tot en met", "van de 81.", "Volgende stellingen");
        int seen = card(large).actions("statement.flag", Map.of()).size();
        TapAnswer page = jan.taps(large, "deck.view");
        seen += flags(page);
        for (int pages = 2; seen < 81 && pages < 9; pages++) {
            page = jan.taps(large, "deck.view");
            seen += flags(page);
        }
        assertThat(seen).isEqualTo(81);
        assertThat(page.text()).contains("tot en met 81 van de 81.", "Terug naar de eerste");

        leader.taps(large, "deck.manage");
        TapAnswer next = leader.taps(large, "deck.manage");
        String one = next.card()
                .orElseThrow()
                .actions("statement.retire", Map.of())
                .getLast()
                .data()
                .path("statement")
                .asString();
        TapAnswer retired = leader.taps(large, "statement.retire", Map.of("statement", one));
        assertThat(line(next)).isEqualTo(line(retired));
    }

    /** Where the card says it is. */
    private static String line(TapAnswer page) {
        return page.text()
                .lines()
                .filter(l -> l.startsWith("Dit zijn stelling"))
                .findFirst()
                .orElse("")
                .replaceAll(" tot.*", "");
    }

    private Post deck() {
        var before = channel.posts();
        jan.says("stellingen", channel);
        return channel.awaitPost(p -> !before.contains(p) && p.offers("deck.manage"));
    }

    private static TapAnswer add(Post deck, String text, String theme) {
        return leader.taps(deck, "statement.add", Map.of(), Map.of("text", text, "theme", theme));
    }

    /** What is folded away as well. */
    private static String all(Card card) {
        return card.json().toString();
    }

    private static Card card(Post post) {
        return post.card().orElseThrow();
    }

    private static String input(TapAnswer answer, String id) {
        return answer.card().orElseThrow().input(id).orElseThrow().value();
    }

    /** What the card says of a statement. */
    private static String about(Post deck, String statement) {
        List<String> flags = card(deck).actions("statement.flag", Map.of()).stream()
                .map(a -> a.data().path("statement").asString())
                .toList();
        List<String> said = card(deck).json().findValues("inlines").stream()
                .map(runs -> runs.path(0).path("text").asString())
                .toList();
        return said.get(2 * flags.indexOf(statement) + 1);
    }

    /** The id of the only statement of the team's own. */
    private static String own(Post deck) {
        return card(deck).actions("statement.flag", Map.of()).stream()
                .map(a -> a.data().path("statement").asString())
                .filter(id -> id.startsWith("own-"))
                .findFirst()
                .orElseThrow();
    }

    private static int flags(TapAnswer page) {
        return page.card().orElseThrow().actions("statement.flag", Map.of()).size();
    }
}
