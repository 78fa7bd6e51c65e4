package nl.balansmonitor.documents;

/**
 * Documents that are stored, ordered and queried together.
 *
 * @param value the partition key, 1 to 255 characters
 */
public record Partition(String value) {

    /** Rejects an empty or overlong key. */
    public Partition {
        Key.requireBounded(value);
    }

    /** The key of a document in this partition. */
    public Key key(String id) {
        return new Key(this, id);
    }
}
