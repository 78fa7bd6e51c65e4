package nl.balansmonitor.sessions;

import java.util.List;
import java.util.function.UnaryOperator;
import nl.balansmonitor.documents.Decision;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.shared.Actor;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;
import org.springframework.stereotype.Service;

/**
 * The end of a session: what the ballots said is kept as readings; ballots and key are destroyed. Every step can be taken again without
 * harm, so that a close which a crash cut off is finished by {@link #resume}.
 */
@Service
public class Closing {

    private final SessionStore store;
    private final Thermometers thermometers;

    Closing(SessionStore store, Thermometers thermometers) {
        this.store = store;
        this.thermometers = thermometers;
    }

    /**
     * Ends a session. Statements that were not revealed are counted and stay unseen.
     *
     * @param invited how many could have reacted
     */
    public Outcome<Session, Refusal> close(SpaceId space, SessionId id, Actor actor, int invited) {
        Outcome<Session, Refusal> closing = store.decide(space, id, session -> {
            if (!session.mayBeSteeredBy(actor)) {
                return Decision.leave(Outcome.refused(Refusal.ONLY_FACILITATOR));
            }
            return switch (session.phase()) {
                case CHOOSING -> write(session.over(Phase.CANCELLED));
                case REACTING -> write(session.in(Phase.CLOSING));
                case CLOSING, CLOSED, CANCELLED -> Decision.leave(Outcome.refused(Refusal.SESSION_OVER));
            };
        });
        return switch (closing) {
            case Outcome.Refused<Session, Refusal> refused -> refused;
            case Outcome.Accepted<Session, Refusal>(Session session) -> Outcome.accepted(resume(session, invited));
        };
    }

    /**
     * Goes on with a close wherever it stopped; a session that nobody closed, or that is closed already, stays as it is. So it is called
     * closed only once the file holds no trace of its secrets either: a crash before that leaves it closing.
     */
    public Session resume(Session session, int invited) {
        if (session.phase() != Phase.CLOSING) {
            return session;
        }
        for (Thermometer thermometer : session.thermometers()) {
            thermometers.reading(session, thermometer.statement(), invited);
        }
        destroyBallots(session);
        whileClosing(session, Session::withoutKey);
        store.documents().eraseTraces();
        whileClosing(session, closing -> closing.over(Phase.CLOSED));
        return session.over(Phase.CLOSED);
    }

    /** Takes a step that another thread may have taken already. */
    private void whileClosing(Session session, UnaryOperator<Session> step) {
        store.decide(
                session.space(),
                session.id(),
                now -> now.phase() == Phase.CLOSING ? write(step.apply(now)) : Decision.leave(Outcome.accepted(now)));
    }

    private void destroyBallots(Session session) {
        Documents documents = store.documents();
        List<Document<Ballot>> left = store.ballots(session);
        while (!left.isEmpty()) {
            left.forEach(documents::delete);
            left = store.ballots(session);
        }
    }

    private static Decision<Session, Outcome<Session, Refusal>> write(Session next) {
        return Decision.write(next, Outcome.accepted(next));
    }
}
