package nl.balansmonitor.sessions;

import java.util.List;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;
import org.springframework.stereotype.Service;

/** What the sessions of a space left behind, to be read as a whole. */
@Service
public class History {

    private final SessionStore store;

    History(SessionStore store) {
        this.store = store;
    }

    /**
     * Every reading of a space, the oldest first; those of a session that goes on, and of statements that the team did not see, are among
     * them: {@link Reading#shown()} tells.
     */
    public List<Reading> readings(SpaceId space) {
        return store.readings(space);
    }

    /** The same of one session. */
    public List<Reading> readings(SpaceId space, SessionId session) {
        return store.readings(space, session);
    }

    /** The closed sessions of a space, the oldest first. */
    public List<Session> closed(SpaceId space) {
        return store.closed(space);
    }
}
