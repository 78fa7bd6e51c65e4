package nl.balansmonitor.shared;

/**
 * A person in a space.
 *
 * @param value the Entra object id; where Teams gives none, its own id of the account
 */
public record MemberId(String value) {

    /** Rejects what can't be part of a document's id. */
    public MemberId {
        Ids.requireValid(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
