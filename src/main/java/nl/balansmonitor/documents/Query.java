package nl.balansmonitor.documents;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A question to one partition: ids that begin alike, fields of the content that equal a value, an order, a page. Immutable.
 *
 * @param idPrefix  the beginning of the ids wanted; empty for all
 * @param equal     top-level fields of the content and the strings they must equal
 * @param orderBy   a top-level field of the content to order by, ties broken by id; empty to order by id
 * @param pageSize  at most so many documents, 1 to 1,000
 * @param from      where an earlier page ended
 */
public record Query(
        Partition partition,
        String idPrefix,
        SortedMap<String, String> equal,
        Optional<String> orderBy,
        int pageSize,
        Optional<String> from) {

    private static final int LARGEST_PAGE = 1_000;

    /** Rejects a page size or field name out of range. */
    public Query {
        equal = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(equal));
        equal.keySet().forEach(Query::requireFieldName);
        orderBy.ifPresent(Query::requireFieldName);
        if (pageSize < 1 || pageSize > LARGEST_PAGE) {
            throw new IllegalArgumentException("a page holds 1 to " + LARGEST_PAGE + " documents");
        }
    }

    /** All documents of a partition, in pages of 1,000. */
    public static Query in(Partition partition) {
        return new Query(partition, "", new TreeMap<>(), Optional.empty(), LARGEST_PAGE, Optional.empty());
    }

    /** Only ids that begin so. */
    public Query idsStartingWith(String prefix) {
        return new Query(partition, prefix, equal, orderBy, pageSize, from);
    }

    /** Only documents whose field is a string and equals the value, case and all; several calls narrow further. */
    public Query where(String field, String value) {
        var fields = new TreeMap<>(equal);
        fields.put(field, value);
        return new Query(partition, idPrefix, fields, orderBy, pageSize, from);
    }

    /**
     * Ascending by this field: numbers by value, strings character by character, documents where it is null first. Dates as Jackson
     * writes them so stand in the order of time; instants only if all have the same precision, as in {@code .truncatedTo(SECONDS)}.
     */
    public Query orderedBy(String field) {
        return new Query(partition, idPrefix, equal, Optional.of(field), pageSize, from);
    }

    /** At most so many documents in one page. */
    public Query pagesOf(int size) {
        return new Query(partition, idPrefix, equal, orderBy, size, from);
    }

    /** Goes on behind an earlier page, with that page's {@link Page#next()}. */
    public Query from(String next) {
        return new Query(partition, idPrefix, equal, orderBy, pageSize, Optional.of(next));
    }

    private static void requireFieldName(String field) {
        if (!field.matches("[a-z][A-Za-z0-9]{0,62}")) {
            throw new IllegalArgumentException("not the name of a field: " + field);
        }
    }
}
