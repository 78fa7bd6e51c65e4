package nl.balansmonitor.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One conversation root, a channel or a group chat, in its tenant: everything a team has lives under it.
 *
 * @param value a hash of tenant and conversation id, so that a forged id finds nothing
 */
public record SpaceId(@JsonValue String value) {

    /** Rejects what can't be part of a document's id. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SpaceId {
        Ids.requireValid(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
