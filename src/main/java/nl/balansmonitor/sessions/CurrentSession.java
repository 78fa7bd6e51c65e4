package nl.balansmonitor.sessions;

import java.util.Optional;
import java.util.function.Supplier;
import nl.balansmonitor.documents.Decision;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;
import org.springframework.stereotype.Component;

/** Which session of a space is the current one: there is at most one, and none takes the place of one in which the team is at work. */
@Component
class CurrentSession {

    private final SessionStore store;

    CurrentSession(SessionStore store) {
        this.store = store;
    }

    private record Current(SessionId session) {}

    /**
     * The place of the current session, as it was when somebody looked.
     *
     * @param holder its session, started or not; empty if there never was one
     */
    record Place(Optional<Document<?>> version, Optional<Session> holder) {

        Optional<Session> atWork() {
            return holder.filter(Session::underWay);
        }

        boolean isHeldBy(SessionId id) {
            return holder.filter(s -> s.id().equals(id)).isPresent();
        }
    }

    /** The session that has begun in this space and is not over. */
    Optional<Session> of(SpaceId space) {
        return placeIn(space).holder().filter(s -> !s.over());
    }

    Place placeIn(SpaceId space) {
        Optional<Document<Current>> found = store.documents().read(SessionStore.current(space), Current.class);
        return new Place(
                found.map(d -> d),
                found.flatMap(d -> store.find(space, d.content().session())));
    }

    /** The place as it is once whatever was never started has made way; what the team is at work in stays. */
    Place vacated(Place place) {
        return new Place(
                place.version(),
                place.holder().flatMap(s -> s.phase() == Phase.CHOOSING ? cancelUnstarted(s) : Optional.of(s)));
    }

    /** Gives a place to a session; false if somebody else was given it since. */
    boolean give(Place place, Session session) {
        var current = new Current(session.id());
        return place.version()
                .map(d -> store.documents().replace(d, current))
                .orElseGet(() -> store.documents().create(SessionStore.current(session.space()), current))
                .isPresent();
    }

    /** Answers with the session as it is then: it goes on if somebody started it just before. */
    Optional<Session> cancelUnstarted(Session session) {
        store.decide(session.space(), session.id(), now -> {
            if (now.phase() != Phase.CHOOSING) {
                return Decision.leave(Outcome.accepted(now));
            }
            Session cancelled = now.over(Phase.CANCELLED);
            return Decision.write(cancelled, Outcome.accepted(cancelled));
        });
        return store.find(session.space(), session.id());
    }

    /**
     * Creates a session under an id of the caller's and makes it the current one, or goes on wherever an earlier call was cut off.
     *
     * @param fresh not started yet; used if there is none with this id
     */
    Outcome<Session, SessionRefusal> beginOnce(SpaceId space, SessionId id, Supplier<Session> fresh) {
        while (true) {
            // In this order: whoever is found in the place here is found by his id as well, and not taken for somebody
            // else.
            Place place = placeIn(space);
            Optional<Session> begun = store.find(space, id);
            if (begun.isPresent() && (place.isHeldBy(id) || begun.get().phase() != Phase.CHOOSING)) {
                return Outcome.accepted(begun.get());
            }
            Place vacated = vacated(place);
            if (vacated.atWork().isPresent()) {
                begun.ifPresent(this::cancelUnstarted);
                return Outcome.refused(SessionRefusal.OTHER_SESSION_GOES_ON);
            }
            Session session = begun.orElseGet(fresh);
            store.documents().create(SessionStore.session(space, id), session);
            give(vacated, session);
        }
    }
}
