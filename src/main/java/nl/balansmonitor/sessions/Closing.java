package nl.balansmonitor.sessions;

import java.time.Clock;
import java.util.List;
import nl.balansmonitor.documents.Decision;
import nl.balansmonitor.shared.Actor;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.statements.Agenda;
import nl.balansmonitor.statements.StatementProposals;
import org.springframework.stereotype.Service;

/**
 * The end of a session: what the ballots said is kept as readings; ballots, notes and key are destroyed. Every step can be taken again without
 * harm, also by two at once, so that a close which a crash cut off is finished by {@link #resume}.
 */
@Service
public class Closing {

    private final SessionStore store;
    private final NoteStore notes;
    private final Thermometers thermometers;
    private final Agenda agenda;
    private final StatementProposals proposals;
    private final Clock clock;

    Closing(
            SessionStore store,
            NoteStore notes,
            Thermometers thermometers,
            Agenda agenda,
            StatementProposals proposals,
            Clock clock) {
        this.store = store;
        this.notes = notes;
        this.thermometers = thermometers;
        this.agenda = agenda;
        this.proposals = proposals;
        this.clock = clock;
    }

    /**
     * Ends a session: its ballots are counted and, like its key, deleted. Statements that were not revealed are counted and stay unseen;
     * stickers of a round that is still open are not counted any more, and what groups handed in for a round that never came is forgotten.
     * The session is then {@link Phase#CLOSING} until {@link #resume} has taken the last step.
     *
     * @param invited how many could have reacted
     */
    public Outcome<Session, SessionRefusal> close(SpaceId space, SessionId id, Actor actor, int invited) {
        Outcome<Session, SessionRefusal> closing = store.decide(space, id, session -> {
            if (!session.mayBeSteeredBy(actor)) {
                return Decision.leave(Outcome.refused(SessionRefusal.ONLY_FACILITATOR));
            }
            return switch (session.phase()) {
                case CHOOSING -> write(session.over(Phase.CANCELLED));
                case WRITING, STICKERING, DECIDING, REACTING -> write(session.in(Phase.CLOSING));
                case CLOSING, CLOSED, CANCELLED -> Decision.leave(Outcome.refused(SessionRefusal.SESSION_OVER));
            };
        });
        return switch (closing) {
            case Outcome.Refused<Session, SessionRefusal> refused -> refused;
            case Outcome.Accepted<Session, SessionRefusal>(Session session) ->
                Outcome.accepted(session.over() ? session : countAndDelete(session, invited));
        };
    }

    /**
     * Goes on with a close wherever it stopped, up to {@link Phase#CLOSED}, or to {@link Phase#CANCELLED} if nothing was measured. It
     * closes what nobody closed within the time of its {@link Window}; any other session that goes on, or is over, stays as it is.
     * The last step makes the store forget for good what was deleted, which may take it seconds and may fail: then the session stays
     * {@link Phase#CLOSING}, and this is to be called again.
     */
    public Session resume(Session found, int invited) {
        Session session = leftOpen(found) ? closeBecauseOfTime(found) : found;
        if (session.phase() != Phase.CLOSING) {
            return session;
        }
        Session counted = countAndDelete(session, invited);
        store.documents().eraseTraces();
        return whileClosing(counted, counted.over(counted.thermometers().isEmpty() ? Phase.CANCELLED : Phase.CLOSED));
    }

    private boolean leftOpen(Session session) {
        return session.phase() == Phase.REACTING
                && session.window().filter(w -> w.closeDue(clock.instant())).isPresent();
    }

    private Session closeBecauseOfTime(Session session) {
        store.decide(
                session.space(),
                session.id(),
                now -> leftOpen(now) ? write(now.in(Phase.CLOSING)) : Decision.leave(Outcome.accepted(now)));
        return store.find(session.space(), session.id()).orElse(session);
    }

    private Session countAndDelete(Session session, int invited) {
        for (Thermometer thermometer : session.thermometers()) {
            thermometers.reading(session, thermometer.statement(), invited);
        }
        if (session.key() != null) {
            // Only the first time: somebody may have put it on the agenda again since.
            agenda.clear(
                    session.space(),
                    session.thermometers().stream().map(Thermometer::statement).toList());
        }
        store.deleteBallots(session);
        notes.deleteAll(session);
        session.workshop()
                .map(Workshop::statements)
                .orElse(List.of())
                .forEach(s -> proposals.withdraw(session.space(), s));
        return whileClosing(session, session.withoutTraces());
    }

    /** Writes the next step, unless somebody else took the last one already. */
    private Session whileClosing(Session session, Session next) {
        store.decide(
                session.space(),
                session.id(),
                now -> now.phase() == Phase.CLOSING ? write(next) : Decision.leave(Outcome.accepted(now)));
        return store.find(session.space(), session.id()).orElse(next);
    }

    private static Decision<Session, Outcome<Session, SessionRefusal>> write(Session next) {
        return Decision.write(next, Outcome.accepted(next));
    }
}
