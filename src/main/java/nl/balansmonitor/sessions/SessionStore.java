package nl.balansmonitor.sessions;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.balansmonitor.documents.Decision;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.Key;
import nl.balansmonitor.documents.Query;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.spaces.Space;
import org.springframework.stereotype.Component;

/** Which documents a session is kept in, and under which ids. */
@Component
class SessionStore {

    private static final String SESSION = "session:";
    private static final String READING = "reading:";

    private final Documents documents;

    SessionStore(Documents documents) {
        this.documents = documents;
    }

    Documents documents() {
        return documents;
    }

    static Key session(SpaceId space, SessionId id) {
        return Space.partition(space).key(SESSION + id);
    }

    /** Points to the session that is going on in a space; there is at most one. */
    static Key current(SpaceId space) {
        return Space.partition(space).key("current");
    }

    static Key ballot(Session session, StatementId statement, String pseudonym) {
        return Space.partition(session.space()).key(ballots(session.id(), statement) + pseudonym);
    }

    static Key reading(SpaceId space, SessionId session, StatementId statement) {
        return Space.partition(space).key(READING + session + ":" + statement);
    }

    Optional<Session> find(SpaceId space, SessionId id) {
        return documents.read(session(space, id), Session.class).map(Document::content);
    }

    Outcome<Session, SessionRefusal> decide(
            SpaceId space, SessionId id, Function<Session, Decision<Session, Outcome<Session, SessionRefusal>>> rule) {
        return documents
                .decide(session(space, id), Session.class, rule)
                .orElseGet(() -> Outcome.refused(SessionRefusal.NO_SUCH_SESSION));
    }

    List<Document<Ballot>> ballots(Session session, StatementId statement) {
        return documents.all(of(session, statement), Ballot.class);
    }

    int countBallots(Session session, StatementId statement) {
        return documents.count(of(session, statement));
    }

    /** Those of a statement that was revealed, and any that came in too late to be counted. */
    List<Document<Ballot>> ballots(Session session) {
        return documents.all(
                Query.in(Space.partition(session.space())).idsStartingWith(ballots(session.id())), Ballot.class);
    }

    List<Reading> readings(SpaceId space, StatementId statement) {
        return contents(documents.all(
                Query.in(Space.partition(space))
                        .idsStartingWith(READING)
                        .where("statement", statement.value())
                        .orderedBy("takenAt"),
                Reading.class));
    }

    /** The closed sessions of a space, the oldest first. */
    List<Session> closed(SpaceId space) {
        return contents(documents.all(
                Query.in(Space.partition(space))
                        .idsStartingWith(SESSION)
                        .where("phase", Phase.CLOSED.name())
                        .orderedBy("startedAt"),
                Session.class));
    }

    private static <T> List<T> contents(List<Document<T>> found) {
        return found.stream().map(Document::content).toList();
    }

    private static Query of(Session session, StatementId statement) {
        return Query.in(Space.partition(session.space())).idsStartingWith(ballots(session.id(), statement));
    }

    private static String ballots(SessionId session) {
        return "ballot:" + session + ":";
    }

    private static String ballots(SessionId session, StatementId statement) {
        return ballots(session) + statement + ":";
    }
}
