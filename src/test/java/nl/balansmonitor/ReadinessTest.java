package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import nl.balansmonitor.standin.Settings;
import nl.balansmonitor.standin.TeamsStandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instance is out of service for what another one may do better, and for nothing else. */
class ReadinessTest {

    @TempDir
    private Path folder;

    private TeamsStandIn teams;

    @BeforeEach
    void start() {
        teams = TeamsStandIn.start(Settings.defaults());
    }

    @AfterEach
    void stop() {
        teams.close();
    }

    @Test
    void staysInServiceWithoutATokenAndSaysSo() throws Exception {
        teams.faults().nextTokens(1_000);
        try (var bot = bot()) {
            await().untilAsserted(() -> assertThat(ready(bot).body()).isEqualTo("{\"status\":\"DEGRADED\"}"));
            assertThat(ready(bot).statusCode()).isEqualTo(200);
            teams.faults().clear();
        }
    }

    @Test
    void isOutOfServiceWithoutTeamsKeysAndAlive() throws Exception {
        try (var bot = bot("--balans.bot.openid-metadata=http://127.0.0.1:1/nobody")) {
            await().untilAsserted(() -> assertThat(ready(bot).statusCode()).isEqualTo(503));
            assertThat(ready(bot).body()).isEqualTo("{\"status\":\"DOWN\"}");
            assertThat(get(bot, "/livez").statusCode()).isEqualTo(200);
        }
    }

    private RunningBot bot(String... options) {
        return RunningBot.in(teams, folder.resolve("balans.db"), options);
    }

    private static HttpResponse<String> ready(RunningBot bot) throws IOException, InterruptedException {
        return get(bot, "/readyz");
    }

    private static HttpResponse<String> get(RunningBot bot, String path) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bot.port() + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
