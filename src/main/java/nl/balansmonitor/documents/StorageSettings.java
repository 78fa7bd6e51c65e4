package nl.balansmonitor.documents;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the documents are kept: the settings {@code balans.storage.*}.
 *
 * @param type   which store
 * @param sqlite what the embedded store needs to know
 * @param cosmos what the store in the cloud needs to know
 */
@ConfigurationProperties("balans.storage")
public record StorageSettings(
        @DefaultValue("sqlite") Type type,
        @DefaultValue Sqlite sqlite,
        @DefaultValue Cosmos cosmos) {

    /** Refuses a store in the cloud that nobody said the place of. */
    public StorageSettings {
        if (type == Type.COSMOS && cosmos.endpoint().isEmpty()) {
            throw new IllegalArgumentException(
                    "balans.storage.cosmos.endpoint is missing: the address of the Azure Cosmos DB account");
        }
    }

    /** The stores there are. */
    public enum Type {
        /** One database file on this machine, for one process. */
        SQLITE,
        /** A container of an Azure Cosmos DB account, for any number of processes. */
        COSMOS
    }

    /**
     * The embedded store.
     *
     * @param path the database file, on a local disk; it and its folder are made if they don't exist
     */
    public record Sqlite(
            @DefaultValue("data/balans-monitor.db") Path path) {}

    /** How requests reach an Azure Cosmos DB account. */
    public enum ConnectionMode {
        /** By TCP to the replicas themselves, ports 10000 to 20000: fewer hops. */
        DIRECT,
        /** By HTTPS through the account's gateway, port 443: passes every firewall. */
        GATEWAY
    }

    /**
     * The store in the cloud.
     *
     * @param endpoint         the account's address, as in {@code https://name.documents.azure.com:443/}
     * @param database         the database's id
     * @param container        the container's id
     * @param key              the account's primary or secondary key; without one the bot's managed identity is used
     * @param clientId         which user-assigned managed identity; without one the system-assigned
     * @param connectionMode   how requests reach the account
     * @param timeout          how long one operation may take in all, with every retry; 100 ms to 1 minute
     * @param preferredRegions where to read, nearest first; needs an account with strong consistency. Empty: where it writes
     * @param startupPatience  how long an account that does not answer is waited for at start, up to 1 hour
     * @param autoscaleMax     the most RU/s a container gets that is made here, from 1,000 on; none on a serverless account
     */
    public record Cosmos(
            Optional<URI> endpoint,
            @DefaultValue("balans-monitor") String database,
            @DefaultValue("documents") String container,
            Optional<String> key,
            Optional<String> clientId,
            @DefaultValue("direct") ConnectionMode connectionMode,
            @DefaultValue("5s") Duration timeout,
            @DefaultValue List<String> preferredRegions,
            @DefaultValue("60s") Duration startupPatience,
            Optional<Integer> autoscaleMax) {

        private static final Duration SHORTEST = Duration.ofMillis(100);
        private static final Duration LONGEST = Duration.ofMinutes(1);
        private static final Duration LONGEST_PATIENCE = Duration.ofHours(1);
        private static final int LEAST_AUTOSCALE = 1_000;

        /** Blank is absent, as an environment variable can't be taken away everywhere; refuses what is out of range. */
        public Cosmos {
            key = key.map(String::strip).filter(text -> !text.isEmpty());
            clientId = clientId.map(String::strip).filter(text -> !text.isEmpty());
            preferredRegions = List.copyOf(preferredRegions);
            endpoint = endpoint.filter(uri -> !uri.toString().isEmpty());
            require(
                    endpoint.filter(uri -> !isWeb(uri)).isEmpty(),
                    "balans.storage.cosmos.endpoint must be an address such as https://name.documents.azure.com:443/");
            require(
                    !database.isBlank() && !container.isBlank(),
                    "balans.storage.cosmos.database and .container must not be blank");
            require(
                    timeout.compareTo(SHORTEST) >= 0 && timeout.compareTo(LONGEST) <= 0,
                    "balans.storage.cosmos.timeout must be between 100ms and 1m");
            require(
                    !startupPatience.isNegative() && startupPatience.compareTo(LONGEST_PATIENCE) <= 0,
                    "balans.storage.cosmos.startup-patience must be between 0s and 1h");
            require(
                    autoscaleMax.filter(max -> max < LEAST_AUTOSCALE).isEmpty(),
                    "balans.storage.cosmos.autoscale-max must be 1000 or more");
        }

        /** Without the key. */
        @Override
        public String toString() {
            return "Cosmos[endpoint=%s, database=%s, container=%s, %s]"
                    .formatted(
                            endpoint.map(URI::toString).orElse("none"),
                            database,
                            container,
                            key.isPresent() ? "with a key" : "with managed identity");
        }

        private static boolean isWeb(URI uri) {
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        }

        private static void require(boolean met, String otherwise) {
            if (!met) {
                throw new IllegalArgumentException(otherwise);
            }
        }
    }
}
