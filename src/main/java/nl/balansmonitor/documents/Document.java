package nl.balansmonitor.documents;

/**
 * A document as it was read or written.
 *
 * @param etag names this version: opaque, equal only to itself, different after every write
 */
public record Document<T>(Key key, T content, String etag) {}
