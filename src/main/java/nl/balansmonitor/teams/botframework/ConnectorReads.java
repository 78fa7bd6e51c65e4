package nl.balansmonitor.teams.botframework;

import java.io.IOException;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads from Teams what the SDK doesn't read, or not right. */
final class ConnectorReads {

    private final JsonMapper json;
    private final ConnectorFailures failures;

    ConnectorReads(JsonMapper json, ConnectorFailures failures) {
        this.json = json;
        this.failures = failures;
    }

    /**
     * The answer to a GET, by a client that is made for posting.
     *
     * @param call names it in messages for operators
     */
    JsonNode get(OkHttpClient poster, String call, HttpUrl url) {
        OkHttpClient http = poster.newBuilder().retryOnConnectionFailure(true).build();
        Request request = new Request.Builder().url(url).build();
        try (Response response = http.newCall(request).execute()) {
            String body = response.body().string();
            if (!response.isSuccessful()) {
                throw failures.ofAnswer(call, response.code(), response.header("Retry-After"), code(body));
            }
            return json.readTree(body);
        } catch (IOException e) {
            throw failures.of(call, e);
        } catch (JacksonException e) {
            throw new DeliveryException.Retryable(
                    call + ": an answer that isn't JSON", DeliveryException.Trouble.SERVICE, Optional.empty(), e);
        }
    }

    private String code(String body) {
        try {
            return json.readTree(body).at("/error/code").asString("");
        } catch (JacksonException e) {
            return "";
        }
    }
}
