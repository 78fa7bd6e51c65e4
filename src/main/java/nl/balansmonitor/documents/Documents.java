package nl.balansmonitor.documents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The port to storage. Contents are values that Jackson maps, records as a rule.
 *
 * <p>A write that returned is durable: it survives a kill of the process and a power cut. Within a partition a read or query sees
 * every write that returned before it began. Safe for use by many threads.
 *
 * <p>Every method throws {@link StorageUnavailableException} when the store can't be reached or can't write; then the write has
 * either happened whole or not at all.
 */
public interface Documents {

    /**
     * Writes a new document.
     *
     * @return empty if one with this key exists already, which then stays as it is
     */
    <T> Optional<Document<T>> create(Key key, T content);

    /** Reads one document; empty if there is none. */
    <T> Optional<Document<T>> read(Key key, Class<T> type);

    /**
     * Replaces a document if it is still the version given.
     *
     * @return empty if it was changed or deleted since; nothing is written then
     */
    <T> Optional<Document<T>> replace(Document<?> version, T content);

    /**
     * Deletes a document if it is still the version given.
     *
     * @return false if it was changed or deleted since; nothing is deleted then
     */
    boolean delete(Document<?> version);

    /** Reads the documents that exist of these, in no particular order; at most 1,000 ids. */
    <T> List<Document<T>> readMany(Partition partition, Collection<String> ids, Class<T> type);

    /** Finds documents within one partition. */
    <T> Page<T> query(Query query, Class<T> type);

    /** How many documents a query finds in all its pages, without reading what they hold. */
    int count(Query query);

    /**
     * Makes what was deleted or replaced before this call unreadable in the store's own files, as far as the store has files of its own
     * here. Called after a secret was deleted; a second call does no harm.
     */
    void eraseTraces();

    /** Whether other processes may be at work on the same documents; if not, this one is the only one there is. */
    boolean shared();

    /**
     * Reads a document, lets a rule decide, and writes what it decided: from the start again whenever somebody else wrote in between,
     * so the rule may run more than once and must have no effects of its own.
     *
     * @return the answer of the decision that held; empty if there is no such document
     */
    default <T, A> Optional<A> decide(Key key, Class<T> type, Function<T, Decision<T, A>> rule) {
        while (true) {
            Optional<Document<T>> read = read(key, type);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            Decision<T, A> decision = rule.apply(read.get().content());
            if (decision.write().isEmpty()
                    || replace(read.get(), decision.write().get()).isPresent()) {
                return Optional.of(decision.answer());
            }
        }
    }

    /** Every document that a query finds, page after page. */
    default <T> List<Document<T>> all(Query query, Class<T> type) {
        var found = new ArrayList<Document<T>>();
        Page<T> page = query(query, type);
        found.addAll(page.documents());
        while (page.next().isPresent()) {
            page = query(query.from(page.next().get()), type);
            found.addAll(page.documents());
        }
        return found;
    }
}
