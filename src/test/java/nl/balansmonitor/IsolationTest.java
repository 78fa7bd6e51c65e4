package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A team's data is out of reach from anywhere else, also for its own leader, who knows every id and leads there as well. */
class IsolationTest {

    private static final List<String> VERBS = List.of(
            "session.start",
            "workshop.open",
            "workshop.regroup",
            "workshop.write",
            "workshop.next",
            "workshop.propose",
            "workshop.withdraw",
            "workshop.merge",
            "workshop.close",
            "workshop.view",
            "thermometer.react",
            "thermometer.erase",
            "thermometer.view",
            "thermometer.reveal",
            "result.view",
            "action.add",
            "session.close",
            "action.done");

    @TempDir
    private Path folder;

    private TeamsStandIn teams;
    private RunningBot bot;
    private Conversation channel;
    private Member leader;
    private Map<String, Object> forged;

    /** The channel has a session with an open statement, a revealed one and an action. */
    @BeforeEach
    void start() {
        teams = TeamsStandIn.start(Settings.defaults());
        bot = RunningBot.in(teams, folder.resolve("balans.db"), "--balans.sending.update-interval=50ms");
        channel = teams.channel("Digitalisering", teams.team());
        leader = teams.team()[0];
        var meeting = new Meeting(channel, leader);
        List<Post> thermometers = meeting.open(meeting.begin(), "st1", "st5");
        meeting.react(thermometers.get(0), 1, 2, 3);
        meeting.react(thermometers.get(1), 1, 2, 3);
        meeting.agree(meeting.reveal(thermometers.get(1)), leader, "Elke vrijdag een schermvrij uur");
        leader.says("acties", channel);
        JsonNode action = channel.awaitPostOffering("action.done")
                .card()
                .orElseThrow()
                .actions("action.done", Map.of())
                .getFirst()
                .data();
        forged = new HashMap<>(Meeting.reactionTo(thermometers.get(0)));
        forged.put("score", 5);
        forged.put("remark", "van buiten");
        forged.put("what", "van buiten");
        forged.put("text", "van buiten");
        forged.put("box", "WHAT_WORKS");
        forged.put("keep", "st1");
        forged.put("drop", "st5");
        forged.put("owner", leader.aadObjectId());
        forged.put("statements", "st1");
        forged.put("action", action.path("action").asString());
        forged.put("space", action.path("space").asString());
    }

    @AfterEach
    void stop() {
        bot.close();
        teams.close();
    }

    @Test
    void anotherChannelOfTheSameTeamReachesNothing() throws Exception {
        Conversation beside = teams.channelBeside(channel, "Bovenbouw", teams.team());
        leader.says("hulp", beside);
        Post there = beside.awaitPost(Post::isFromBot);
        Map<String, String> before = versions();

        for (String verb : VERBS) {
            TapAnswer answer = leader.forges(there, verb, forged);
            assertThat(answer.line()).as(verb).isPresent();
            assertThat(answer.text()).as(verb).doesNotContain("schermvrij", "van buiten");
        }
        leader.says("acties", beside);
        Post actions = beside.awaitPost(p -> p.text().contains("Acties"));
        assertThat(actions.text()).doesNotContain("schermvrij");
        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void anotherTenantReachesNothingEvenInAConversationOfThatName() throws Exception {
        Post there = channel.awaitPostOffering("thermometer.react");
        Map<String, String> before = versions();

        for (String verb : VERBS) {
            var activity = leader.composesTap(there, verb, forged);
            activity.withObject("conversation").put("tenantId", "another-tenant");
            activity.withObject("channelData").withObject("tenant").put("id", "another-tenant");
            var answer =
                    teams.deliver(activity.toString(), Optional.of(teams.token().header()));
            JsonNode envelope = JsonMapper.shared().readTree(answer.body());
            assertThat(envelope.path("type").asString())
                    .as(verb)
                    .isEqualTo("application/vnd.microsoft.activity.message");
            assertThat(answer.body()).as(verb).doesNotContain("schermvrij");
        }
        assertThat(versions()).containsAllEntriesOf(before);
    }

    /** Every document of a team with its version. Who sends its cards is written in the outbox, and changes by itself. */
    private Map<String, String> versions() throws SQLException {
        var versions = new HashMap<String, String>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("balans.db"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT pk || ' ' || id, etag FROM documents WHERE pk NOT LIKE 'outbox:%'")) {
            while (rows.next()) {
                versions.put(rows.getString(1), rows.getString(2));
            }
        }
        return versions;
    }
}
