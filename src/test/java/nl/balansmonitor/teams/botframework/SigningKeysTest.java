package nl.balansmonitor.teams.botframework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import nl.balansmonitor.MovableClock;
import nl.balansmonitor.teams.botframework.Loopback.Answer;
import nl.balansmonitor.teams.botframework.Loopback.Request;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SigningKeysTest {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final AtomicReference<String> keySet = new AtomicReference<>("{\"keys\":[]}");

    @Test
    void fetchesOnceWhateverKeyIdsStrangersSend() {
        try (Loopback service = new Loopback(this::published)) {
            SigningKeys keys = keys(service);
            for (int i = 0; i < 50; i++) {
                assertThat(keys.find("stranger-" + i)).isEmpty();
            }
            assertThat(service.requests("/keys")).hasSize(1);
        }
    }

    @Test
    void findsAKeyThatWasPublishedLater() {
        try (Loopback service = new Loopback(this::published)) {
            SigningKeys keys = keys(service);
            assertThat(keys.find("new")).isEmpty();
            keySet.set("{\"keys\":[%s]}".formatted(new Issuer("new").jwk("[\"msteams\"]")));
            clock.advance(SigningKeys.PAUSE);
            assertThat(keys.find("new")).isPresent();
        }
    }

    @Test
    void asksAgainAfterADayAndForgetsWhatWasWithdrawn() {
        keySet.set("{\"keys\":[%s]}".formatted(new Issuer("old").jwk("[\"msteams\"]")));
        try (Loopback service = new Loopback(this::published)) {
            SigningKeys keys = keys(service);
            assertThat(keys.find("old")).isPresent();
            keySet.set("{\"keys\":[]}");
            assertThat(keys.find("old")).isPresent();
            clock.advance(SigningKeys.FRESH);
            assertThat(keys.find("old")).isEmpty();
        }
    }

    @Test
    void keepsTheKnownKeysWhileTheEndpointFails() {
        keySet.set("{\"keys\":[%s]}".formatted(new Issuer("old").jwk("[\"msteams\"]")));
        try (Loopback service = new Loopback(this::published)) {
            SigningKeys keys = keys(service);
            assertThat(keys.find("old")).isPresent();
            keySet.set("<html>Sorry</html>");
            clock.advance(SigningKeys.FRESH);
            assertThat(keys.find("old")).isPresent();
        }
    }

    @Test
    void leavesOutWhatIsNoRsaKey() {
        keySet.set("{\"keys\":[7,{\"kty\":\"oct\",\"kid\":\"odd\",\"k\":\"AA\"},{\"kty\":\"RSA\",\"kid\":\"half\"},%s]}"
                .formatted(new Issuer("good").jwk("[\"msteams\"]")));
        try (Loopback service = new Loopback(this::published)) {
            SigningKeys keys = keys(service);
            assertThat(keys.find("good")).isPresent();
            assertThat(keys.find("odd")).isEmpty();
            assertThat(keys.find("half")).isEmpty();
        }
    }

    @Test
    void givesUpOnAnEndpointThatHangs() {
        CountDownLatch released = new CountDownLatch(1);
        try (Loopback service = new Loopback(request -> {
            awaitUninterruptibly(released);
            return Answer.json(200, "{}");
        })) {
            assertThat(keys(service).find("any")).isEmpty();
            assertThat(released.getCount()).as("the endpoint still hangs").isEqualTo(1);
            released.countDown();
        }
    }

    private Answer published(Request request) {
        return Answer.json(
                200,
                request.uri().equals("/keys")
                        ? keySet.get()
                        : "{\"jwks_uri\":\"http://%s/keys\"}".formatted(request.host()));
    }

    private SigningKeys keys(Loopback service) {
        return new SigningKeys(
                HttpUrl.get(service.url("/openid")),
                new OkHttpClient.Builder().connectTimeout(Duration.ofSeconds(3)).build(),
                JsonMapper.shared(),
                clock);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
