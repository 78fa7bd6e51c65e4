package nl.balansmonitor.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A person in a space.
 *
 * @param value the Entra object id; where Teams gives none, its own id of the account
 */
public record MemberId(@JsonValue String value) {

    /** Rejects what can't be part of a document's id. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MemberId {
        Ids.requireValid(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
