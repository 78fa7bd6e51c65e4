package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
            await().untilAsserted(() -> assertThat(bot.get("/readyz").body()).isEqualTo("{\"status\":\"DEGRADED\"}"));
            assertThat(bot.get("/readyz").statusCode()).isEqualTo(200);
            teams.faults().clear();
        }
    }

    @Test
    void isOutOfServiceWithoutTeamsKeysAndAlive() throws Exception {
        try (var bot = bot("--balans.bot.openid-metadata=http://127.0.0.1:1/nobody")) {
            await().untilAsserted(
                            () -> assertThat(bot.get("/readyz").statusCode()).isEqualTo(503));
            assertThat(bot.get("/readyz").body()).isEqualTo("{\"status\":\"DOWN\"}");
            assertThat(bot.get("/livez").statusCode()).isEqualTo(200);
        }
    }

    private RunningBot bot(String... options) {
        return RunningBot.in(teams, folder.resolve("balans.db"), options);
    }
}
