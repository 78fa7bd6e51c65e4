package nl.balansmonitor.documents.cosmos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.cosmos.ConsistencyLevel;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.Partition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** Starts the store as the application does, and reads what the operator would. */
@ExtendWith(OutputCaptureExtension.class)
class CosmosStartTest {

    /** The application with nothing in it but its store; without an annotation by which other tests would find it. */
    @Import({CosmosConfiguration.class, SimpleMeterRegistry.class})
    static class StoreAlone {}

    record Note(String text) {}

    private static final Partition ZWALUW = new Partition("De Zwaluw");

    private FaultProxy proxy;
    private Map<String, String> properties;

    @BeforeEach
    void open() {
        proxy = FaultProxy.before(CosmosPeer.shared().address());
        properties = CosmosPeer.properties(proxy.address());
        properties.put("balans.storage.cosmos.startup-patience", "0s");
    }

    @AfterEach
    void close() {
        proxy.close();
    }

    @Test
    void makesWhatIsMissingAndFindsItAgain() {
        properties.put("balans.storage.cosmos.autoscale-max", "1000");
        try (var application = start()) {
            application.getBean(Documents.class).create(ZWALUW.key("note"), new Note("kept"));
        }

        try (var application = start()) {
            assertThat(application.getBean(Documents.class).read(ZWALUW.key("note"), Note.class))
                    .isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Session", "ConsistentPrefix", "Eventual"})
    void refusesAnAccountThatMightNotShowEveryVote(String weaker, CapturedOutput output) {
        proxy.changeAccount(account -> account.replace("\"Strong\"", '"' + weaker + '"'));

        assertRefused(output, "might not see every acknowledged vote", "Strong");
    }

    @Test
    void takesBoundedStaleness() {
        proxy.changeAccount(account -> account.replace("\"Strong\"", "\"BoundedStaleness\""));

        start().close();
    }

    /** Not over HTTP: the SDK makes the address of a region from the account's name, and loopback's has none. */
    @Test
    void readsNoOtherRegionThatMayLagBehind() {
        var account = Account.of(
                CosmosPeer.settings(proxy.address(), "preferred-regions=North Europe"), new SimpleMeterRegistry());

        assertThatThrownBy(() -> account.checkConsistency(ConsistencyLevel.BOUNDED_STALENESS))
                .hasMessageContaining("only the region it writes in shows every acknowledged vote");
        assertThatCode(() -> account.checkConsistency(ConsistencyLevel.STRONG)).doesNotThrowAnyException();
    }

    @Test
    void refusesAContainerThatIsPartitionedOtherwise(CapturedOutput output) {
        proxy.changeContainer(container -> container.replace("\"/pk\"", "\"/team\""));

        assertRefused(output, "is partitioned by /team instead of /pk", "balans.storage.cosmos.container");
    }

    @Test
    void refusesAContainerThatForgets(CapturedOutput output) {
        proxy.changeContainer(container -> container.replace("\"id\":", "\"defaultTtl\":3600,\"id\":"));

        assertRefused(output, "deletes every document after 3600 s", "time to live");
    }

    @Test
    void refusesAContainerWithoutTheIndexesOfItsQueries(CapturedOutput output) {
        proxy.changeContainer(container -> container.replace("/body/takenAt", "/body/other"));

        assertRefused(output, "without a composite index on /id and each of /body/takenAt", "docs/cosmos.md");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void refusesAtOnceWithAKeyThatIsNotTheAccounts(int status, CapturedOutput output) {
        properties.put("balans.storage.cosmos.startup-patience", "20s");
        proxy.refuse(status);

        assertRefused(output, "refuses the key", "read-write key");
    }

    @Test
    void waitsForAnAccountThatIsDown(CapturedOutput output) throws Exception {
        var address = proxy.address();
        proxy.close();
        properties.put("balans.storage.cosmos.startup-patience", "1m");
        var returns = Thread.ofVirtual().start(() -> {
            awaitTry(output);
            proxy = FaultProxy.before(CosmosPeer.shared().address(), address.getPort());
        });

        start().close();

        returns.join();
        assertThat(output).containsPattern("can't be used yet .*: try 1, next in 500 ms, for at most 60 s");
    }

    @Test
    void refusesAnAccountThatStaysDown(CapturedOutput output) {
        proxy.close();
        properties.put("balans.storage.cosmos.startup-patience", "4s");

        assertRefused(output, "has not answered for", "balans.storage.cosmos.endpoint");
        assertThat(output).contains("try 1");
    }

    @Test
    void refusesToStartWithoutAnEndpoint(CapturedOutput output) {
        properties.put("balans.storage.cosmos.endpoint", "");

        assertThatThrownBy(this::start);
        assertThat(output).contains("balans.storage.cosmos.endpoint is missing");
    }

    @Test
    void saysNothingOfTheKey(CapturedOutput output) {
        var settings = CosmosPeer.settings(URI.create("https://de-zwaluw.documents.azure.com/"), "key=c2VjcmV0");
        assertThat(settings.toString()).contains("de-zwaluw").doesNotContain("c2VjcmV0");

        start().close();
        assertThat(output).doesNotContain(properties.get("balans.storage.cosmos.key"));
    }

    private static void awaitTry(CapturedOutput output) {
        Awaitility.await().until(() -> output.toString().contains("try 1"));
    }

    private ConfigurableApplicationContext start() {
        List<String> arguments = new ArrayList<>(List.of("--logging.level.com.azure.cosmos=off"));
        properties.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return new SpringApplicationBuilder(StoreAlone.class)
                .web(WebApplicationType.NONE)
                .run(arguments.toArray(String[]::new));
    }

    private void assertRefused(CapturedOutput output, String reason, String action) {
        assertThatThrownBy(this::start).hasRootCauseInstanceOf(Exception.class);

        assertThat(output)
                .containsPattern("Description:\\R\\RThe Azure Cosmos DB account .*\\Q" + reason
                        + "\\E.*\\.\\R\\RAction:\\R\\R.*\\Q" + action + "\\E.*\\.\\R");
        assertThat(output).doesNotContain("\tat ");
    }
}
