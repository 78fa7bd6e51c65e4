package nl.balansmonitor.teams.botframework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.balansmonitor.MovableClock;
import nl.balansmonitor.teams.botframework.DeliveryException.ActivityGone;
import nl.balansmonitor.teams.botframework.DeliveryException.Final;
import nl.balansmonitor.teams.botframework.DeliveryException.Retryable;
import nl.balansmonitor.teams.botframework.Loopback.Answer;
import nl.balansmonitor.teams.botframework.Loopback.Request;
import nl.balansmonitor.teams.botframework.Registration.SingleTenant;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Posts over real HTTP to a connector of the test's own. */
class SendingTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CHANNEL = "19:zwaluw@thread.tacv2";
    private static final String POSTS = "/teams/v3/conversations/" + CHANNEL + ";messageid=17/activities";

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile Function<Request, Answer> teams = request -> Answer.json(201, "{\"id\":\"posted\"}");
    private volatile Function<Request, Answer> tokenEndpoint = request ->
            Answer.json(200, "{\"access_token\":\"token-%d\",\"expires_in\":3600}".formatted(tokens.incrementAndGet()));
    private final Loopback service = new Loopback(
            request -> request.uri().startsWith("/any/path") ? tokenEndpoint.apply(request) : teams.apply(request));
    private final Connector connector = connector(registration());

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void postsInTheThreadWithItsToken() {
        assertThat(connector.post(thread(), Message.text("Nog *niemand*"))).isEqualTo("posted");
        assertThat(service.requests("/teams")).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.uri()).isEqualTo(POSTS);
            assertThat(request.authorization()).contains("Bearer token-1");
            JsonNode activity = JSON.readTree(request.body());
            assertThat(activity.path("type").asString()).isEqualTo("message");
            assertThat(activity.path("text").asString()).isEqualTo("Nog *niemand*");
            assertThat(activity.path("textFormat").asString()).isEqualTo("plain");
        });
    }

    @Test
    void asksForATokenOfTheBotFrameworkByForm() {
        connector.post(thread(), Message.text("Hoi"));
        assertThat(service.requests("/any/path"))
                .singleElement()
                .satisfies(request -> assertThat(request.body())
                        .contains(
                                "grant_type=client_credentials",
                                "client_id=app",
                                "client_secret=s%2Bcret",
                                "scope=https%3A%2F%2Fapi.botframework.com%2F.default"));
    }

    @Test
    void asksForOneTokenForManyPosts() {
        inParallel(20, () -> connector.post(thread(), Message.text("Hoi")));
        assertThat(service.requests("/teams")).hasSize(20);
        assertThat(service.requests("/any/path")).hasSize(1);
    }

    @Test
    void fetchesTheNextTokenBeforeTheOldOneExpires() {
        connector.post(thread(), Message.text("Hoi"));
        clock.advance(Duration.ofMinutes(55));
        connector.post(thread(), Message.text("Hoi"));
        assertThat(service.requests("/teams"))
                .extracting(request -> request.authorization().orElse(""))
                .containsExactly("Bearer token-1", "Bearer token-2");
    }

    @Test
    void usesATokenToItsEndWhileNoNewOneCanBeHad() {
        connector.post(thread(), Message.text("Hoi"));
        tokenEndpoint = request -> Answer.json(503, "");
        clock.advance(Duration.ofMinutes(55));
        connector.post(thread(), Message.text("Hoi"));
        assertThat(service.requests("/any/path")).as("tried").hasSize(2);
        assertThat(service.requests("/teams"))
                .extracting(request -> request.authorization().orElse(""))
                .containsExactly("Bearer token-1", "Bearer token-1");
        clock.advance(Duration.ofMinutes(5));
        assertThatThrownBy(() -> connector.post(thread(), Message.text("Hoi"))).isInstanceOf(Retryable.class);
    }

    @Test
    void fetchesAnotherTokenOnceWhenTeamsRefusesTheFirst() {
        teams = request -> request.authorization().equals(Optional.of("Bearer token-1"))
                ? Answer.json(401, "")
                : Answer.json(201, "{\"id\":\"posted\"}");
        assertThat(connector.post(thread(), Message.text("Hoi"))).isEqualTo("posted");
    }

    @Test
    void retriesLaterWhenTeamsRefusesEveryToken() {
        teams = request -> Answer.json(401, "");
        assertThatThrownBy(() -> connector.post(thread(), Message.text("Hoi"))).isInstanceOf(Retryable.class);
        assertThat(service.requests("/teams")).hasSize(2);
    }

    @Test
    void keepsPostsForLaterWhileTheSecretIsWrong() {
        tokenEndpoint =
                request -> Answer.json(401, "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000215\"}");
        assertThatThrownBy(() -> connector.post(thread(), Message.text("Hoi")))
                .isInstanceOf(Retryable.class)
                .hasMessageContaining("invalid_client");
        assertThat(service.requests("/teams")).isEmpty();
    }

    @Test
    void asksADownTokenEndpointOnceForManyPosts() {
        tokenEndpoint = request -> Answer.json(503, "");
        inParallel(
                20,
                () -> assertThatThrownBy(() -> connector.post(thread(), Message.text("Hoi")))
                        .isInstanceOf(Retryable.class));
        assertThat(service.requests("/any/path")).hasSize(1);
    }

    @Test
    void sendsNoTokenWithoutARegistration() {
        connector(new Registration.Anonymous()).post(thread(), Message.text("Hoi"));
        assertThat(service.requests("/teams"))
                .singleElement()
                .satisfies(request -> assertThat(request.authorization()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"7,PT7S", "'Mon, 02 Mar 2026 09:00:30 GMT',PT30S", "'Mon, 02 Mar 2026 08:00:00 GMT',PT0S"})
    void tellsHowLongTeamsAsksToWait(String header, Duration wait) {
        teams = request -> new Answer(429, "", Map.of("Retry-After", header));
        Retryable failure = catchThrowableOfType(Retryable.class, () -> connector.post(thread(), Message.text("Hoi")));
        assertThat(failure.retryAfter()).contains(wait);
        assertThat(service.requests("/teams")).as("attempts").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 412, 429, 500, 502, 503, 504})
    void leavesEveryRetryToTheSender(int status) {
        teams = request -> Answer.json(status, "<html>Bad day</html>");
        Retryable failure = catchThrowableOfType(Retryable.class, () -> connector.post(thread(), Message.text("Hoi")));
        assertThat(failure.retryAfter()).isEmpty();
        assertThat(service.requests("/teams")).as("attempts").hasSize(1);
    }

    @Test
    void takesAConnectorThatIsAwayForRetryable() {
        Conversation nowhere = conversation("http://127.0.0.1:1/");
        assertThatThrownBy(() -> connector.post(nowhere, Message.text("Hoi"))).isInstanceOf(Retryable.class);
    }

    @Test
    void tellsThatTheMessageToUpdateIsGone() {
        teams = request -> Answer.json(404, "{\"error\":{\"code\":\"ActivityNotFoundInConversation\"}}");
        assertThatThrownBy(() -> connector.update(thread(), "17", Message.text("Hoi")))
                .isInstanceOf(ActivityGone.class);
    }

    @ParameterizedTest
    @CsvSource({"403,BotNotInConversationRoster", "404,ConversationNotFound", "400,BadSyntax", "413,MessageSizeTooBig"})
    void tellsWhyTeamsRefusesForGood(int status, String code) {
        teams = request -> Answer.json(status, "{\"error\":{\"code\":\"%s\",\"message\":\"No.\"}}".formatted(code));
        Final failure = catchThrowableOfType(Final.class, () -> connector.post(thread(), Message.text("Hoi")));
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.status()).isEqualTo(status);
    }

    @Test
    void updatesTheMessageInItsThread() {
        connector.update(thread(), "18", Message.text("7 van 12 klaar"));
        assertThat(service.requests("/teams")).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("PUT");
            assertThat(request.uri()).isEqualTo(POSTS + "/18");
        });
    }

    @Test
    void sendsACardAsItIs() {
        JsonNode card = JSON.readTree("""
                {"type":"AdaptiveCard","version":"1.5","$schema":"http://adaptivecards.io/schemas/adaptive-card.json",
                 "body":[{"type":"Container","items":[[{"deep":[1,2.50,-3e10,true,null]}],"é 😀 <at>Noor</at>"]}],
                 "msteams":{"width":"Full","entities":[{"type":"mention","a.b":{"c.d":"e"}}]},
                 "refresh":{"userIds":[],"action":{"type":"Action.Execute","data":{"id":12345678901234567890}}}}""");
        connector.post(thread(), Message.card(card, "Thermometer"));
        JsonNode sent = JSON.readTree(service.requests("/teams").getFirst().body());
        assertThat(sent.at("/attachments/0/content")).isEqualTo(card);
        assertThat(sent.at("/attachments/0/contentType").asString())
                .isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(sent.path("summary").asString()).isEqualTo("Thermometer");
        assertThat(sent.has("text")).isFalse();
    }

    @Test
    void postsToOneHostManyAtATime() {
        CountDownLatch together = new CountDownLatch(20);
        teams = request -> {
            together.countDown();
            return Answer.json(arrived(together) ? 201 : 500, "{\"id\":\"posted\"}");
        };
        inParallel(20, () -> connector.post(thread(), Message.text("Hoi")));
        assertThat(together.getCount()).isZero();
    }

    @Test
    void readsThePeopleOfAllPagesAndNoBots() {
        teams = request -> {
            int page = request.uri().endsWith("continuationToken=a%2B1%3D%3D")
                    ? 1
                    : request.uri().endsWith("=2") ? 2 : 0;
            String members = IntStream.range(page * 50, Math.min(120, page * 50 + 50))
                    .mapToObj(
                            "{\"id\":\"29:%1$d\",\"aadObjectId\":\"aad-%1$d\",\"name\":\"Lid %1$d\",\"userRole\":\"user\"}"
                                    ::formatted)
                    .collect(Collectors.joining(","));
            String next = List.of("\"a+1==\"", "\"2\"", "null").get(page);
            return Answer.json(
                    200,
                    "{\"members\":[{\"id\":\"28:app\",\"name\":\"Balans\"},%s],\"continuationToken\":%s}"
                            .formatted(members, next));
        };
        assertThat(connector.roster(thread()))
                .hasSize(120)
                .doesNotHaveDuplicates()
                .contains(new RosterMember("29:0", Optional.of("aad-0"), "Lid 0", false));
        assertThat(service.requests("/teams").getFirst().uri())
                .isEqualTo("/teams/v3/conversations/" + CHANNEL + "/pagedmembers");
    }

    @Test
    void knowsGuestsAndPeopleOfWhomTeamsTellsLittle() {
        teams = request -> Answer.json(
                200,
                "{\"members\":[{\"id\":\"29:g\",\"userRole\":\"guest\",\"objectId\":\"aad-g\"},{\"id\":\"29:x\"},{}]}");
        assertThat(connector.roster(thread()))
                .containsExactly(
                        new RosterMember("29:g", Optional.of("aad-g"), "", true),
                        new RosterMember("29:x", Optional.empty(), "", false));
    }

    @Test
    void doesNotTakeAMissingConversationForAnEmptyOne() {
        teams = request -> Answer.json(404, "{\"error\":{\"code\":\"ConversationNotFound\"}}");
        Final failure = catchThrowableOfType(Final.class, () -> connector.roster(thread()));
        assertThat(failure.code()).isEqualTo("ConversationNotFound");
    }

    @Test
    void stopsAtARosterThatNeverEnds() {
        teams = request -> Answer.json(200, "{\"members\":[],\"continuationToken\":\"again\"}");
        assertThatThrownBy(() -> connector.roster(thread())).isInstanceOf(Final.class);
    }

    @Test
    void readsTheRosterThoughTheConnectionOfTheLastPostWasClosed() throws IOException {
        try (OneAnswerPerConnection closing = new OneAnswerPerConnection("{\"id\":\"posted\",\"members\":[]}", false)) {
            Connector anonymous = connector(new Registration.Anonymous());
            anonymous.post(conversation(closing.url()), Message.text("Hoi"));
            assertThat(anonymous.roster(conversation(closing.url()))).isEmpty();
        }
    }

    @Test
    void neverRepeatsAPostWhoseAnswerIsLost() throws IOException {
        try (OneAnswerPerConnection mute = new OneAnswerPerConnection("{\"id\":\"posted\"}", true)) {
            Connector anonymous = connector(new Registration.Anonymous());
            anonymous.post(conversation(mute.url()), Message.text("Hoi"));
            assertThatThrownBy(() -> anonymous.post(conversation(mute.url()), Message.text("Hoi")))
                    .isInstanceOf(Retryable.class);
            assertThat(mute.requests()).isEqualTo(2);
        }
    }

    @Test
    void opensThePersonalChatOfAMember() {
        teams = request -> Answer.json(201, "{\"id\":\"a:noor\"}");
        Conversation personal = connector.openPersonal(thread(), "29:noor");
        assertThat(personal.id()).isEqualTo("a:noor");
        assertThat(personal.type()).isEqualTo(Conversation.Type.PERSONAL);
        assertThat(personal.thread()).isEmpty();
        JsonNode asked = JSON.readTree(
                service.requests("/teams/v3/conversations").getFirst().body());
        assertThat(asked.at("/members/0/id").asString()).isEqualTo("29:noor");
        assertThat(asked.path("tenantId").asString()).isEqualTo("zwaluw");
        assertThat(asked.at("/channelData/tenant/id").asString()).isEqualTo("zwaluw");
    }

    private Connector connector(Registration registration) {
        BotFrameworkConfiguration edge = new BotFrameworkConfiguration();
        return edge.connector(edge.trust(registration, JSON, clock), JSON, clock);
    }

    private SingleTenant registration() {
        return new SingleTenant(
                "app", "s+cret", HttpUrl.get(service.url("/any/path")), HttpUrl.get(service.url("/openid")));
    }

    private Conversation thread() {
        return conversation(service.url("/teams/"));
    }

    private static Conversation conversation(String serviceUrl) {
        return new Conversation(
                CHANNEL + ";messageid=17",
                Optional.empty(),
                serviceUrl,
                "zwaluw",
                Conversation.Type.CHANNEL,
                "28:app",
                "Balans");
    }

    private static boolean arrived(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void inParallel(int times, Runnable action) {
        List<Future<?>> runs = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < times; i++) {
                runs.add(threads.submit(action));
            }
        }
        assertThat(runs).allSatisfy(run -> assertThat(run.state()).isEqualTo(Future.State.SUCCESS));
    }
}
