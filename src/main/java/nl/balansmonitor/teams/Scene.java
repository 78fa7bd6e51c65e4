package nl.balansmonitor.teams;

import java.util.List;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.spaces.Space;

/**
 * What every card of a session is drawn from.
 *
 * @param members the people of the conversation; empty while Teams doesn't say
 */
record Scene(Space space, Session session, List<Member> members) {

    Scene {
        members = List.copyOf(members);
    }

    Scene with(Session newer) {
        return new Scene(space, newer, members);
    }

    Language language() {
        return space.language();
    }

    /** How many can react; 0 while that isn't known. */
    int invited() {
        return members.size();
    }

    /** The place of a statement among those of the session, from 1. */
    int turnOf(StatementId statement) {
        var thermometers = session.thermometers();
        for (int i = 0; i < thermometers.size(); i++) {
            if (thermometers.get(i).statement().equals(statement)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("not a statement of this session: " + statement);
    }
}
