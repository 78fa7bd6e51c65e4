package nl.balansmonitor.rhythm;

import nl.balansmonitor.sessions.Window;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;
import org.springframework.stereotype.Service;

/** When time alone changes a session: a window's half time, reveal and end. */
@Service
public class SessionMoments {

    private final DueList list;

    SessionMoments(DueList list) {
        this.list = list;
    }

    /**
     * Has the session looked at whenever this window changes something. To be called before the session is given the window, so that no
     * crash leaves one that nobody looks at; should the session not get it, the looks are in vain. A second call changes nothing.
     */
    public void expect(SpaceId space, SessionId session, Window window) {
        window.moments().forEach(at -> list.add(new Due(Due.Kind.SESSION, space, session.value(), at)));
    }
}
