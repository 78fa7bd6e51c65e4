package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** What everybody can read along, byte for byte, tells nothing of what anybody answered. */
class PrivacyTest {

    private static final List<String> REMARKS = List.of(
            "**vet** en [hier](http://voorbeeld.example)",
            "<b>vet</b> <at>iedereen</at>",
            "${session} en \\${t.title}",
            "zie http://voorbeeld.example/pad?x=1&y=2");

    @TempDir
    private static Path folder;

    private static TeamsStandIn teams;
    private static RunningBot bot;

    private Conversation channel;
    private Meeting meeting;

    @BeforeAll
    static void start() {
        teams = TeamsStandIn.start(Settings.defaults());
        bot = RunningBot.in(
                teams,
                folder.resolve("balans.db"),
                "--balans.sending.update-interval=50ms",
                "--logging.level.nl.balansmonitor=info");
    }

    @AfterAll
    static void stop() {
        bot.close();
        teams.close();
    }

    @BeforeEach
    void meet() {
        channel = teams.channel("Digitalisering", teams.team());
        meeting = new Meeting(channel, teams.team()[0]);
    }

    @Test
    void namesNobodyInTheChannelButTheFacilitatorBeforeAnActionHasAnOwner() {
        channel.install(teams.team()[0]);
        Post result = meeting.reveal(reactedTo("st1", 12));

        assertThat(result.text()).contains("12 van 12 reageerden");
        assertThat(bodies()).noneMatch(body -> body.contains("userIds"));
        String everything = String.join("\n", bodies());
        assertThat(channel.members().stream().skip(1).flatMap(Member::traces)).noneMatch(everything::contains);
    }

    @Test
    void showsEverybodyTheSameWhateverOthersAnswered() {
        var others = new Meeting(teams.channel("Bovenbouw", teams.team()), teams.team()[0]);

        List<String> cold = readAlong(meeting, List.of(1, 2, 1, 5), List.of("koud", "", "te druk", ""));
        List<String> warm = readAlong(others, List.of(5, 4, 5, 5), List.of("", "warm", "", ""));

        assertThat(cold).hasSizeGreaterThanOrEqualTo(5).isEqualTo(warm);
    }

    @Test
    void postsNoResultBeforeTheReveal() {
        reactedTo("st1", 12);

        assertThat(bodies())
                .noneMatch(body -> body.contains("Gemiddelde") || body.contains("Mediaan") || body.contains("facts"))
                .noneMatch(body -> REMARKS.stream().anyMatch(body::contains));
    }

    @Test
    void neitherShowsNorKeepsAnythingOfTwoReactions() throws Exception {
        Post root = meeting.begin();
        Post thermometer = meeting.open(root, "st1").getFirst();
        Meeting.react(teams.team()[1], thermometer, 4, "onder ons");
        Meeting.react(teams.team()[2], thermometer, 2, "heel stil");
        Post result = meeting.reveal(thermometer);
        meeting.close(root);

        assertThat(result.text()).contains("Te weinig reacties").doesNotContain("Gemiddelde");
        assertThat(bodies()).noneMatch(body -> body.contains("onder ons") || body.contains("facts"));
        var reading = Pattern.compile("reading:" + Meeting.sessionOf(root) + "[^\\x00]{0,600}");
        var stored = new DatabaseBytes(folder.resolve("balans.db"));
        assertThat(stored.find(reading)).isNotEmpty().noneMatch(bytes -> bytes.contains("[0,1,0,1,0]"));
        assertThat(stored.find(Pattern.compile("onder ons|heel stil"))).isEmpty();
    }

    @Test
    void showsNoRemarksOfThreeReactions() {
        Post result = meeting.reveal(reactedTo("st1", 3));

        assertThat(result.text()).contains("Gemiddelde", "Te weinig opmerkingen");
        assertThat(bodies()).noneMatch(body -> REMARKS.stream().anyMatch(body::contains));
    }

    @Test
    void showsRemarksAsTheyWereTypedWhereNothingIsReadIntoThem() {
        Post root = meeting.begin();
        Post thermometer = meeting.open(root, "st1").getFirst();
        for (int i = 0; i < REMARKS.size(); i++) {
            String remark = REMARKS.get(i);
            JsonNode own =
                    Meeting.react(teams.team()[i], thermometer, 3, remark).value();
            assertThat(runsWith(remark, own)).containsExactly("“" + remark + "”");
        }
        Post result = meeting.reveal(thermometer);
        meeting.close(root);

        JsonNode shown = result.card().orElseThrow().json();
        for (String remark : REMARKS) {
            assertThat(runsWith(remark, shown)).containsExactly("“" + remark + "”");
        }
        assertThat(bodies()).noneMatch(body -> body.contains("entities"));
        assertThat(teams.violations()).isEmpty();
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void logsNothingOfWhoAnsweredWhat(CapturedOutput output) {
        teams.faults().nextSends(1).containing("thermometer.react").answer(503, "ServiceUnavailable");
        Post result = meeting.reveal(reactedTo("st1", 12));
        meeting.agree(result, teams.team()[3], "Elke vrijdag een schermvrij uur");

        assertThat(output.getAll()).contains("Teams does not take it now").doesNotContain("score");
        assertThat(REMARKS).noneMatch(output.getAll()::contains);
        assertThat(channel.members().stream().flatMap(Member::traces)).noneMatch(output.getAll()::contains);
    }

    /** So many members react, each with one of the remarks. */
    private Post reactedTo(String statement, int members) {
        Post thermometer = meeting.open(meeting.begin(), statement).getFirst();
        for (int i = 0; i < members; i++) {
            Meeting.react(teams.team()[i], thermometer, 1 + i % 5, REMARKS.get(i % REMARKS.size()));
        }
        meeting.awaitProgress(thermometer, members);
        return thermometer;
    }

    /** All that the last member sees before the reveal while others react before him, without the ids. */
    private static List<String> readAlong(Meeting meeting, List<Integer> scores, List<String> remarks) {
        Post root = meeting.begin();
        Post thermometer = meeting.open(root, "st1").getFirst();
        var seen = new ArrayList<String>();
        for (int i = 0; i < scores.size(); i++) {
            var answer = Meeting.react(teams.team()[i], thermometer, scores.get(i), remarks.get(i));
            meeting.awaitProgress(thermometer, i + 1);
            if (i == scores.size() - 1) {
                seen.add(answer.value().toString());
            }
        }
        thermometer.versions().forEach(version -> seen.add(version.activity().toString()));
        Map<String, String> ids = Meeting.reactionTo(thermometer);
        return seen.stream()
                .map(body -> body.replace(ids.getOrDefault("session", ""), "SESSION")
                        .replace(root.threadId(), "THREAD")
                        .replace(thermometer.id(), "POST"))
                .toList();
    }

    /** Everything that ever stood in the channel, as it was sent. */
    private List<String> bodies() {
        return channel.posts().stream()
                .filter(Post::isFromBot)
                .flatMap(post -> post.versions().stream())
                .map(version -> version.activity().toString())
                .toList();
    }

    /** The texts that hold this one; fails for any that is not a text run's. */
    private static List<String> runsWith(String text, JsonNode card) {
        var found = new ArrayList<String>();
        collect(text, card, found);
        return found;
    }

    private static void collect(String text, JsonNode node, List<String> found) {
        node.properties().forEach(field -> {
            if (field.getValue().isString() && field.getValue().stringValue().contains(text)) {
                assertThat(node.path("type").asString("")).isEqualTo("TextRun");
                assertThat(field.getKey()).isEqualTo("text");
                found.add(field.getValue().stringValue());
            }
        });
        node.forEach(child -> collect(text, child, found));
    }
}
