package nl.balansmonitor.teams.botframework;

import com.microsoft.bot.connector.authentication.AuthenticationConstants;
import com.microsoft.bot.restclient.credentials.ServiceClientCredentials;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import nl.balansmonitor.teams.botframework.DeliveryException.Trouble;
import nl.balansmonitor.teams.botframework.Registration.SingleTenant;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts the bot's own token on every request to Teams: fetched once for all who wait for it, kept for nine tenths of its life, and fetched
 * anew once when Teams answers 401 to it.
 *
 * <p>Whatever the token request fails on, the post may be tried again: it isn't the post's fault if the secret has expired.
 *
 * <p>In the place of MSAL, which takes no other token address than Microsoft's.
 *
 * @see <a href="https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-client-creds-grant-flow#get-a-token">Client credentials
 *     flow</a>
 */
final class BearerTokens implements ServiceClientCredentials {

    private static final Logger log = LoggerFactory.getLogger(BearerTokens.class);
    private static final String HEADER = "Authorization";
    private static final Duration CALL_LIMIT = Duration.ofSeconds(5);

    /** For so long a failure answers those who waited for the same request. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final SingleTenant registration;
    private final OkHttpClient http;
    private final JsonMapper json;
    private final Clock clock;
    private final ConnectorFailures failures;
    private final Lock fetching = new ReentrantLock();
    private volatile @Nullable Token current;
    private @Nullable Failure lastFailure;

    /** The header's whole value. */
    private record Token(String value, Instant staleFrom) {

        boolean serves(Instant now, @Nullable String refused) {
            return now.isBefore(staleFrom) && !value.equals(refused);
        }

        @Override
        public String toString() {
            return "Token[staleFrom=" + staleFrom + "]";
        }
    }

    private record Failure(DeliveryException reason, Instant until) {}

    BearerTokens(
            SingleTenant registration, OkHttpClient http, JsonMapper json, ConnectorFailures failures, Clock clock) {
        this.registration = registration;
        this.http = http.newBuilder().callTimeout(CALL_LIMIT).build();
        this.json = json;
        this.clock = clock;
        this.failures = failures;
    }

    @Override
    public void applyCredentialsFilter(OkHttpClient.Builder client) {
        client.addInterceptor(chain -> chain.proceed(authorized(chain.request(), token(null))));
        client.authenticator((route, response) -> {
            String refused = response.request().header(HEADER);
            return response.priorResponse() == null ? authorized(response.request(), token(refused)) : null;
        });
    }

    /** The token to use now, which isn't the one that was just refused. */
    private String token(@Nullable String refused) throws IOException {
        Token token = current;
        if (token != null && token.serves(clock.instant(), refused)) {
            return token.value();
        }
        fetching.lock();
        try {
            token = current;
            if (token == null || !token.serves(clock.instant(), refused)) {
                token = fetchUnlessJustFailed();
                current = token;
            }
            return token.value();
        } finally {
            fetching.unlock();
        }
    }

    private Token fetchUnlessJustFailed() throws IOException {
        Failure failure = lastFailure;
        if (failure == null || !clock.instant().isBefore(failure.until())) {
            try {
                return fetch(clock.instant());
            } catch (DeliveryException e) {
                failure = new Failure(e, clock.instant().plus(PAUSE));
                lastFailure = failure;
                log.error("No post can leave without a token of {}: {}", registration.tokenEndpoint(), e.getMessage());
            }
        }
        // Of all exceptions an interceptor may only throw this one.
        throw new IOException(failure.reason());
    }

    private Token fetch(Instant now) {
        FormBody form = new FormBody.Builder()
                .add("grant_type", "client_credentials")
                .add("client_id", registration.appId())
                .add("client_secret", registration.secret())
                .add("scope", AuthenticationConstants.TO_CHANNEL_FROM_BOT_OAUTH_SCOPE)
                .build();
        Request request = new Request.Builder()
                .url(registration.tokenEndpoint())
                .post(form)
                .build();
        try (Response response = http.newCall(request).execute()) {
            JsonNode answer = json.readTree(response.body().bytes());
            String token = answer.path("access_token").asString("");
            if (token.isEmpty()) {
                throw new DeliveryException.Retryable(
                        "token request: HTTP %d %s"
                                .formatted(response.code(), answer.path("error").asString("")),
                        Trouble.TOKEN,
                        failures.pause(response.header("Retry-After")),
                        null);
            }
            long lifetime = answer.path("expires_in").asLong(0);
            return new Token("Bearer " + token, now.plusSeconds(lifetime * 9 / 10));
        } catch (IOException | JacksonException e) {
            throw new DeliveryException.Retryable("token request: no answer", Trouble.TOKEN, Optional.empty(), e);
        }
    }

    private static Request authorized(Request request, String bearer) {
        return request.newBuilder().header(HEADER, bearer).build();
    }
}
