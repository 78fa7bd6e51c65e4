package nl.balansmonitor.teams.botframework;

import com.microsoft.bot.connector.rest.RestConnectorClient;
import com.microsoft.bot.restclient.RestClient;
import com.microsoft.bot.restclient.ServiceResponseBuilder;
import com.microsoft.bot.restclient.credentials.ServiceClientCredentials;
import com.microsoft.bot.restclient.retry.RetryStrategy;
import com.microsoft.bot.restclient.serializer.JacksonAdapter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import retrofit2.Retrofit;

/**
 * The SDK's connector clients, one per service URL, the {@link #LIMIT} used last. All share the connections and the dispatcher of one HTTP
 * client, so that a client dropped leaves nothing behind.
 */
final class ConnectorClients {

    static final int LIMIT = 32;

    /** The SDK's own strategy repeats a post within milliseconds; the sender decides about that. */
    private static final RetryStrategy NEVER = new RetryStrategy("never", false) {
        @Override
        public boolean shouldRetry(int retryCount, Response response) {
            return false;
        }
    };

    private final OkHttpClient http;
    private final ServiceClientCredentials credentials;
    private final Map<String, RestConnectorClient> clients = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RestConnectorClient> eldest) {
            return size() > LIMIT;
        }
    };

    ConnectorClients(OkHttpClient http, ServiceClientCredentials credentials) {
        this.http = http;
        this.credentials = credentials;
    }

    synchronized RestConnectorClient at(String serviceUrl) {
        return clients.computeIfAbsent(serviceUrl, this::connect);
    }

    /** A connection that breaks may have carried the post already: unlike other requests it isn't sent again by itself. */
    private RestConnectorClient connect(String serviceUrl) {
        RestClient client = new RestClient.Builder(
                        http.newBuilder().retryOnConnectionFailure(false), new Retrofit.Builder())
                .withBaseUrl(serviceUrl)
                .withCredentials(credentials)
                .withSerializerAdapter(new JacksonAdapter())
                .withResponseBuilderFactory(new ServiceResponseBuilder.Factory())
                .withRetryStrategy(NEVER)
                .withConnectionTimeout(http.connectTimeoutMillis(), TimeUnit.MILLISECONDS)
                .withReadTimeout(http.readTimeoutMillis(), TimeUnit.MILLISECONDS)
                .build();
        return new RestConnectorClient(client);
    }
}
