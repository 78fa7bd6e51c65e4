package nl.balansmonitor.documents.cosmos;

import com.azure.cosmos.ConsistencyLevel;
import com.azure.cosmos.CosmosAsyncClient;
import com.azure.cosmos.CosmosAsyncContainer;
import com.azure.cosmos.CosmosClientBuilder;
import com.azure.cosmos.ThrottlingRetryOptions;
import com.azure.cosmos.models.CosmosClientTelemetryConfig;
import com.azure.cosmos.models.CosmosContainerProperties;
import com.azure.cosmos.models.CosmosContainerResponse;
import com.azure.cosmos.models.CosmosMetricCategory;
import com.azure.cosmos.models.CosmosMetricTagName;
import com.azure.cosmos.models.CosmosMicrometerMetricsOptions;
import com.azure.cosmos.models.IndexingPolicy;
import com.azure.cosmos.models.ThroughputProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import nl.balansmonitor.documents.StorageSettings;
import reactor.core.publisher.Mono;

/**
 * The account as the settings name it: connected to, given its container, and checked.
 *
 * @param indexing of a container that is made
 * @param meters   where the SDK puts what it measures, what each operation costs among it
 */
record Account(StorageSettings.Cosmos settings, IndexingPolicy indexing, MeterRegistry meters) {

    private static final List<String> PARTITIONED_BY = List.of("/" + Item.PARTITION_KEY);

    static Account of(StorageSettings.Cosmos settings, MeterRegistry meters) {
        return new Account(settings, Indexing.policy(Indexing.ORDERED_BY, Indexing.COMPARED), meters);
    }

    /**
     * Connects, once.
     *
     * @throws UnusableAccountException if the account must not be used as it is
     * @throws RuntimeException         the SDK's own, for all else
     */
    CosmosDocuments connect(RandomGenerator random) {
        var client = client();
        boolean usable = false;
        try {
            var container = client.getDatabase(settings.database()).getContainer(settings.container());
            check(container(client, container).timeout(settings.timeout().multipliedBy(2)));
            usable = true;
            return new CosmosDocuments(client, container, settings, random);
        } finally {
            if (!usable) {
                client.close();
            }
        }
    }

    private CosmosAsyncClient client() {
        var throttling = new ThrottlingRetryOptions().setMaxRetryWaitTime(settings.timeout());
        var measured = new CosmosMicrometerMetricsOptions()
                .meterRegistry(meters)
                .setMetricCategories(CosmosMetricCategory.MINIMUM)
                .configureDefaultTagNames(CosmosMetricTagName.OPERATION, CosmosMetricTagName.OPERATION_STATUS_CODE)
                .configureDefaultPercentiles()
                .enableHistogramsByDefault(false);
        var builder = new CosmosClientBuilder()
                .endpoint(settings.endpoint().orElseThrow().toString())
                .customItemSerializer(Item.SERIALIZER)
                .throttlingRetryOptions(throttling)
                .clientTelemetryConfig(new CosmosClientTelemetryConfig().metricsOptions(measured))
                // Only in the account's write region does bounded staleness show what was written: see the package.
                .multipleWriteRegionsEnabled(false)
                .preferredRegions(settings.preferredRegions());
        settings.key()
                .ifPresentOrElse(builder::key, () -> builder.credential(new ManagedIdentity(settings.clientId())));
        return switch (settings.connectionMode()) {
            case DIRECT -> builder.directMode().buildAsyncClient();
            case GATEWAY -> builder.gatewayMode().buildAsyncClient();
        };
    }

    private Mono<CosmosContainerResponse> container(CosmosAsyncClient client, CosmosAsyncContainer container) {
        if (settings.key().isEmpty()) {
            return container
                    .read()
                    .onErrorResume(
                            Failure::isMissingDocument,
                            missing -> client.getDatabase(settings.database())
                                    .read()
                                    .onErrorMap(
                                            Failure::isMissingDocument,
                                            none -> UnusableAccountException.missing(
                                                    settings, "database " + settings.database(), none))
                                    .then(Mono.error(UnusableAccountException.missing(
                                            settings,
                                            "container " + settings.container() + " in the database "
                                                    + settings.database(),
                                            missing))));
        }
        var wanted = new CosmosContainerProperties(settings.container(), PARTITIONED_BY.getFirst())
                .setIndexingPolicy(indexing);
        return client.createDatabaseIfNotExists(settings.database())
                .then(settings.autoscaleMax()
                        .map(ThroughputProperties::createAutoscaledThroughput)
                        .map(throughput ->
                                client.getDatabase(settings.database()).createContainerIfNotExists(wanted, throughput))
                        .orElseGet(() -> client.getDatabase(settings.database()).createContainerIfNotExists(wanted)))
                // What it was answered may be of its making: the account's own consistency stands in the answer to a
                // read.
                .then(container.read());
    }

    private void check(Mono<CosmosContainerResponse> read) {
        var answer = read.blockOptional().orElseThrow();
        checkConsistency(Objects.requireNonNull(answer.getDiagnostics().getDiagnosticsContext())
                .getEffectiveConsistencyLevel());
        var container = answer.getProperties();
        var paths = container.getPartitionKeyDefinition().getPaths();
        if (!paths.equals(PARTITIONED_BY)) {
            throw UnusableAccountException.partitionedBy(settings, paths);
        }
        var timeToLive = container.getDefaultTimeToLiveInSeconds();
        if (timeToLive != null && timeToLive > 0) {
            throw UnusableAccountException.forgetful(settings, timeToLive);
        }
        var missing = Indexing.missingIn(container.getIndexingPolicy());
        if (!missing.isEmpty()) {
            throw UnusableAccountException.withoutIndexes(settings, missing);
        }
    }

    /** The client asks for no level of its own, so that the one in effect is the account's. */
    void checkConsistency(ConsistencyLevel level) {
        switch (level) {
            case STRONG -> {}
            case BOUNDED_STALENESS -> {
                if (!settings.preferredRegions().isEmpty()) {
                    throw UnusableAccountException.lagging(settings);
                }
            }
            case SESSION, CONSISTENT_PREFIX, EVENTUAL -> throw UnusableAccountException.weak(settings, level);
        }
    }
}
