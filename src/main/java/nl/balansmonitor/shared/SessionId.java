package nl.balansmonitor.shared;

/**
 * One run of the instrument.
 *
 * @param value random
 */
public record SessionId(String value) {

    /** Rejects what can't be part of a document's id. */
    public SessionId {
        Ids.requireValid(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
