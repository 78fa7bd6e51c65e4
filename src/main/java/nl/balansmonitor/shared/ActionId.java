package nl.balansmonitor.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One agreed action.
 *
 * @param value random
 */
public record ActionId(@JsonValue String value) {

    /** Rejects what can't be part of a document's id. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ActionId {
        Ids.requireValid(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
