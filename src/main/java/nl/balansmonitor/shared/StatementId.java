package nl.balansmonitor.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One sentence that a team can react to.
 *
 * @param value stable for as long as readings of it exist
 */
public record StatementId(@JsonValue String value) {

    /** Rejects what can't be part of a document's id. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StatementId {
        Ids.requireValid(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
