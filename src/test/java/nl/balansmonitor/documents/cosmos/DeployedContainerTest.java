package nl.balansmonitor.documents.cosmos;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.cosmos.models.CompositePath;
import com.azure.cosmos.models.ExcludedPath;
import com.azure.cosmos.models.IncludedPath;
import com.azure.cosmos.models.IndexingPolicy;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The container that the deployment makes is the one that the program would make itself, if it were allowed to. */
class DeployedContainerTest {

    private static final JsonNode RESOURCES = JsonMapper.shared()
            .readTree(Path.of("deployment", "main.json").toFile())
            .path("resources");

    private static final JsonNode CONTAINER = RESOURCES.at("/documents/properties/resource");

    @Test
    void indexesWhatQueriesNeed() {
        IndexingPolicy wanted = Indexing.policy(Indexing.ORDERED_BY, Indexing.COMPARED);
        JsonNode policy = CONTAINER.path("indexingPolicy");

        assertThat(paths(policy.path("includedPaths")))
                .containsExactlyInAnyOrderElementsOf(wanted.getIncludedPaths().stream()
                        .map(IncludedPath::getPath)
                        .toList());
        assertThat(paths(policy.path("excludedPaths")))
                .containsExactlyElementsOf(wanted.getExcludedPaths().stream()
                        .map(ExcludedPath::getPath)
                        .toList());
        assertThat(policy.path("compositeIndexes").values().stream().map(DeployedContainerTest::index))
                .containsExactlyInAnyOrderElementsOf(wanted.getCompositeIndexes().stream()
                        .map(index -> index.stream()
                                .map(DeployedContainerTest::ordered)
                                .toList())
                        .toList());
    }

    @Test
    void isPartitionedAndConsistentAsTheProgramInsists() {
        assertThat(CONTAINER.at("/partitionKey/paths/0").asString()).isEqualTo("/" + Item.PARTITION_KEY);
        assertThat(CONTAINER.has("defaultTtl")).isFalse();
        assertThat(RESOURCES
                        .at("/cosmos/properties/consistencyPolicy/defaultConsistencyLevel")
                        .asString())
                .isEqualTo("Strong");
        assertThat(RESOURCES.at("/cosmos/properties/locations").size()).isEqualTo(1);
    }

    private static List<String> paths(JsonNode entries) {
        return entries.values().stream()
                .map(entry -> entry.path("path").asString())
                .toList();
    }

    private static List<String> index(JsonNode index) {
        return index.values().stream()
                .map(part ->
                        part.path("path").asString() + " " + part.path("order").asString())
                .toList();
    }

    private static String ordered(CompositePath path) {
        return path.getPath() + " " + path.getOrder();
    }
}
