package nl.balansmonitor.teams.botframework;

import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import nl.balansmonitor.operations.HealthStatus;
import nl.balansmonitor.teams.botframework.Registration.Anonymous;
import nl.balansmonitor.teams.botframework.Registration.ManagedIdentity;
import nl.balansmonitor.teams.botframework.Registration.SingleTenant;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Wires the edge. No bean is of one of the SDK's types, nor an HTTP client that the rest of the program might pick up. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BotProperties.class)
class BotFrameworkConfiguration {

    private final OkHttpClient http = httpClient();
    private final Executor background = task -> Thread.ofVirtual().start(task);

    @Bean
    Registration registration(BotProperties properties, ServerProperties server, SslBundles bundles, Clock clock) {
        return Registration.of(properties, server.getAddress(), bundles, clock);
    }

    @Bean
    Trust trust(Registration registration, JsonMapper json, Clock clock) {
        return switch (registration) {
            case Anonymous anonymous -> Trust.blind();
            case SingleTenant app ->
                trust(
                        app.appId(),
                        app.openidMetadata(),
                        new ClientCredentials(app, http, json, new ConnectorFailures(clock), clock),
                        json,
                        clock);
            case ManagedIdentity app ->
                trust(app.appId(), app.openidMetadata(), new ManagedIdentityTokens(app.appId(), clock), json, clock);
        };
    }

    /** Without a token nothing can be posted, from no instance; taps are answered all the same. */
    @Bean
    SupplyHealth tokenHealthIndicator(Trust trust) {
        return new SupplyHealth(trust.token(), background, HealthStatus.DEGRADED);
    }

    /** Without keys this instance refuses every request; another one may have them. */
    @Bean
    SupplyHealth keysHealthIndicator(Trust trust) {
        return new SupplyHealth(trust.keys(), background);
    }

    @Bean
    Connector connector(Trust trust, JsonMapper json, Clock clock) {
        ConnectorFailures failures = new ConnectorFailures(clock);
        ConnectorReads reads = new ConnectorReads(json, failures);
        return new BotFrameworkConnector(
                new ConnectorClients(http, trust.credentials()), new Rosters(reads), reads, failures);
    }

    @Bean
    MessagesController messagesController(
            Trust trust, Bot bot, JsonMapper json, BotProperties properties, ObservationRegistry observations) {
        return new MessagesController(
                trust.authentication(),
                new ActivityReader(json),
                new PromptBot(bot, properties.answerWithin(), observations),
                json,
                () -> UUID.randomUUID().toString());
    }

    @Bean
    PlainErrorController plainErrorController() {
        return new PlainErrorController();
    }

    private Trust trust(String appId, HttpUrl openidMetadata, TokenSource source, JsonMapper json, Clock clock) {
        return Trust.byTokens(
                appId, new SigningKeys(openidMetadata, http, json, clock), new AccessTokens(source, clock));
    }

    /** OkHttp's own dispatcher allows 5 calls to a host at a time, and Teams is one host. */
    private static OkHttpClient httpClient() {
        Dispatcher dispatcher = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());
        dispatcher.setMaxRequestsPerHost(64);
        dispatcher.setMaxRequests(256);
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectTimeout(Duration.ofSeconds(3))
                .readTimeout(Duration.ofSeconds(9))
                .writeTimeout(Duration.ofSeconds(9))
                .callTimeout(Duration.ofSeconds(10))
                .build();
    }
}
