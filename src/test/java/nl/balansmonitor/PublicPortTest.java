package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What anybody on the internet can ask of the bot's port, and what an operator can ask of a port of his own. */
class PublicPortTest {

    @TempDir
    private Path folder;

    @Test
    void tellsUpOrDownAndNothingElse() throws Exception {
        try (var bot =
                RunningBot.anonymous(folder.resolve("balans.db"), "--management.endpoints.web.exposure.include=*")) {
            for (String path : new String[] {"/livez", "/readyz", "/actuator/health/liveness"}) {
                assertThat(get(bot.port(), path).body()).isEqualTo("{\"status\":\"UP\"}");
            }
            assertThat(get(bot.port(), "/actuator/health").body())
                    .startsWith("{\"groups\":[\"liveness\",\"readiness\"],")
                    .doesNotContain("components", "details");
            assertThat(get(bot.port(), "/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
            assertThat(get(bot.port(), "/actuator/health/storage").statusCode()).isEqualTo(404);
            for (String admin : new String[] {
                "env", "beans", "metrics", "loggers", "heapdump", "threaddump", "shutdown", "configprops", "mappings"
            }) {
                assertThat(get(bot.port(), "/actuator/" + admin).statusCode())
                        .as(admin)
                        .isEqualTo(404);
            }
            assertThat(send(bot.port(), "/actuator/shutdown", "POST").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void leavesDetailsAndMetricsToThePortOfTheOperator() throws Exception {
        int management = freePort();
        try (var bot = RunningBot.anonymous(
                folder.resolve("balans.db"),
                "--spring.profiles.active=management",
                "--management.server.port=" + management)) {
            assertThat(get(management, "/actuator/health").body())
                    .contains("\"connector\":{\"details\":{\"sickAddresses\":0},\"status\":\"UP\"}", "\"storage\"");
            assertThat(get(management, "/actuator/metrics/balans.sending.pending")
                            .body())
                    .contains("\"value\":0.0");
            assertThat(get(management, "/actuator/env").statusCode()).isEqualTo(404);

            assertThat(get(bot.port(), "/readyz").body()).isEqualTo("{\"status\":\"UP\"}");
            for (String path : new String[] {"/actuator", "/actuator/health", "/actuator/metrics"}) {
                assertThat(get(bot.port(), path).statusCode()).as(path).isEqualTo(404);
            }
        }
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return send(port, path, "GET");
    }

    private static HttpResponse<String> send(int port, String path, String method)
            throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
