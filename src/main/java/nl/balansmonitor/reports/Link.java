package nl.balansmonitor.reports;

import java.time.Instant;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;

/** What a link opens, and until when. */
sealed interface Link {

    SpaceId space();

    /** From this moment on it opens nothing; in whole seconds, which is what a token can say. */
    Instant expires();

    /** The report of one session, as a page, a picture and files. */
    record ToReport(SpaceId space, SessionId session, Instant expires) implements Link {}

    /** The readings and actions of all sessions of a space, as files. */
    record ToExport(SpaceId space, Instant expires) implements Link {}
}
