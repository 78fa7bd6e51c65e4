package nl.balansmonitor.documents.cosmos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.balansmonitor.documents.StorageSettings;
import nl.balansmonitor.node.NodeProject;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A Cosmos DB in memory that speaks the real one's HTTP: npm's, see {@code src/test/cosmos}. One for all tests of this JVM. */
public final class CosmosPeer {

    /** What the SDK has to be told as Java starts, to speak with one without TLS and to leave Azure's own machinery alone. */
    public static final List<String> JVM_OPTIONS =
            List.of("-DCOSMOS.HTTP_CONNECTION_WITHOUT_TLS_ALLOWED=true", "-DCOSMOS.DISABLE_IMDS_ACCESS=true");

    static {
        // The SDK reads them once.
        for (String option : JVM_OPTIONS) {
            var words = option.substring("-D".length()).split("=", 2);
            System.setProperty(words[0], words[1]);
        }
    }

    private static final class Shared {
        static final CosmosPeer PEER = start();
    }

    private final URI address;

    private CosmosPeer(URI address) {
        this.address = address;
    }

    /** The one that runs, or is started now; it ends with this JVM. */
    public static CosmosPeer shared() {
        return Shared.PEER;
    }

    /** Where it listens. */
    public URI address() {
        return address;
    }

    /** The settings of an application that uses it, or a proxy before it, with an empty container of its own. */
    public static Map<String, String> properties(URI address) {
        var properties = new LinkedHashMap<String, String>();
        properties.put("balans.storage.type", "cosmos");
        properties.put("balans.storage.cosmos.endpoint", address.toString());
        properties.put("balans.storage.cosmos.key", "bm90IGEgc2VjcmV0");
        properties.put("balans.storage.cosmos.connection-mode", "gateway");
        properties.put("balans.storage.cosmos.container", "test-" + UUID.randomUUID());
        return properties;
    }

    /** The same as a value. */
    static StorageSettings.Cosmos settings(URI address, String... more) {
        var properties = properties(address);
        for (String property : more) {
            var words = property.split("=", 2);
            properties.put("balans.storage.cosmos." + words[0], words[1]);
        }
        return new Binder(new MapConfigurationPropertySource(properties))
                .bind("balans.storage", StorageSettings.class)
                .get()
                .cosmos();
    }

    private static CosmosPeer start() {
        try {
            var project = NodeProject.in("cosmos");
            project.install();
            var process = project.start(
                    new ProcessBuilder("node", "server.mjs").redirectError(ProcessBuilder.Redirect.DISCARD));
            // It ends when its input does: with this JVM, however that ends.
            var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            return new CosmosPeer(URI.create("http://127.0.0.1:" + Integer.parseInt(output.readLine()) + "/"));
        } catch (IOException e) {
            throw new IllegalStateException("the Cosmos DB for tests can't be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
