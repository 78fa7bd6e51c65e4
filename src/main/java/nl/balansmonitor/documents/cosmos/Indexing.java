package nl.balansmonitor.documents.cosmos;

import com.azure.cosmos.models.CompositePath;
import com.azure.cosmos.models.CompositePathSortOrder;
import com.azure.cosmos.models.ExcludedPath;
import com.azure.cosmos.models.IncludedPath;
import com.azure.cosmos.models.IndexingPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Which paths of an item are indexed, and why: see the package. */
final class Indexing {

    /** Fields that queries order by; each needs a composite index with the id, which breaks ties. */
    static final List<String> ORDERED_BY = List.of("takenAt", "startedAt");

    /** Fields that queries compare with a value. */
    static final List<String> COMPARED = List.of("statement", "phase", "session", "state");

    private Indexing() {}

    /** Everything that queries need and nothing else. */
    static IndexingPolicy policy(Collection<String> orderedBy, Collection<String> compared) {
        var included = new ArrayList<IncludedPath>();
        included.add(new IncludedPath("/" + Item.PARTITION_KEY + "/?"));
        Stream.concat(orderedBy.stream(), compared.stream())
                .map(field -> new IncludedPath("/body/" + field + "/?"))
                .forEach(included::add);
        return new IndexingPolicy()
                .setIncludedPaths(included)
                .setExcludedPaths(List.of(new ExcludedPath("/*")))
                .setCompositeIndexes(orderedBy.stream().map(Indexing::withId).toList());
    }

    /** The fields queries order by that an existing container can't serve. */
    static List<String> missingIn(IndexingPolicy policy) {
        var present = policy.getCompositeIndexes().stream().map(Indexing::paths).toList();
        return ORDERED_BY.stream()
                .filter(field -> !present.contains(paths(withId(field))))
                .toList();
    }

    private static List<String> paths(List<CompositePath> index) {
        return index.stream()
                .map(path -> path.getPath() + " " + path.getOrder())
                .toList();
    }

    private static List<CompositePath> withId(String field) {
        return List.of(ascending("/body/" + field), ascending("/id"));
    }

    private static CompositePath ascending(String path) {
        return new CompositePath().setPath(path).setOrder(CompositePathSortOrder.ASCENDING);
    }
}
