package nl.balansmonitor.teams;

import java.util.Optional;
import nl.balansmonitor.rhythm.Due;
import nl.balansmonitor.rhythm.DueTask;
import nl.balansmonitor.rhythm.Occasion;
import nl.balansmonitor.rhythm.PlannedSessions;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.Sessions;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.spaces.Spaces;
import org.springframework.stereotype.Component;

/** Has planned sessions announced and begun, and their cards sent. */
@Component
class PlanWatch implements DueTask {

    private final PlannedSessions planned;
    private final Sessions sessions;
    private final Spaces spaces;
    private final Courier courier;

    PlanWatch(PlannedSessions planned, Sessions sessions, Spaces spaces, Courier courier) {
        this.planned = planned;
        this.sessions = sessions;
        this.spaces = spaces;
        this.courier = courier;
    }

    @Override
    public Due.Kind kind() {
        return Due.Kind.PLAN;
    }

    @Override
    public void look(SpaceId space, String subject) {
        look(space);
    }

    /**
     * Does what is due in this space; a start card that makes way for a planned session says so. Where the bot was taken out nothing is,
     * and nobody looks again until it is back.
     */
    void look(SpaceId space) {
        if (spaces.of(space).removedAt().isPresent()) {
            return;
        }
        Optional<Session> before = sessions.current(space);
        planned.look(space, occasion -> show(space, occasion));
        before.ifPresent(courier::touch);
    }

    private void show(SpaceId space, Occasion occasion) {
        courier.touchOccasion(space, occasion.date());
        occasion.session().flatMap(id -> sessions.find(space, id)).ifPresent(courier::touch);
    }
}
