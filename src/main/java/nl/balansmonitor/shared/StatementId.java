package nl.balansmonitor.shared;

/**
 * One sentence that a team can react to.
 *
 * @param value stable for as long as readings of it exist
 */
public record StatementId(String value) {

    /** Rejects what can't be part of a document's id. */
    public StatementId {
        Ids.requireValid(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
