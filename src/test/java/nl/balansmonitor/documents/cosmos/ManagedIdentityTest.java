package nl.balansmonitor.documents.cosmos;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * The store without a key, on a host that Azure has given an identity: that of an App Service, which tells by environment variables where
 * tokens are. So it runs in a process of its own.
 */
class ManagedIdentityTest {

    private static final String TOKEN = "token-of-the-identity";

    private FaultProxy proxy;
    private HttpServer tokens;
    private Map<String, String> properties;

    /** Starts the store and stops it again. */
    static final class StoreInItsOwnProcess {

        public static void main(String[] arguments) {
            new SpringApplicationBuilder(CosmosStartTest.StoreAlone.class)
                    .web(WebApplicationType.NONE)
                    .run(arguments)
                    .close();
        }
    }

    @BeforeEach
    void open() throws IOException {
        proxy = FaultProxy.before(CosmosPeer.shared().address());
        properties = CosmosPeer.properties(proxy.address());
        properties.remove("balans.storage.cosmos.key");
        properties.put("balans.storage.cosmos.database", "school-" + UUID.randomUUID());
        properties.put("balans.storage.cosmos.client-id", "identity-of-de-zwaluw");
        tokens = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        tokens.createContext("/", exchange -> {
            boolean ours = "proof".equals(exchange.getRequestHeaders().getFirst("X-IDENTITY-HEADER"))
                    && exchange.getRequestURI().getQuery().contains("identity-of-de-zwaluw");
            byte[] body = """
                    {"access_token":"%s","expires_on":"%d","resource":"%s","token_type":"Bearer"}""".formatted(TOKEN, 4_000_000_000L, proxy.address()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(ours ? 200 : 400, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        tokens.start();
    }

    @AfterEach
    void close() {
        tokens.stop(0);
        proxy.close();
    }

    @Test
    void provesItselfWithTheTokenOfTheHost() throws Exception {
        makeWhatADeploymentMakes();

        assertThat(run()).doesNotContain("Description:");
        assertThat(URLDecoder.decode(proxy.authorization().orElseThrow(), StandardCharsets.UTF_8))
                .isEqualTo("type=aad&ver=1.0&sig=" + TOKEN);
    }

    @Test
    void namesWhatTheDeploymentHasNotMade() throws Exception {
        assertThat(run())
                .contains("has no database " + properties.get("balans.storage.cosmos.database"))
                .contains("Let the deployment make it, with the partition key /pk")
                .doesNotContain("\tat ");

        makeWhatADeploymentMakes();
        properties.put("balans.storage.cosmos.container", "another");
        assertThat(run()).contains("has no container another in the database").doesNotContain("\tat ");
    }

    private void makeWhatADeploymentMakes() {
        var settings = CosmosPeer.settings(
                CosmosPeer.shared().address(),
                "database=" + properties.get("balans.storage.cosmos.database"),
                "container=" + properties.get("balans.storage.cosmos.container"));
        Start.connect(Account.of(settings, new SimpleMeterRegistry()), new SecureRandom())
                .close();
    }

    /** @return what it said, once it ended: well, or with a description of what is wrong */
    private String run() throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(CosmosPeer.JVM_OPTIONS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), StoreInItsOwnProcess.class.getName()));
        properties.forEach((name, value) -> command.add("--" + name + "=" + value));
        command.add("--logging.level.com.azure.cosmos=off");
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .put(
                        "IDENTITY_ENDPOINT",
                        "http://127.0.0.1:" + tokens.getAddress().getPort() + "/msi/token");
        builder.environment().put("IDENTITY_HEADER", "proof");
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isEqualTo(output.contains("Description:") ? 1 : 0);
        return output;
    }
}
