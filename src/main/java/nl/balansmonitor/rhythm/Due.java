package nl.balansmonitor.rhythm;

import java.time.Instant;
import nl.balansmonitor.shared.SpaceId;

/**
 * Something to look at, in one space, from a moment on. It says when to look and where, not what to do: whoever looks goes by what is
 * stored then, so that looking twice, late, or in vain does no harm.
 *
 * @param subject what it is about within the space, as in an action's id; 1 to 150 characters that an id of a document may have
 */
public record Due(Kind kind, SpaceId space, String subject, Instant at) {

    /** What looks. */
    public enum Kind {
        /** The owner of an action may have to be reminded; the subject is the action's id. */
        REMINDER,

        /** A session changes by time alone; the subject is the session's id. */
        SESSION,

        /** A planned session comes up or is to be announced; the subject is {@code plan}. */
        PLAN
    }
}
