package nl.balansmonitor.reports;

import java.util.Optional;
import nl.balansmonitor.sessions.Phase;
import nl.balansmonitor.sessions.Sessions;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.spaces.Space;
import org.springframework.stereotype.Component;

/** Gathers what belongs in a report. */
@Component
class Reports {

    private final Sessions sessions;

    Reports(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Empty unless this space has such a session, and it is closed. */
    Optional<Report> of(Space space, SessionId session) {
        return sessions.find(space.id(), session)
                .filter(s -> s.phase() == Phase.CLOSED)
                .map(s -> new Report(space, s));
    }
}
