package nl.balansmonitor.documents;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The store as everybody uses it: measures and traces what it is asked, as {@code balans.store} by {@code operation}. Never what for. */
@Component
@Primary
class ObservedDocuments implements Documents {

    private final Documents store;
    private final ObservationRegistry observations;

    ObservedDocuments(@Qualifier("documents") Documents store, ObservationRegistry observations) {
        this.store = store;
        this.observations = observations;
    }

    @Override
    public <T> Optional<Document<T>> create(Key key, T content) {
        return observed("create", () -> store.create(key, content));
    }

    @Override
    public <T> Optional<Document<T>> read(Key key, Class<T> type) {
        return observed("read", () -> store.read(key, type));
    }

    @Override
    public <T> Optional<Document<T>> replace(Document<?> version, T content) {
        return observed("replace", () -> store.replace(version, content));
    }

    @Override
    public boolean delete(Document<?> version) {
        return observed("delete", () -> store.delete(version));
    }

    @Override
    public <T> List<Document<T>> readMany(Partition partition, Collection<String> ids, Class<T> type) {
        return observed("read_many", () -> store.readMany(partition, ids, type));
    }

    @Override
    public <T> Page<T> query(Query query, Class<T> type) {
        return observed("query", () -> store.query(query, type));
    }

    @Override
    public int count(Query query) {
        return observed("count", () -> store.count(query));
    }

    @Override
    public void eraseTraces() {
        observed("erase_traces", () -> {
            store.eraseTraces();
            return true;
        });
    }

    @Override
    public boolean shared() {
        return store.shared();
    }

    private <T> T observed(String operation, Supplier<T> call) {
        return Observation.createNotStarted("balans.store", observations)
                .lowCardinalityKeyValue("operation", operation)
                .observe(call);
    }
}
