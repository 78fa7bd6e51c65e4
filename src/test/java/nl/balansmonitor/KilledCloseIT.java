package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.balansmonitor.documents.cosmos.CosmosPeer;
import nl.balansmonitor.documents.cosmos.FaultProxy;
import nl.balansmonitor.documents.cosmos.HeldWrite;
import nl.balansmonitor.standin.Conversation;
import nl.balansmonitor.standin.Member;
import nl.balansmonitor.standin.Post;
import nl.balansmonitor.standin.Settings;
import nl.balansmonitor.standin.TapAnswer;
import nl.balansmonitor.standin.TeamsStandIn;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bot is killed at every write of a close and of what is posted then: once the store has done it, and before the bot knows. On Cosmos
 * DB, before which every write can be held; another instance finds there what the killed one left undone.
 */
class KilledCloseIT {

    private static final int MOST_WRITES = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** What was left undone has to be in the channel within 15 s of a restart. */
    private static final Settings SETTINGS = Settings.defaults().withPatience(Duration.ofSeconds(15));

    @Test
    void endsRightWhicheverWriteWasItsLast() throws Exception {
        int kills = 0;
        long doubled = 0;
        try (var teams = TeamsStandIn.start(SETTINGS);
                var store = FaultProxy.before(CosmosPeer.shared().address())) {
            Map<String, String> properties = CosmosPeer.properties(store.address());
            JarProcess bot = JarProcess.soonOnCosmos(teams, properties);
            try {
                for (int write = 1; write <= MOST_WRITES; write++) {
                    var session = new Session(teams);
                    if (!session.isKilledAt(write, store, bot)) {
                        break;
                    }
                    kills++;
                    bot = JarProcess.soonOnCosmos(teams, properties);
                    doubled += session.endsRight() - 1;
                    session.leftOneReadingAndNoSecret(store.address(), properties);
                }
            } finally {
                bot.close();
            }
            assertThat(teams.violations()).isEmpty();
        }
        System.getLogger(KilledCloseIT.class.getName())
                .log(
                        System.Logger.Level.WARNING,
                        "killed at each of the %d writes of a close: every session ended right, %d summaries doubled"
                                .formatted(kills, doubled));
        assertThat(kills).isBetween(8, MOST_WRITES - 1);
    }

    /** Nobody asks it to, and the killed one does not come back. */
    @Test
    void isFinishedByAnotherInstance() throws Exception {
        try (var teams = TeamsStandIn.start(SETTINGS);
                var store = FaultProxy.before(CosmosPeer.shared().address())) {
            Map<String, String> properties = CosmosPeer.properties(store.address());
            try (var other = RunningBot.in(teams, properties, "--balans.sending.sweep-interval=1s");
                    var killed = JarProcess.soonOnCosmos(teams, properties)) {
                var session = new Session(teams);
                assertThat(session.isKilledAt(3, store, killed)).isTrue();

                assertThat(session.endsRight()).isEqualTo(1);
                session.leftOneReadingAndNoSecret(store.address(), properties);
                teams.botAt(other.port());
            }
            assertThat(teams.violations()).isEmpty();
        }
    }

    /** Three reacted, and nobody has seen the result when it is closed. */
    private static final class Session {

        private final Conversation channel;
        private final Member leader;
        private final Meeting meeting;
        private final Post root;

        Session(TeamsStandIn teams) {
            channel = teams.channel("Digitalisering", teams.crowd(3));
            leader = teams.crowd(3)[0];
            meeting = new Meeting(channel, leader);
            root = meeting.begin();
            Post thermometer = meeting.open(root, "st1").getFirst();
            meeting.react(thermometer, 2, 3, 5);
            meeting.awaitProgress(thermometer, 3);
        }

        /** False once a close has fewer writes than that. */
        boolean isKilledAt(int write, FaultProxy store, JarProcess bot) throws Exception {
            HeldWrite held = store.holdWrite(write, HeldWrite.When.BEFORE_IT_IS_ANSWERED);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<TapAnswer> tap = threads.submit(() -> leader.taps(root, "session.close"));
                boolean reached = held.awaitHeld(PATIENCE);
                if (reached) {
                    bot.kill();
                } else {
                    assertThat(tap.get().text()).contains("SESSIE GESLOTEN");
                }
                held.release();
                return reached;
            }
        }

        /** Answers with how often its summary was posted. */
        long endsRight() {
            assertThat(meeting.awaitSummary(root).text()).contains("3 van 3 reageerden");
            return meeting.summaries(root);
        }

        void leftOneReadingAndNoSecret(URI store, Map<String, String> properties) throws Exception {
            String session = Meeting.sessionOf(root);
            List<JsonNode> items =
                    items(store, Objects.requireNonNull(properties.get("balans.storage.cosmos.container")));
            assertThat(idsOf(items)).noneMatch(id -> id.startsWith("ballot:" + session));
            assertThat(items)
                    .filteredOn(item -> idOf(item).startsWith("reading:" + session))
                    .extracting(item -> item.at("/body/distribution").toString())
                    .containsExactly("[0,1,1,0,1]");
            assertThat(items)
                    .filteredOn(item -> idOf(item).equals("session:" + session))
                    .extracting(
                            item -> item.at("/body/phase").asString(),
                            item -> item.at("/body/key").isNull())
                    .containsExactly(tuple("CLOSED", true));
        }

        /** All that the store holds. */
        private static List<JsonNode> items(URI store, String container) throws Exception {
            try (var http = HttpClient.newHttpClient()) {
                var request = HttpRequest.newBuilder(store.resolve("/dbs/balans-monitor/colls/" + container + "/docs"))
                        .build();
                var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                return JsonMapper.shared()
                        .readTree(answer.body())
                        .path("Documents")
                        .valueStream()
                        .toList();
            }
        }

        private static List<String> idsOf(List<JsonNode> items) {
            return items.stream().map(Session::idOf).toList();
        }

        private static String idOf(JsonNode item) {
            return item.path("id").asString();
        }
    }
}
