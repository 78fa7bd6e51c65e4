package nl.balansmonitor.sessions;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import nl.balansmonitor.documents.Decision;
import nl.balansmonitor.shared.Actor;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;
import org.springframework.stereotype.Component;

/** Changes the workshop of a session while its groups write, each time as it is at that moment. */
@Component
class WorkshopStore {

    private final SessionStore store;
    private final Clock clock;

    WorkshopStore(SessionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What a step makes of a workshop, or why it can't be taken. May run more than once. */
    interface Rule extends Function<Workshop, Outcome<Workshop, SessionRefusal>> {}

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** The workshop as it is now; empty unless groups are writing. */
    Optional<Workshop> open(Session session) {
        return session.workshop().filter(w -> session.phase() == Phase.WRITING).map(w -> w.at(now()));
    }

    /** Takes a step that is any member's. */
    Outcome<Session, SessionRefusal> change(SpaceId space, SessionId id, Rule rule) {
        return store.decide(space, id, session -> decided(session, rule));
    }

    /** Takes a step that is the facilitator's or a leader's. */
    Outcome<Session, SessionRefusal> steer(SpaceId space, SessionId id, Actor actor, Rule rule) {
        return store.decide(
                space,
                id,
                session -> session.mayBeSteeredBy(actor)
                        ? decided(session, rule)
                        : Decision.leave(Outcome.refused(SessionRefusal.ONLY_FACILITATOR)));
    }

    /**
     * Takes a step of a member who is about to write something, and with it puts him into a group and marks the workshop as begun: from
     * then on the groups stay as they are, so that what he writes reaches those for whom it was meant.
     */
    Outcome<Session, SessionRefusal> join(SpaceId space, SessionId id, MemberId member, Rule rule) {
        return change(space, id, workshop -> switch (rule.apply(workshop)) {
            case Outcome.Refused<Workshop, SessionRefusal> refused -> refused;
            case Outcome.Accepted<Workshop, SessionRefusal>(Workshop next) -> Outcome.accepted(next.joinedBy(member));
        });
    }

    /** Why nothing can be written in a session of this phase. */
    static Optional<SessionRefusal> obstacle(Session session) {
        return switch (session.phase()) {
            case WRITING -> Optional.empty();
            case CHOOSING, STICKERING, DECIDING, REACTING -> Optional.of(SessionRefusal.WORKSHOP_NOT_OPEN);
            case CLOSING, CLOSED, CANCELLED -> Optional.of(SessionRefusal.SESSION_OVER);
        };
    }

    private Decision<Session, Outcome<Session, SessionRefusal>> decided(Session session, Rule rule) {
        Optional<SessionRefusal> obstacle = obstacle(session);
        if (obstacle.isPresent()) {
            return Decision.leave(Outcome.refused(obstacle.get()));
        }
        Workshop before = open(session).orElseThrow();
        return switch (rule.apply(before)) {
            case Outcome.Refused<Workshop, SessionRefusal>(SessionRefusal why) -> Decision.leave(Outcome.refused(why));
            case Outcome.Accepted<Workshop, SessionRefusal>(Workshop after) -> {
                Session next = session.writing(after);
                yield after.equals(before)
                        ? Decision.leave(Outcome.accepted(next))
                        : Decision.write(next, Outcome.accepted(next));
            }
        };
    }
}
