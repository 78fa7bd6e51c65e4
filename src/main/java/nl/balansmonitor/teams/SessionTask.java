package nl.balansmonitor.teams;

import nl.balansmonitor.rhythm.Due;
import nl.balansmonitor.rhythm.DueTask;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.Sessions;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;
import org.springframework.stereotype.Component;

/**
 * Has a session brought forward that time alone changes. All of its moments are on the list since it opened, and which of them has come is
 * {@link Delivery}'s to see.
 */
@Component
class SessionTask implements DueTask {

    private final Sessions sessions;
    private final Courier courier;

    SessionTask(Sessions sessions, Courier courier) {
        this.sessions = sessions;
        this.courier = courier;
    }

    @Override
    public Due.Kind kind() {
        return Due.Kind.SESSION;
    }

    @Override
    public void look(SpaceId space, String subject) {
        sessions.find(space, new SessionId(subject))
                .filter((Session session) -> !session.over())
                .ifPresent(courier::touch);
    }
}
