package nl.balansmonitor.documents;

/**
 * Where one document lives.
 *
 * @param id 1 to 255 characters without slash, backslash, {@code #} or {@code ?}, which Cosmos DB does not take
 */
public record Key(Partition partition, String id) {

    private static final int LONGEST = 255;

    /** Rejects an id that not every store can hold. */
    public Key {
        requireBounded(id);
        if (id.chars().anyMatch(c -> c == '/' || c == '\\' || c == '#' || c == '?')) {
            throw new IllegalArgumentException("a document's id must not hold / \\ # or ?");
        }
    }

    static void requireBounded(String part) {
        if (part.isEmpty() || part.length() > LONGEST) {
            throw new IllegalArgumentException("a key's part has 1 to " + LONGEST + " characters");
        }
    }
}
