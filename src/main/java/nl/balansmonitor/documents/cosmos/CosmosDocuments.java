package nl.balansmonitor.documents.cosmos;

import com.azure.cosmos.CosmosAsyncClient;
import com.azure.cosmos.CosmosAsyncContainer;
import com.azure.cosmos.models.CosmosItemRequestOptions;
import com.azure.cosmos.models.CosmosItemResponse;
import com.azure.cosmos.models.CosmosQueryRequestOptions;
import com.azure.cosmos.models.PartitionKey;
import com.azure.cosmos.models.SqlQuerySpec;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.Key;
import nl.balansmonitor.documents.Page;
import nl.balansmonitor.documents.Partition;
import nl.balansmonitor.documents.Query;
import nl.balansmonitor.documents.StorageSettings;
import nl.balansmonitor.documents.StorageUnavailableException;
import nl.balansmonitor.documents.stores.Continuation;
import nl.balansmonitor.documents.stores.Nonces;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Documents as items of one container.
 *
 * <p>A write whose answer was lost is made again. Meets it then what it has itself written, it was applied; by {@link Item#write()} it
 * knows its own. Where nothing tells, as after a delete, the caller is told that the store is unavailable rather than a guess.
 */
final class CosmosDocuments implements Documents, AutoCloseable {

    private static final int MOST_IDS = 1_000;
    private static final int IDS_PER_QUERY = 100;

    private final CosmosAsyncClient client;
    private final CosmosAsyncContainer container;
    private final Attempts attempts;
    private final Nonces writes;

    /** @param random names writes and spreads retries; safe for use by many threads */
    CosmosDocuments(
            CosmosAsyncClient client,
            CosmosAsyncContainer container,
            StorageSettings.Cosmos settings,
            RandomGenerator random) {
        this.client = client;
        this.container = container;
        this.attempts = new Attempts(settings.timeout(), random);
        this.writes = new Nonces(random);
    }

    @Override
    public <T> Optional<Document<T>> create(Key key, T content) {
        var write = writes.next();
        var item = Item.toWrite(key, write, content);
        Optional<String> etag = attempts.run(
                "create",
                uncertain -> written(container.createItem(
                                item, partitionKey(key.partition()), new CosmosItemRequestOptions()))
                        .onErrorResume(
                                error -> Failure.is(Failure.CONFLICT, error), error -> settled(uncertain, key, write)));
        return etag.map(version -> new Document<>(key, content, version));
    }

    @Override
    public <T> Optional<Document<T>> replace(Document<?> version, T content) {
        var key = version.key();
        var write = writes.next();
        var item = Item.toWrite(key, write, content);
        Optional<String> etag = attempts.run(
                "replace",
                uncertain -> written(container.replaceItem(
                                item, key.id(), partitionKey(key.partition()), ifUnchanged(version)))
                        .onErrorResume(
                                CosmosDocuments::isNoLongerThatVersion, error -> settled(uncertain, key, write)));
        return etag.map(next -> new Document<>(key, content, next));
    }

    @Override
    public boolean delete(Document<?> version) {
        var key = version.key();
        return attempts.run(
                "delete",
                uncertain -> container
                        .deleteItem(key.id(), partitionKey(key.partition()), ifUnchanged(version))
                        .thenReturn(true)
                        .onErrorResume(
                                CosmosDocuments::isNoLongerThatVersion,
                                error -> uncertain ? Mono.error(unknown()) : Mono.just(false)));
    }

    @Override
    public <T> Optional<Document<T>> read(Key key, Class<T> type) {
        Optional<Item> found = attempts.run(
                "read",
                uncertain -> item(key)
                        .map(Optional::of)
                        .onErrorResume(Failure::isMissingDocument, missing -> Mono.just(Optional.empty())));
        return found.map(item -> item.document(key.partition(), type));
    }

    @Override
    public <T> List<Document<T>> readMany(Partition partition, Collection<String> ids, Class<T> type) {
        if (ids.size() > MOST_IDS) {
            throw new IllegalArgumentException("at most " + MOST_IDS + " ids at a time");
        }
        var wanted = ids.stream().distinct().toList();
        // Not the SDK's readMany: it repeats the partition key with every id, which makes the text of the query four
        // times as long.
        List<Item> found = attempts.run(
                "read many",
                uncertain -> Flux.fromIterable(wanted)
                        .buffer(IDS_PER_QUERY)
                        .concatMap(some -> items(Selection.of(partition, some), partition, Item.class))
                        .collectList());
        return found.stream().map(item -> item.document(partition, type)).toList();
    }

    @Override
    public <T> Page<T> query(Query query, Class<T> type) {
        var selection = Selection.of(query);
        var found = attempts.run(
                "query",
                uncertain -> items(selection, query.partition(), Item.class).collectList());
        var items = found.subList(0, Math.min(found.size(), query.pageSize()));
        Optional<String> next =
                found.size() > items.size() ? Optional.of(behind(items.getLast(), query)) : Optional.empty();
        return new Page<>(
                items.stream()
                        .map(item -> item.document(query.partition(), type))
                        .toList(),
                next);
    }

    @Override
    public int count(Query query) {
        var counting = Selection.counting(query);
        return attempts.run(
                "count",
                uncertain -> items(counting, query.partition(), Integer.class).reduce(0, Integer::sum));
    }

    /** Nothing to do: there are no files of ours here. What is deleted, Microsoft's service erases in its own time. */
    @Override
    public void eraseTraces() {}

    @Override
    public boolean shared() {
        return true;
    }

    /** A second call does nothing. */
    @Override
    public void close() {
        client.close();
    }

    /** What a write that met another version than it expected comes to. */
    private Mono<Optional<String>> settled(boolean uncertain, Key key, String write) {
        if (!uncertain) {
            return Mono.just(Optional.empty());
        }
        return item(key)
                .onErrorMap(Failure::isMissingDocument, missing -> unknown())
                .flatMap(item -> item.write().equals(write)
                        ? Mono.just(Optional.of(item.etag()))
                        // Somebody else has written: before ours, which then wasn't applied, or after it.
                        : Mono.error(unknown()));
    }

    private Mono<Item> item(Key key) {
        return container
                .readItem(key.id(), partitionKey(key.partition()), Item.class)
                .map(CosmosItemResponse::getItem);
    }

    private <T> Flux<T> items(SqlQuerySpec selection, Partition partition, Class<T> type) {
        return container.queryItems(
                selection, new CosmosQueryRequestOptions().setPartitionKey(partitionKey(partition)), type);
    }

    private static Mono<Optional<String>> written(Mono<CosmosItemResponse<Map<String, Object>>> response) {
        return response.map(answer -> Optional.of(answer.getETag()));
    }

    private static boolean isNoLongerThatVersion(Throwable error) {
        return Failure.is(Failure.PRECONDITION_FAILED, error) || Failure.isMissingDocument(error);
    }

    private static StorageUnavailableException unknown() {
        return new StorageUnavailableException(
                "Cosmos DB: whether a write was applied can't be known",
                new IllegalStateException("its answer was lost, and the document was changed or deleted since"));
    }

    private static PartitionKey partitionKey(Partition partition) {
        return new PartitionKey(partition.value());
    }

    private static CosmosItemRequestOptions ifUnchanged(Document<?> version) {
        return new CosmosItemRequestOptions().setIfMatchETag(version.etag());
    }

    private static String behind(Item last, Query query) {
        Optional<Object> sortKey =
                query.orderBy().map(field -> last.body() instanceof Map<?, ?> body ? body.get(field) : null);
        return new Continuation(last.id(), sortKey).encoded();
    }
}
