package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.balansmonitor.standin.Conversation;
import nl.balansmonitor.standin.Delivery;
import nl.balansmonitor.standin.Member;
import nl.balansmonitor.standin.Post;
import nl.balansmonitor.standin.Settings;
import nl.balansmonitor.standin.TapAnswer;
import nl.balansmonitor.standin.TeamsStandIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever comes in, the answer is clear, says nothing of our insides, and nothing has changed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    private static final String NO_INSIDES = "Exception|nl\\.balansmonitor|java\\.|at \\w+\\.|null";

    private TeamsStandIn teams;
    private RunningBot bot;
    private Conversation channel;
    private Member leader;
    private Member jan;

    @BeforeAll
    void start(@TempDir Path folder) {
        teams = TeamsStandIn.start(Settings.defaults());
        bot = RunningBot.in(teams, folder.resolve("balans.db"), "--balans.sending.update-interval=100ms");
    }

    /** Each test has a channel, and so a space, of its own. */
    @BeforeEach
    void meet(TestInfo test) {
        channel = teams.channel(test.getDisplayName(), teams.team());
        leader = teams.team()[0];
        jan = teams.member("Jan de Vries").speaks("nl-NL");
    }

    @AfterAll
    void stop() {
        bot.close();
        teams.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"session.stop", "thermometer", "", "THERMOMETER.REACT", "stickers.place"})
    void answersAVerbThatItDoesNotKnowWithALine(String verb) {
        Post root = startCard();

        assertRefused(jan.forges(root, verb, Map.of("session", "x")));
    }

    @Test
    void answersAnUnknownCommandWithHelp() {
        jan.says("maak eens koffie", channel);

        assertThat(channel.awaitPost(p -> true).text()).contains("start", "acties", "hulp");
    }

    @Test
    void refusesDataOfTheWrongTypeAndKeepsTheReactionsThatThereAre() {
        Post thermometer = openThermometer();
        Map<String, Object> good = data(thermometer);
        jan.taps(thermometer, "thermometer.react", Map.of("score", 4), Map.of("remark", "fijn"));

        for (Object bad : List.of(
                NullNode.getInstance(),
                true,
                4.5,
                "vier",
                "",
                99,
                -1,
                0,
                6,
                5_000_000_000L,
                List.of(4),
                Map.of("score", 4))) {
            assertRefused(jan.forges(thermometer, "thermometer.react", with(good, "score", bad)));
        }
        for (String field : List.of("session", "statement", "remark")) {
            for (Object bad : List.of(7, true, List.of("x"), Map.of("a", "b"))) {
                assertRefused(jan.forges(thermometer, "thermometer.react", with(good, field, bad)));
            }
        }
        for (Object noData : List.of("tekst", 5, List.of(), Map.of())) {
            assertRefused(jan.forges(thermometer, "thermometer.react", noData));
        }
        TapAnswer own = jan.forges(thermometer, "thermometer.view", good);
        assertThat(own.text()).contains("fijn", "1 van 12 klaar");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "session.start",
                "thermometer.react",
                "thermometer.erase",
                "thermometer.view",
                "thermometer.reveal",
                "result.view",
                "action.add",
                "session.close"
            })
    void saysThatASessionIsNotThere(String verb) {
        Post root = startCard();

        for (String session : List.of("0123456789abcdef01234567", "../../space", "a b", "é", "x".repeat(5_000))) {
            assertRefused(leader.forges(
                    root, verb, Map.of("session", session, "statement", "st1", "score", 3, "statements", "st1")));
        }
        leader.taps(root, "session.start");
        channel.awaitPostOffering("thermometer.react");
    }

    @ParameterizedTest
    @ValueSource(strings = {"st1,st2,st3,st4", "st99", "st1,st99", "' OR 1=1 --", "st1/st2"})
    void startsNothingWithStatementsThatCannotBeChosen(String statements) {
        Post root = startCard();
        String session = (String) data(root, "session.start").get("session");

        assertRefused(leader.forges(root, "session.start", Map.of("session", session, "statements", statements)));

        leader.taps(root, "session.start");
        channel.awaitPostOffering("thermometer.react");
    }

    @Test
    void cutsARemarkOfTenThousandCharactersAndSaysSo() {
        Post thermometer = openThermometer();

        TapAnswer answer = jan.forges(
                thermometer,
                "thermometer.react",
                with(with(data(thermometer), "score", 2), "remark", "lang ".repeat(2_000)));

        assertThat(answer.text()).contains("De eerste 280 tekens zijn bewaard", "lang lang");
        assertThat(answer.value().toString().length()).isLessThan(20_000);
    }

    @Test
    void keepsWhatWasTypedWhenAnActionCannotBeAdded() {
        Post result = revealed();
        Map<String, Object> good =
                with(with(data(result, "action.add"), "what", "Een schermvrij uur"), "owner", jan.aadObjectId());

        assertThat(leader.forges(result, "action.add", with(good, "owner", "niemand"))
                        .text())
                .contains("Kies wie het oppakt", "Jan de Vries");
        assertThat(leader.forges(result, "action.add", with(good, "owner", ""))
                        .value()
                        .toString())
                .contains("Een schermvrij uur");
        assertThat(leader.forges(result, "action.add", with(good, "what", "  ")).text())
                .contains("Vul in wat jullie");
        assertThat(leader.forges(result, "action.add", with(good, "what", "x".repeat(201)))
                        .text())
                .contains("hoogstens 200 tekens");
        assertThat(leader.forges(result, "action.add", with(good, "feedbackDate", "2020-01-01"))
                        .text())
                .contains("al voorbij");
        assertThat(leader.forges(result, "action.add", with(good, "feedbackDate", "2099-01-01"))
                        .text())
                .contains("binnen twee jaar");
        assertThat(leader.forges(result, "action.add", with(good, "feedbackDate", "31-12-2026"))
                        .text())
                .contains("geen datum");

        leader.says("acties", channel);
        assertThat(channel.awaitPost(p -> p.text().contains("Er staan geen acties open"))
                        .text())
                .doesNotContain("Een schermvrij uur");
    }

    @Test
    void lateTapsGetALineInTheTappersLanguageAndChangeNothing() {
        Post thermometer = openThermometer();
        Map<String, Object> reaction = with(data(thermometer), "score", 3);
        Map<String, Object> ids = data(thermometer, "thermometer.reveal");
        leader.taps(thermometer, "thermometer.reveal");

        assertThat(jan.forges(thermometer, "thermometer.react", reaction).line())
                .hasValueSatisfying(line -> assertThat(line).contains("al onthuld"));
        assertThat(jan.speaks("en-US")
                        .forges(thermometer, "thermometer.react", reaction)
                        .line())
                .hasValueSatisfying(line -> assertThat(line).contains("already been revealed"));
        assertRefused(leader.forges(thermometer, "thermometer.reveal", ids));
        assertThat(leader.forges(thermometer, "session.close", ids).card()).isPresent();
        for (String verb : List.of("session.close", "thermometer.reveal", "thermometer.react", "action.add")) {
            TapAnswer late = leader.forges(thermometer, verb, with(ids, "score", 3));
            assertThat(late.line()).as(verb).isPresent();
        }
    }

    @Test
    void onlyFacilitatorAndLeadersMoveASessionOn() {
        Post root = startCard();
        assertRefused(jan.taps(root, "session.start"));
        jan.says("start", channel);
        channel.awaitPost(p -> p.text().contains("Alleen een leider"));
        leader.taps(root, "session.start");
        Post thermometer = channel.awaitPostOffering("thermometer.react");

        assertRefused(jan.taps(thermometer, "thermometer.reveal"));
        assertRefused(jan.forges(root, "session.close", data(root, "session.close")));

        assertThat(jan.taps(thermometer, "thermometer.react", Map.of("score", 5))
                        .card())
                .isPresent();
    }

    @Test
    void refusesBodiesThatAreNoActivities() {
        Optional<String> token = Optional.of(teams.token().header());
        ObjectNode message = jan.composes("start", channel);
        message.remove("conversation");

        for (String body : List.of("", "{", "[]", "\"start\"", "{}", "\u0000", message.toString())) {
            Delivery delivery = teams.deliver(body, token);
            assertThat(delivery.status()).as(body).isEqualTo(400);
            assertThat(delivery.body()).doesNotContainPattern(NO_INSIDES);
        }
        String huge = jan.composes("x".repeat(1_000_000), channel).toString();
        assertThat(teams.deliver(huge, token).status()).isEqualTo(413);
        assertThat(channel.posts()).isEmpty();
    }

    private Post startCard() {
        leader.says("start", channel);
        return channel.awaitPostOffering("session.start");
    }

    private Post openThermometer() {
        leader.taps(startCard(), "session.start");
        return channel.awaitPostOffering("thermometer.react");
    }

    private Post revealed() {
        leader.taps(openThermometer(), "thermometer.reveal");
        return channel.awaitPostOffering("action.add");
    }

    private static Map<String, Object> data(Post thermometer) {
        return data(thermometer, "thermometer.reveal");
    }

    /** The ids that a button of the card in the channel carries. */
    private static Map<String, Object> data(Post post, String verb) {
        var data = post.card().orElseThrow().actions(verb, Map.of()).getFirst().data();
        var ids = new HashMap<String, Object>();
        data.propertyStream().forEach(p -> ids.put(p.getKey(), p.getValue().asString()));
        return ids;
    }

    private static Map<String, Object> with(Map<String, Object> data, String field, Object value) {
        var changed = new HashMap<>(data);
        changed.put(field, value);
        return changed;
    }

    private static void assertRefused(TapAnswer answer) {
        assertThat(answer.httpStatus()).isEqualTo(200);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.line())
                .hasValueSatisfying(line -> assertThat(line).isNotBlank().doesNotContainPattern(NO_INSIDES));
    }
}
