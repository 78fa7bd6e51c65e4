package nl.balansmonitor.rhythm;

import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.SessionRefusal;
import nl.balansmonitor.sessions.Sessions;
import nl.balansmonitor.shared.Actor;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.spaces.Space;
import org.springframework.stereotype.Component;

/** Begins planned sessions as a leader would. */
@Component
class SessionBeginning implements Beginning {

    private final Sessions sessions;

    SessionBeginning(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Outcome<Session, SessionRefusal> begin(Space space, Plan plan, Occasion occasion, SessionId id) {
        return sessions.begin(space.id(), new Actor(plan.facilitator(space), true));
    }
}
