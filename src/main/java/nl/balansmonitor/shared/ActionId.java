package nl.balansmonitor.shared;

/**
 * One agreed action.
 *
 * @param value random
 */
public record ActionId(String value) {

    /** Rejects what can't be part of a document's id. */
    public ActionId {
        Ids.requireValid(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
