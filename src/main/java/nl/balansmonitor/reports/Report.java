package nl.balansmonitor.reports;

import java.time.LocalDate;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.spaces.Space;

/** What a closed session has left. */
record Report(Space space, Session session) {

    /** The day on which it began, where the team is. */
    LocalDate date() {
        return LocalDate.ofInstant(session.startedAt(), space.zone());
    }
}
