package nl.balansmonitor.teams.botframework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import nl.balansmonitor.MovableClock;
import nl.balansmonitor.teams.botframework.Loopback.Answer;
import nl.balansmonitor.teams.botframework.Loopback.Request;
import nl.balansmonitor.teams.botframework.Registration.SingleTenant;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import tools.jackson.databind.json.JsonMapper;

/** What health tells of the bot's token and of Teams' keys; here a look's try is over before the look is. */
class SupplyHealthTest {

    private static final String TOKEN = "{\"access_token\":\"the-token\",\"expires_in\":3600}";
    private static final String KEYS = "{\"keys\":[%s]}".formatted(new Issuer("teams").jwk("[\"msteams\"]"));

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final AtomicReference<Answer> token = new AtomicReference<>(Answer.json(200, TOKEN));
    private final AtomicReference<Answer> keys = new AtomicReference<>(Answer.json(200, KEYS));
    private final Loopback microsoft = new Loopback(this::answer);
    private final Trust trust = new BotFrameworkConfiguration()
            .trust(
                    new SingleTenant(
                            "app",
                            "fictional-secret",
                            HttpUrl.get(microsoft.url("/token")),
                            HttpUrl.get(microsoft.url("/openid"))),
                    JsonMapper.shared(),
                    clock);
    private final SupplyHealth ofToken = new SupplyHealth(trust.token(), Runnable::run);
    private final SupplyHealth ofKeys = new SupplyHealth(trust.keys(), Runnable::run);

    @AfterEach
    void stop() {
        microsoft.close();
    }

    @Test
    void isUnknownUntilTheFirstTryIsOver() {
        assertThat(ofToken.health().getStatus()).isEqualTo(Status.UNKNOWN);
        assertThat(ofKeys.health().getStatus()).isEqualTo(Status.UNKNOWN);

        assertThat(ofToken.health().getStatus()).isEqualTo(Status.UP);
        assertThat(ofKeys.health().getStatus()).isEqualTo(Status.UP);
        assertThat(microsoft.requests("/token")).hasSize(1);
        assertThat(microsoft.requests("/keys")).hasSize(1);
    }

    @Test
    void isDownWhileThereIsNoTokenAndTellsWhyWithoutASecret() {
        token.set(Answer.json(401, "{\"error\":\"invalid_client\",\"error_description\":\"the-token\"}"));
        trust.token().replenish();

        assertThat(ofToken.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(ofToken.health().getDetails()).isEqualTo(Map.of("reason", "token request: HTTP 401 invalid_client"));

        clock.advance(Duration.ofSeconds(1));
        token.set(Answer.json(200, TOKEN));
        ofToken.health();
        assertThat(ofToken.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void countsATokenAsAtHandUntilItsEnd() {
        trust.token().replenish();
        token.set(Answer.json(503, ""));
        clock.advance(Duration.ofMinutes(59));
        trust.token().replenish();
        assertThat(ofToken.health().getStatus()).isEqualTo(Status.UP);

        clock.advance(Duration.ofMinutes(1));
        assertThat(ofToken.health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void isDownWhileThereAreNoKeysAndAsksForThemAtMostEveryTenSeconds() {
        keys.set(Answer.json(200, "{\"keys\":[]}"));
        trust.keys().replenish();
        ofKeys.health();
        ofKeys.health();
        ofKeys.health();
        assertThat(ofKeys.health().getDetails()).isEqualTo(Map.of("reason", "127.0.0.1 lists no usable key"));
        assertThat(microsoft.requests("/keys"))
                .as("at start, and by the first look")
                .hasSize(2);

        clock.advance(SigningKeys.PAUSE);
        keys.set(Answer.json(503, ""));
        ofKeys.health();
        assertThat(ofKeys.health().getDetails()).isEqualTo(Map.of("reason", "127.0.0.1 gives no keys"));

        clock.advance(SigningKeys.PAUSE);
        keys.set(Answer.json(200, KEYS));
        ofKeys.health();
        assertThat(ofKeys.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void staysUpWithKeysThatCannotBeRenewed() {
        trust.keys().replenish();
        keys.set(Answer.json(503, ""));
        clock.advance(SigningKeys.FRESH);
        assertThat(ofKeys.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void isUpWithoutARegistration() {
        assertThat(new SupplyHealth(Trust.blind().token(), Runnable::run)
                        .health()
                        .getStatus())
                .isEqualTo(Status.UP);
        assertThat(new SupplyHealth(Trust.blind().keys(), Runnable::run)
                        .health()
                        .getStatus())
                .isEqualTo(Status.UP);
    }

    private Answer answer(Request request) {
        return switch (request.uri()) {
            case "/token" -> token.get();
            case "/keys" -> keys.get();
            default -> Answer.json(200, "{\"jwks_uri\":\"http://%s/keys\"}".formatted(request.host()));
        };
    }
}
