package nl.balansmonitor.teams;

import java.util.Optional;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.SessionRefusal;
import nl.balansmonitor.sessions.Sessions;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.spaces.Spaces;
import org.springframework.stereotype.Component;

/** Begins a session because somebody asks for it, by typing or by a button. */
@Component
class Starting {

    private final Sessions sessions;
    private final Spaces spaces;
    private final Rosters rosters;
    private final Courier courier;

    Starting(Sessions sessions, Spaces spaces, Rosters rosters, Courier courier) {
        this.sessions = sessions;
        this.spaces = spaces;
        this.rosters = rosters;
        this.courier = courier;
    }

    /**
     * As {@link Sessions#begin}; its start card will follow. Where nobody leads, or all leaders have left, whoever asks leads from now on.
     */
    Outcome<Session, SessionRefusal> begin(Caller unknown) {
        var present =
                rosters.of(unknown.conversation()).stream().map(Member::id).toList();
        Caller caller = unknown.in(spaces.ledAtFirstBy(unknown.space().id(), unknown.member(), present));
        Optional<Session> before = sessions.current(caller.space().id());
        Outcome<Session, SessionRefusal> outcome = sessions.begin(caller.space().id(), caller.actor());
        if (outcome instanceof Outcome.Accepted<Session, SessionRefusal>(Session session)) {
            before.ifPresent(courier::touch);
            courier.touch(session);
        }
        return outcome;
    }
}
