package nl.balansmonitor.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One run of the instrument.
 *
 * @param value random
 */
public record SessionId(@JsonValue String value) {

    /** Rejects what can't be part of a document's id. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SessionId {
        Ids.requireValid(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
