package nl.balansmonitor.documents;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

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

    /**
     * Makes what was deleted or replaced before this call unreadable in the store's own files, as far as the store has files of its own
     * here. Called after a secret was deleted; a second call does no harm.
     */
    void eraseTraces();
}
