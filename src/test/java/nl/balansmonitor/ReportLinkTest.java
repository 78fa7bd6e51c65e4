package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.standin.Conversation;
import nl.balansmonitor.standin.Member;
import nl.balansmonitor.standin.Post;
import nl.balansmonitor.standin.Settings;
import nl.balansmonitor.standin.TeamsStandIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Links to what a session has left, over HTTP: whom they open it for, and what everybody else gets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class ReportLinkTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final Duration LIFETIME = Duration.ofDays(30);
    private static final List<String> PATHS = List.of("", "/board.png", "/readings.csv", "/actions.csv");
    private static final String FORMULA = "=HYPERLINK(\"https://example.org\";\"klik\")";

    private final MovableClock clock = new MovableClock(NOW);
    private final HttpClient http = HttpClient.newHttpClient();

    private TeamsStandIn teams;
    private RunningBot bot;
    private Member leader;
    private Conversation channel;
    private SpaceId space;
    private SessionId session;

    /** What came back, without what differs from one moment to the next. */
    private record Answer(int status, Map<String, List<String>> headers, String body) {

        static Answer of(HttpResponse<byte[]> response) {
            var headers = new TreeMap<>(response.headers().map());
            headers.remove("date");
            // Of a connection that was used a hundred times.
            headers.remove("connection");
            return new Answer(response.statusCode(), headers, new String(response.body(), StandardCharsets.UTF_8));
        }

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name)).map(List::getFirst);
        }
    }

    /** A session in which one statement was shown, one had too few reactions and one was not revealed. */
    @BeforeAll
    void play(@TempDir Path folder) {
        teams = TeamsStandIn.start(Settings.defaults());
        bot = RunningBot.in(
                teams,
                folder.resolve("balans.db"),
                clock,
                "--balans.sending.update-interval=50ms",
                "--balans.reports.base-url=http://127.0.0.1:1",
                // As a bot in service logs.
                "--logging.level.org.apache=info");
        leader = teams.team()[0];
        channel = teams.channel("Digitalisering", teams.team());
        var meeting = new Meeting(channel, leader);
        Post root = meeting.begin();
        List<Post> thermometers = meeting.open(root, "st1", "st7", "st12");
        meeting.react(thermometers.get(0), 1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2);
        meeting.react(thermometers.get(1), 5, 5);
        meeting.react(thermometers.get(2), 4, 4, 4, 4);
        meeting.agree(meeting.reveal(thermometers.get(0)), leader, FORMULA);
        meeting.reveal(thermometers.get(1));
        meeting.close(root);
        space = spaceOf(channel);
        session = new SessionId(Meeting.sessionOf(root));
    }

    @BeforeEach
    void backToNow() {
        clock.itIs(NOW);
    }

    @AfterAll
    void stop() {
        bot.close();
        teams.close();
    }

    @Test
    void opensPagePictureAndFiles() {
        String token = report();
        assertThat(get(token)).satisfies(page -> {
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.header("content-type")).contains("text/html;charset=UTF-8");
            assertThat(page.body()).contains("Ik behoud regie").doesNotContain("<script");
        });
        assertThat(get(token + "/board.png")).satisfies(picture -> {
            assertThat(picture.status()).isEqualTo(200);
            assertThat(picture.header("content-type")).contains("image/png");
        });
        assertThat(get(token + "/readings.csv").header("content-disposition"))
                .contains("attachment; filename=\"balans-monitor-metingen-2026-11-21.csv\"");
        assertThat(get(token + "/actions.csv?lang=en").header("content-disposition"))
                .contains("attachment; filename=\"balans-monitor-actions-2026-11-21.csv\"");
    }

    @Test
    void tellsTheBrowserToRunKeepFrameAndPassOnNothing() {
        for (String path : List.of(report(), report() + "/readings.csv", "x", report() + "/no")) {
            assertThat(get(path)).satisfies(answer -> {
                assertThat(answer.header("content-security-policy").orElse(""))
                        .contains(
                                "default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'")
                        .doesNotContain("unsafe", "script-src");
                assertThat(answer.header("referrer-policy")).contains("no-referrer");
                assertThat(answer.header("x-content-type-options")).contains("nosniff");
                assertThat(answer.header("cache-control")).contains("private, no-store");
                assertThat(answer.header("x-robots-tag")).contains("noindex, nofollow");
                assertThat(answer.header("cross-origin-opener-policy")).contains("same-origin");
                assertThat(answer.header("cross-origin-resource-policy")).contains("same-origin");
                assertThat(answer.headers()).doesNotContainKeys("server", "set-cookie");
            });
        }
    }

    @Test
    void answersEveryLinkThatIsNoneOfOursAlike(CapturedOutput output) {
        String genuine = report();
        String[] parts = genuine.split("\\.", -1);
        SpaceId elsewhere = spaceOf(openSession("Kraanvogel").channel());
        String ofElsewhere = tokenOf(bot.reportLinks().toReport(elsewhere, session, NOW.plus(LIFETIME)));
        var made = JWT.create()
                .withExpiresAt(NOW.plus(LIFETIME))
                .withAudience("report")
                .withSubject(session.value());
        List<String> bad = Stream.of(
                        "x",
                        "a.b.c",
                        "bnVsbA.bnVsbA.AA",
                        "%C3%A9",
                        genuine + "A",
                        genuine + "." + parts[2],
                        genuine.substring(0, genuine.length() - 1),
                        genuine.substring(0, genuine.length() - 5) + "AAAAA",
                        parts[0] + "." + parts[1] + ".",
                        parts[0] + "." + ofElsewhere.split("\\.", -1)[1] + "."
                                + ofElsewhere.split("\\.", -1)[2],
                        ofElsewhere.split("\\.", -1)[0] + "." + parts[1] + "." + parts[2],
                        made.withKeyId(space.value()).sign(Algorithm.none()),
                        made.withKeyId(space.value()).sign(Algorithm.HMAC256(new byte[32])),
                        made.withKeyId("space-unknown").sign(Algorithm.HMAC256(new byte[32])),
                        made.withKeyId("outbox:1").sign(Algorithm.HMAC256(new byte[32])),
                        made.withKeyId("../..").sign(Algorithm.HMAC256(new byte[32])),
                        "A".repeat(5_000))
                .toList();

        Answer expected = get("x");
        assertThat(expected.status()).isEqualTo(404);
        assertThat(expected.body()).contains("Deze link klopt niet");
        for (String token : bad) {
            for (String path : PATHS) {
                assertThat(get(token + path)).as(token + path).isEqualTo(expected);
            }
        }
        assertThat(get("")).isEqualTo(expected);
        assertThat(get(genuine + "/nonsense")).isEqualTo(expected);
        assertThat(get(genuine + "/board.png/")).isEqualTo(expected);
        assertThat(get(export() + "")).isEqualTo(expected);
        assertThat(get(export() + "/board.png")).isEqualTo(expected);
        assertThat(output).doesNotContain(parts[1]).doesNotContain("Exception");
    }

    @Test
    void answersEveryLinkThatWasOursAlike() {
        Running running = openSession("Ooievaar");
        SpaceId runningSpace = spaceOf(running.channel());
        Instant later = NOW.plus(LIFETIME);
        String expired = tokenOf(bot.reportLinks().toReport(space, session, NOW));
        String expiredExport = tokenOf(bot.reportLinks().toExport(space, NOW.minusSeconds(1)));
        String notThere = tokenOf(bot.reportLinks().toReport(space, new SessionId("none"), later));
        String notClosed = tokenOf(bot.reportLinks().toReport(runningSpace, running.session(), later));
        String ofOtherSpace = tokenOf(bot.reportLinks().toReport(runningSpace, session, later));

        Answer expected = get(expired);
        assertThat(expected.status()).isEqualTo(410);
        assertThat(expected.body()).contains("Deze link werkt niet meer", "rapport");
        for (String token : List.of(expired, expiredExport, notThere, notClosed, ofOtherSpace)) {
            for (String path : List.of("/readings.csv", "/actions.csv")) {
                assertThat(get(token + path)).isEqualTo(expected);
            }
        }
        for (String token : List.of(notThere, notClosed, ofOtherSpace)) {
            assertThat(get(token)).isEqualTo(expected);
            assertThat(get(token + "/board.png")).isEqualTo(expected);
        }
        String all = tokenOf(bot.reportLinks().toExport(runningSpace, later));
        assertThat(rows(get(all + "/readings.csv"))).hasSize(1);
    }

    /** Browsers send a bar as it is, for one behind a link that somebody put into a table. */
    @Test
    void standsInNoLogWhenTheWebServerItselfRefusesIt(CapturedOutput output) throws IOException {
        assertThat(sent(report() + "|")).startsWith("HTTP/1.1 400");
        assertThat(output).doesNotContain(report().split("\\.", -1)[1]);
    }

    @Test
    void letsNobodyFillTheLogWithAQueryThatIsNone(CapturedOutput output) throws IOException {
        assertThat(sent("x?lang=%zz")).startsWith("HTTP/1.1 404").contains("Deze link klopt niet");
        assertThat(sent(report() + "?lang=en&x=%zz")).startsWith("HTTP/1.1 200");
        assertThat(output).doesNotContain("Exception");
    }

    @Test
    void endsAtTheSecondThatItSays() {
        String token = report();
        clock.itIs(NOW.plus(LIFETIME).minusMillis(1));
        assertThat(get(token).status()).isEqualTo(200);
        clock.itIs(NOW.plus(LIFETIME));
        assertThat(get(token).status()).isEqualTo(410);
    }

    @Test
    void endsWhenItIsWithdrawnAndANewOneDoesNot() {
        String old = report();
        bot.reportLinks().withdraw(space);
        assertThat(get(old)).isEqualTo(get("x"));
        assertThat(get(report()).status()).isEqualTo(200);
    }

    @Test
    void endsWhileTheBotIsRemovedButNotWhileItIsUpgraded() {
        Played zwaan = playInATeam("Zwaan");
        Conversation beside = teams.channelBeside(zwaan.channel(), "Onderbouw", teams.team());
        var meeting = new Meeting(beside, leader);
        Post root = meeting.begin();
        meeting.open(root, "st1");
        meeting.close(root);
        List<String> tokens = List.of(zwaan.token(), token(spaceOf(beside), new SessionId(Meeting.sessionOf(root))));

        zwaan.channel().upgrade(leader);
        assertThat(tokens).allMatch(token -> get(token).status() == 200);
        zwaan.channel().uninstall(leader);
        assertThat(tokens).allMatch(token -> get(token).status() == 410);
        assertThat(tokens).allMatch(token -> get(token + "/board.png").status() == 410);
        assertThat(get(report()).status()).isEqualTo(200);
        zwaan.channel().install(leader);
        assertThat(tokens).allMatch(token -> get(token).status() == 200);
    }

    @Test
    void knowsHeadAndNoOtherMethodThanGet() {
        for (String path : List.of(report(), "x", report() + "/readings.csv")) {
            Answer head = send(request(path).method("HEAD", HttpRequest.BodyPublishers.noBody()));
            Answer got = get(path);
            assertThat(head.status()).isEqualTo(got.status());
            assertThat(head.headers()).isEqualTo(got.headers());
            assertThat(head.body()).isEmpty();
            for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
                Answer refused = send(request(path).method(method, HttpRequest.BodyPublishers.noBody()));
                assertThat(refused.status()).as(method).isEqualTo(405);
                assertThat(refused.header("cache-control")).contains("private, no-store");
            }
        }
    }

    @Test
    void speaksTheTeamsLanguageOrTheOneAskedForAndErrorsTheReaders() {
        assertThat(get(report()).body()).contains("<html lang=\"nl\"");
        assertThat(get(report() + "?lang=en").body()).contains("<html lang=\"en\"");
        assertThat(in("en-GB,nl;q=0.5", report()).body()).contains("<html lang=\"nl\"");
        assertThat(in("de,en;q=0.5", "x").body()).contains("This link isn’t right");
        assertThat(in("fr", "x").body()).contains("Deze link klopt niet");
        assertThat(in("en", "x?lang=nl").body()).contains("Deze link klopt niet");
        assertThat(in("!!;q=x", "x").status()).isEqualTo(404);
        String expired = tokenOf(bot.reportLinks().toReport(space, session, NOW));
        assertThat(in("en", expired).body()).contains("This link no longer works");
    }

    @Test
    void listsReadingsAsDutchExcelReadsThem() {
        Answer answer = get(report() + "/readings.csv");
        assertThat(answer.header("content-type")).contains("text/csv;charset=UTF-8");
        assertThat(answer.body())
                .startsWith("\uFEFFDatum van de sessie;Thema;Stelling;")
                .endsWith("\r\n");
        List<String> rows = rows(answer);
        assertThat(rows).hasSize(4);
        assertThat(rows.get(1))
                .startsWith("2026-11-21;")
                .endsWith(";12;12;3;3;2;2;2;2,75;2,5;" + dissent(rows.get(1)) + ";");
        assertThat(rows.get(2)).endsWith(";2;12;;;;;;;;;te weinig reacties");
        assertThat(rows.get(3)).endsWith(";4;12;;;;;;;;;niet onthuld");
        assertThat(rows(get(report() + "/readings.csv?lang=en")).get(1)).contains(";2.75;2.5;");
        assertThat(rows(get(export() + "/readings.csv"))).containsExactlyElementsOf(rows);
    }

    @Test
    void listsActionsWithoutLettingThemCalculate() {
        List<String> rows = rows(get(report() + "/actions.csv"));
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).isEqualTo("\uFEFFAfgesproken op;Stelling;Wat;Wie;Terugblik op;Stand;Gedaan op");
        assertThat(rows.get(1))
                .contains(";\"'=HYPERLINK(\"\"https://example.org\"\";\"\"klik\"\")\";" + leader.name() + ";")
                .endsWith(";open;");
        assertThat(rows(get(export() + "/actions.csv"))).containsExactlyElementsOf(rows);
    }

    @Test
    void endsAStartWithAnAddressThatWouldSendReportsUnencrypted(@TempDir Path folder) {
        assertThatThrownBy(() -> RunningBot.anonymous(
                                folder.resolve("other.db"), "--balans.reports.base-url=http://balans.example.org")
                        .close())
                .rootCause()
                .hasMessageStartingWith("balans.reports.base-url must begin with https://");
    }

    private record Running(Conversation channel, SessionId session) {}

    private record Played(Conversation channel, String token) {}

    private Played playInATeam(String name) {
        Conversation where = teams.channel(name, teams.team());
        var meeting = new Meeting(where, leader);
        Post root = meeting.begin();
        meeting.open(root, "st1");
        meeting.close(root);
        return new Played(where, token(spaceOf(where), new SessionId(Meeting.sessionOf(root))));
    }

    /** In which everybody has reacted, and nothing is revealed. */
    private Running openSession(String name) {
        Conversation where = teams.channel(name, teams.team());
        var meeting = new Meeting(where, leader);
        Post root = meeting.begin();
        meeting.react(meeting.open(root, "st1").getFirst(), 1, 2, 3, 4);
        return new Running(where, new SessionId(Meeting.sessionOf(root)));
    }

    private static String dissent(String row) {
        String[] cells = row.split(";", -1);
        assertThat(cells[cells.length - 2]).matches("0,\\d\\d?");
        return cells[cells.length - 2];
    }

    private static List<String> rows(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return List.of(answer.body().split("\r\n"));
    }

    private String report() {
        return token(space, session);
    }

    private String token(SpaceId of, SessionId which) {
        return tokenOf(bot.reportLinks().toReport(of, which, NOW.plus(LIFETIME)));
    }

    private String export() {
        return tokenOf(bot.reportLinks().toExport(space, NOW.plus(LIFETIME)));
    }

    private static String tokenOf(Optional<URI> link) {
        return link.orElseThrow().getPath().substring("/reports/".length());
    }

    private Answer get(String path) {
        return send(request(path));
    }

    private Answer in(String languages, String path) {
        return send(request(path).header("Accept-Language", languages));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bot.port() + "/reports/" + path));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What comes back for an address that Java's own client would not send. */
    private String sent(String path) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), bot.port())) {
            String request = "GET /reports/" + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private SpaceId spaceOf(Conversation where) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((teams.tenantId() + "\n" + where.id()).getBytes(StandardCharsets.UTF_8));
            return new SpaceId("space-" + HexFormat.of().formatHex(hash, 0, 20));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
