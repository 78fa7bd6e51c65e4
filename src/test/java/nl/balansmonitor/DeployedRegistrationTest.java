package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import nl.balansmonitor.standin.Conversation;
import nl.balansmonitor.standin.Settings;
import nl.balansmonitor.standin.TeamsStandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bot as the template in {@code deployment} runs it: with the settings of its registration from there and no others, on a host that
 * tells by environment variables where tokens are. So it runs in a process of its own.
 */
class DeployedRegistrationTest {

    /** How often tokens can't be had before the bot listens and after. */
    private static final int OUTAGE = 3;

    private TeamsStandIn teams;
    private Conversation channel;

    @BeforeEach
    void open() {
        // A token that is over at once: each post needs a new one.
        teams = TeamsStandIn.start(Settings.defaults().withTokenLife(Duration.ZERO));
        channel = teams.channel("Digitalisering", teams.team());
    }

    @AfterEach
    void close() {
        teams.close();
    }

    @Test
    void speaksToTeamsWithTheTokensOfItsHost(@TempDir Path folder) throws Exception {
        teams.faults().nextTokens(OUTAGE);
        try (JarProcess bot = JarProcess.onHost(teams, environment(), properties(folder))) {
            teams.team()[0].says("start", channel);
            channel.awaitPostOffering("session.start");
            assertThat(teams.tokenRequests()).isGreaterThan(OUTAGE);

            int before = teams.tokenRequests();
            teams.team()[0].says("hulp", channel);
            channel.awaitPost(post -> post.text().contains("stellingen"));
            assertThat(teams.tokenRequests())
                    .as("renewed, as the first is over")
                    .isGreaterThan(before);
            assertThat(teams.violations()).isEmpty();

            bot.terminate(60, TimeUnit.SECONDS);
            assertThat(bot.awaitEnd())
                    .contains("The managed identity gives no token: token request: managed_identity_request_failed")
                    .doesNotContain("standin.", "standin-proof");
        }
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>(teams.identityEnvironment());
        JsonNode template =
                JsonMapper.shared().readTree(Path.of("deployment", "main.json").toFile());
        for (JsonNode variable : template.at("/resources/app/properties/template/containers/0/env")) {
            String name = variable.path("name").asString();
            if (name.startsWith("BALANS_BOT_")) {
                environment.put(name, deployed(variable.path("value").asString()));
            }
        }
        assertThat(environment).containsEntry("BALANS_BOT_APP_TYPE", "UserAssignedMSI");
        return environment;
    }

    /** What Azure makes of an expression of the template. */
    private String deployed(String value) {
        return switch (value) {
            case "[reference('identity').clientId]" -> teams.appId();
            case "[reference('identity').tenantId]" -> teams.tenantId();
            default -> value;
        };
    }

    /** In the place of Microsoft's keys the stand-in's, and of Cosmos DB a file. */
    private Map<String, String> properties(Path folder) {
        return Map.of(
                "balans.bot.openid-metadata", teams.openIdMetadataUrl(),
                "balans.storage.type", "sqlite",
                "balans.storage.sqlite.path", folder.resolve("balans.db").toString(),
                "balans.sending.first-retry", "50ms",
                "balans.sending.longest-retry", "100ms");
    }
}
