package nl.balansmonitor.teams.botframework;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import nl.balansmonitor.teams.botframework.Loopback.Answer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Requests over real HTTP, with tokens that a Bot Framework service of the test's own signs. */
// Kept for another test that never comes, the application would hold the log's settings against every later one in this
// JVM.
@DirtiesContext
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = {BotFrameworkConfiguration.class, EdgeApplication.class})
@ExtendWith(OutputCaptureExtension.class)
class ReceivingTest {

    private static final String APP_ID = "8e3a1c52-fictional";
    private static final String SERVICE_URL = "https://smba.example/emea/";
    private static final Issuer TEAMS = new Issuer("teams");
    private static final Issuer UNENDORSED = new Issuer("unendorsed");
    private static final Issuer WEB_CHAT = new Issuer("webchat");
    private static final Loopback SERVICE = new Loopback(request -> Answer.json(
            200,
            switch (request.uri()) {
                case "/keys" ->
                    "{\"keys\":[%s,%s,%s]}"
                            .formatted(TEAMS.jwk("[\"msteams\"]"), UNENDORSED.jwk(""), WEB_CHAT.jwk("[\"webchat\"]"));
                case "/token" -> "{\"access_token\":\"unused\",\"expires_in\":3600}";
                default -> "{\"jwks_uri\":\"http://%s/keys\"}".formatted(request.host());
            }));

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private ScriptedBot bot;

    @DynamicPropertySource
    static void registration(DynamicPropertyRegistry properties) {
        properties.add("balans.bot.app-id", () -> APP_ID);
        properties.add("balans.bot.app-secret", () -> "fictional-secret");
        properties.add("balans.bot.tenant-id", () -> "zwaluw");
        properties.add("balans.bot.answer-within", () -> "500ms");
        // Of the application only its edge: there is no store whose health readiness could depend on.
        properties.add("management.endpoint.health.validate-group-membership", () -> "false");
        properties.add("balans.bot.openid-metadata", () -> SERVICE.url("/openid"));
        properties.add("balans.bot.token-endpoint", () -> SERVICE.url("/token"));
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
        HTTP.close();
    }

    @BeforeEach
    void forget() {
        bot.forget();
    }

    @Test
    void takesAMessageThatTeamsSigned() {
        assertThat(send(signed(unchanged -> {}), message("start")))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(202))
                .satisfies(answer -> assertThat(answer.body()).isEmpty());
        assertThat(bot.told()).extracting(Incoming::text).containsExactly("start");
    }

    @Test
    void refusesATokenForAnotherBot() {
        refuses(401, "Bearer " + TEAMS.token("another-bot", SERVICE_URL, unchanged -> {}));
    }

    @Test
    void refusesATokenOfAnotherIssuer() {
        refuses(401, signed(token -> token.withIssuer("https://sts.windows.net/zwaluw/")));
    }

    @Test
    void refusesATokenThatExpiredBeforeTheSkewOfFiveMinutes() {
        refuses(401, signed(token -> token.withExpiresAt(Instant.now().minusSeconds(301))));
    }

    @Test
    void refusesATokenThatNeverExpires() {
        refuses(401, signed(token -> token.withExpiresAt((Instant) null)));
    }

    @Test
    void refusesATokenOfAKeyThatIsEndorsedForNoChannel() {
        refuses(401, "Bearer " + UNENDORSED.token(APP_ID, SERVICE_URL, unchanged -> {}));
    }

    @Test
    void refusesATokenOfAKeyThatIsEndorsedForAnotherChannel() {
        refuses(401, "Bearer " + WEB_CHAT.token(APP_ID, SERVICE_URL, unchanged -> {}));
    }

    @Test
    void refusesATokenWhoseSignatureIsOfAnotherKey() {
        refuses(401, "Bearer " + new Issuer("teams").token(APP_ID, SERVICE_URL, unchanged -> {}));
    }

    @Test
    void refusesATokenThatNobodySigned() {
        String unsigned = JWT.create()
                .withKeyId("teams")
                .withIssuer("https://api.botframework.com")
                .withAudience(APP_ID)
                .withClaim("serviceurl", SERVICE_URL)
                .withExpiresAt(Instant.now().plusSeconds(3600))
                .sign(Algorithm.none());
        refuses(401, "Bearer " + unsigned);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer x",
                "Bearer a.b.c",
                "Bearer e30.e30.e30",
                "Bearer e30.W10.e30",
                "Bearer a b",
                "Basic dXNlcjpwdw==",
                "Bearer ...."
            })
    void refusesAHeaderThatHoldsNoToken(String garbage) {
        refuses(401, garbage);
    }

    @Test
    void refusesARequestWithoutAToken() {
        refuses(401, "");
    }

    @Test
    void refusesAnActivityThatNamesAnotherServiceUrlThanItsToken() {
        refuses(403, "Bearer " + TEAMS.token(APP_ID, "https://evil.example/", unchanged -> {}));
    }

    @Test
    void refusesATokenThatNamesNoServiceUrl() {
        refuses(403, signed(token -> token.withClaim("serviceurl", (String) null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"appid", "azp"})
    void refusesASkillsToken(String claim) {
        refuses(403, signed(token -> token.withClaim(claim, "another-bot").withClaim("ver", "1.0")));
    }

    @Test
    void refusesAnActivityOfAnotherChannel() {
        String webChat = message("start").replace("msteams", "webchat");
        assertThat(send(signed(unchanged -> {}), webChat).statusCode()).isEqualTo(403);
        assertThat(bot.told()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "null",
                "{}",
                "{\"type\":\"message\",\"conversation\":{\"id\":\"c\"},\"from\":{\"id\":\"f\"}}",
                "{\"type\":\"message\",\"serviceUrl\":\"https://smba.example/emea/\",\"from\":{\"id\":\"f\"}}",
                "{\"type\":\"message\",\"serviceUrl\":\"https://smba.example/emea/\",\"conversation\":{\"id\":7}}",
                "{\"type\":\"message\",\"serviceUrl\":\"https://smba.example/emea/\",\"conversation\":{\"id\":\"c\"}}",
                "{\"serviceUrl\":\"https://smba.example/emea/\",\"conversation\":{\"id\":\"c\"}}"
            })
    void refusesWhatIsNoActivity(String body) {
        HttpResponse<String> answer = send(signed(unchanged -> {}), body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).matches("The (body|activity) [\\w ]+\\.");
        assertThat(bot.told()).isEmpty();
    }

    @Test
    void refusesABodyOfAMegabyte() {
        assertThat(send(signed(unchanged -> {}), message("x".repeat(1 << 20))).statusCode())
                .isEqualTo(413);
        assertThat(bot.told()).isEmpty();
    }

    @Test
    void answersAnInvokeWithItsEnvelope() {
        bot.answers(incoming -> Reply.Invoked.line("Dank je"));
        HttpResponse<String> answer = send(signed(unchanged -> {}), invoke("nl-NL"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body())
                .contains("\"statusCode\":200", "\"type\":\"application/vnd.microsoft.activity.message\"", "Dank je");
    }

    @Test
    void tellsInTheUsersLanguageThatSomethingWentWrong(CapturedOutput log) {
        bot.answers(incoming -> {
            throw new IllegalStateException("table ballots is locked");
        });
        for (String locale : List.of("nl-NL", "en-US")) {
            HttpResponse<String> answer = send(signed(unchanged -> {}), invoke(locale));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .contains(
                            "\"statusCode\":200", locale.startsWith("nl") ? "Er ging iets mis" : "Something went wrong")
                    .doesNotContain("ballots", "Exception");
            String incident = answer.body().replaceAll("(?s).*: ([0-9a-f-]{36}).*", "$1");
            assertThat(log).contains("Incident " + incident);
        }
    }

    @Test
    void letsNobodyWaitForAnAnswerThatDoesNotCome() {
        var never = new CountDownLatch(1);
        bot.answers(incoming -> {
            Awaitility.await().forever().until(() -> never.getCount() == 0);
            return Reply.Invoked.line("Dank je");
        });
        for (String locale : List.of("nl-NL", "en-US")) {
            HttpResponse<String> answer = send(signed(unchanged -> {}), invoke(locale));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .contains("\"statusCode\":200", locale.startsWith("nl") ? "Dit duurt langer" : "This takes longer");
        }
        never.countDown();
    }

    @Test
    void takesAMessageInThoughTheBotFailsOnIt() {
        bot.answers(incoming -> {
            throw new IllegalStateException("table ballots is locked");
        });
        HttpResponse<String> answer = send(signed(unchanged -> {}), message("start"));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void knowsNoOtherMethod() {
        assertThat(exchange(request("/api/messages", "").GET()).statusCode()).isEqualTo(405);
    }

    @Test
    void showsNothingOfItselfOnOtherPaths() {
        HttpResponse<String> answer =
                exchange(request("/elsewhere", "").header("Accept", "text/html").GET());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("Not Found");
    }

    private void refuses(int status, String authorization) {
        HttpResponse<String> answer = send(authorization, message("start"));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEmpty();
        assertThat(bot.told()).isEmpty();
    }

    private static String signed(Consumer<JWTCreator.Builder> change) {
        return "Bearer " + TEAMS.token(APP_ID, SERVICE_URL, change);
    }

    private static String message(String text) {
        return """
                {"type":"message","id":"1","channelId":"msteams","serviceUrl":"%s","text":"%s",
                 "from":{"id":"29:noor","name":"Noor"},"recipient":{"id":"28:bot"},
                 "conversation":{"id":"19:zwaluw@thread.tacv2","conversationType":"channel","tenantId":"zwaluw"}}""".formatted(SERVICE_URL, text);
    }

    private static String invoke(String locale) {
        return """
                {"type":"invoke","name":"adaptiveCard/action","channelId":"msteams","serviceUrl":"%s","locale":"%s",
                 "from":{"id":"29:noor"},"recipient":{"id":"28:bot"},"conversation":{"id":"a:1"},
                 "value":{"action":{"type":"Action.Execute","verb":"thermometer.react"},"trigger":"manual"}}""".formatted(SERVICE_URL, locale);
    }

    private HttpResponse<String> send(String authorization, String body) {
        return exchange(request("/api/messages", authorization).POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30));
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    private static HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
