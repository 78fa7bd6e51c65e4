package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.balansmonitor.documents.cosmos.CosmosPeer;
import nl.balansmonitor.documents.cosmos.FaultProxy;
import nl.balansmonitor.documents.cosmos.HeldWrite;
import nl.balansmonitor.standin.Member;
import nl.balansmonitor.standin.Post;
import nl.balansmonitor.standin.Settings;
import nl.balansmonitor.standin.TeamsStandIn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bot is killed at every write of a close and of what is posted then: once the store has done it, and before the bot knows. On Cosmos
 * DB, before which every write can be held; another instance finds there what the killed one left undone.
 */
class KilledCloseIT {

    /** More than a close has. */
    private static final int MOST_WRITES = 20;

    private static final int FEWEST_WRITES = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What was left undone has to be in the channel within 15 s of a restart. */
    private static final Settings SETTINGS = Settings.defaults().withPatience(Duration.ofSeconds(15));

    /** As many sessions as there are writes: in each, another one is the last when the bot is killed. */
    @Test
    void endsRightWhicheverWriteWasItsLast() throws Exception {
        try (var teams = TeamsStandIn.start(SETTINGS);
                var store = FaultProxy.before(CosmosPeer.shared().address())) {
            Map<String, String> properties = CosmosPeer.properties(store.address());
            var sessions = new ArrayList<Session>();
            int reached = 0;
            try (var killed = JarProcess.soonOnCosmos(teams, properties)) {
                for (int i = 0; i < MOST_WRITES; i++) {
                    sessions.add(new Session(teams, store, properties));
                }
                for (int i = 0; i < MOST_WRITES; i++) {
                    sessions.get(i).closesUpToItsWrite(i + 1);
                }
                long end = System.nanoTime() + PATIENCE.toNanos();
                for (Session session : sessions) {
                    reached += session.isHeld(Duration.ofNanos(Math.max(0, end - System.nanoTime()))) ? 1 : 0;
                }
                killed.kill();
                sessions.forEach(Session::letGo);
            }
            long posted = 0;
            try (var restarted = JarProcess.soonOnCosmos(teams, properties)) {
                for (Session session : sessions) {
                    session.isClosedAgain();
                    posted += session.endsRight();
                    session.leftOneReadingAndNoSecret();
                }
                assertThat(restarted.isRunning()).isTrue();
            }
            assertThat(teams.violations()).isEmpty();
            Finding.say("killed at each of the %d writes of a close: %d sessions ended right, %d summaries doubled"
                    .formatted(reached, sessions.size(), posted - sessions.size()));
            assertThat(reached).isBetween(FEWEST_WRITES, MOST_WRITES - 1);
        }
    }

    /** Nobody asks it to, and the killed one does not come back. */
    @Test
    void isFinishedByAnotherInstance() throws Exception {
        try (var teams = TeamsStandIn.start(SETTINGS);
                var store = FaultProxy.before(CosmosPeer.shared().address())) {
            Map<String, String> properties = CosmosPeer.properties(store.address());
            try (var other = RunningBot.in(teams, properties, "--balans.sending.sweep-interval=1s");
                    var killed = JarProcess.soonOnCosmos(teams, properties)) {
                var session = new Session(teams, store, properties);
                session.closesUpToItsWrite(3);
                assertThat(session.isHeld(PATIENCE)).isTrue();
                killed.kill();
                session.letGo();

                assertThat(session.endsRight()).isEqualTo(1);
                session.leftOneReadingAndNoSecret();
                teams.botAt(other.port());
            }
            assertThat(teams.violations()).isEmpty();
        }
    }

    /** Three reacted, and nobody has seen the result when it is closed. */
    private static final class Session {

        private final FaultProxy store;
        private final String container;
        private final Member leader;
        private final Meeting meeting;
        private final Post root;
        private final String id;
        private @Nullable HeldWrite held;

        Session(TeamsStandIn teams, FaultProxy store, Map<String, String> properties) {
            this.store = store;
            container = Objects.requireNonNull(properties.get("balans.storage.cosmos.container"));
            leader = teams.crowd(3)[0];
            meeting = new Meeting(teams.channel("Digitalisering", teams.crowd(3)), leader);
            root = meeting.begin();
            id = Meeting.sessionOf(root);
            Post thermometer = meeting.open(root, "st1").getFirst();
            meeting.react(thermometer, 2, 3, 5);
            meeting.awaitProgress(thermometer, 3);
        }

        /** Its leader closes it, and waits for an answer that may never come. */
        void closesUpToItsWrite(int number) throws Exception {
            held = store.holdWrite(partition(), number, HeldWrite.When.BEFORE_IT_IS_ANSWERED);
            Thread.ofVirtual()
                    .uncaughtExceptionHandler((thread, killed) -> {})
                    .start(() -> leader.taps(root, "session.close"));
        }

        /** False if its close has fewer writes. */
        boolean isHeld(Duration patience) throws InterruptedException {
            return Objects.requireNonNull(held).awaitHeld(patience);
        }

        void letGo() {
            Objects.requireNonNull(held).release();
        }

        /** Whoever got no answer taps again. */
        void isClosedAgain() {
            leader.forges(root, "session.close", Map.of("session", id));
        }

        /** Answers with how often its summary was posted. */
        long endsRight() {
            assertThat(meeting.awaitSummary(root).text()).contains("3 van 3 reageerden");
            return meeting.summaries(root);
        }

        void leftOneReadingAndNoSecret() throws Exception {
            List<JsonNode> items = items();
            assertThat(idsOf(items)).noneMatch(id -> id.startsWith("ballot:" + id));
            assertThat(items)
                    .filteredOn(item -> idOf(item).startsWith("reading:" + id))
                    .extracting(item -> item.at("/body/distribution").toString())
                    .containsExactly("[0,1,1,0,1]");
            assertThat(items)
                    .filteredOn(this::isTheSession)
                    .extracting(
                            item -> item.at("/body/phase").asString(),
                            item -> item.at("/body/key").asString(""))
                    .containsExactly(tuple("CLOSED", ""));
        }

        private String partition() throws Exception {
            return items().stream()
                    .filter(this::isTheSession)
                    .map(item -> item.path("pk").asString())
                    .findFirst()
                    .orElseThrow();
        }

        /** The session itself, not what the sender keeps about it. */
        private boolean isTheSession(JsonNode item) {
            return idOf(item).equals("session:" + id)
                    && item.path("pk").asString().startsWith("space-");
        }

        /** All that the store holds. */
        private List<JsonNode> items() throws Exception {
            try (var http = HttpClient.newHttpClient()) {
                var request = HttpRequest.newBuilder(
                                store.address().resolve("/dbs/balans-monitor/colls/" + container + "/docs"))
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
