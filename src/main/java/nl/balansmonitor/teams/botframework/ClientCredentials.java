package nl.balansmonitor.teams.botframework;

import com.microsoft.bot.connector.authentication.AuthenticationConstants;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import nl.balansmonitor.teams.botframework.DeliveryException.Trouble;
import nl.balansmonitor.teams.botframework.Registration.SingleTenant;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tokens by OAuth 2.0's client credentials grant (RFC 6749, section 4.4).
 *
 * <p>In the place of MSAL, which takes no other token address than Microsoft's.
 *
 * @see <a href="https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-client-creds-grant-flow#get-a-token">Client credentials
 *     flow</a>
 */
final class ClientCredentials implements TokenSource {

    private static final Duration CALL_LIMIT = Duration.ofSeconds(5);

    private final SingleTenant registration;
    private final OkHttpClient http;
    private final JsonMapper json;
    private final ConnectorFailures failures;

    ClientCredentials(SingleTenant registration, OkHttpClient http, JsonMapper json, ConnectorFailures failures) {
        this.registration = registration;
        this.http = http.newBuilder().callTimeout(CALL_LIMIT).build();
        this.json = json;
        this.failures = failures;
    }

    @Override
    public Grant request() {
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
            return new Grant(token, Duration.ofSeconds(answer.path("expires_in").asLong(0)));
        } catch (IOException | JacksonException e) {
            throw new DeliveryException.Retryable("token request: no answer", Trouble.TOKEN, Optional.empty(), e);
        }
    }

    @Override
    public String name() {
        return registration.tokenEndpoint().toString();
    }
}
