package nl.balansmonitor.sessions;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.balansmonitor.documents.Decision;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.Key;
import nl.balansmonitor.documents.Query;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.spaces.Space;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Which documents a session is kept in, and under which ids. */
@Component
class SessionStore {

    private static final String SESSION = "session:";
    private static final String READING = "reading:";

    private final Documents documents;
    private final PrivacyProperties privacy;

    SessionStore(Documents documents, PrivacyProperties privacy) {
        this.documents = documents;
        this.privacy = privacy;
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

    /** Where a member's ballot of a round is kept; empty once the session's key is destroyed. */
    static Optional<Key> ballot(Session session, String round, MemberId member) {
        return Optional.ofNullable(session.key())
                .map(key ->
                        Space.partition(session.space()).key(ballots(session.id(), round) + key.pseudonymOf(member)));
    }

    private static Key readingKey(SpaceId space, SessionId session, StatementId statement) {
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

    <T> List<Document<T>> ballots(Session session, String round, Class<T> type) {
        return documents.all(ballots(session, round), type);
    }

    int countBallots(Session session, String round) {
        return documents.count(ballots(session, round));
    }

    void deleteBallots(Session session, String round) {
        deleteAll(ballots(session, round));
    }

    /** Deletes those of all rounds, any that came in too late to be counted included. */
    void deleteBallots(Session session) {
        deleteAll(Query.in(Space.partition(session.space())).idsStartingWith(ballots(session.id())));
    }

    /** Deletes what a query finds, whatever it holds: ballots of several kinds lie beside each other. */
    void deleteAll(Query query) {
        List<Document<JsonNode>> left = documents.all(query, JsonNode.class);
        while (!left.isEmpty()) {
            left.forEach(documents::delete);
            left = documents.all(query, JsonNode.class);
        }
    }

    Optional<Reading> reading(SpaceId space, SessionId session, StatementId statement) {
        return documents
                .read(readingKey(space, session, statement), Reading.class)
                .map(Document::content)
                .map(r -> r.within(privacy));
    }

    /** Keeps a reading, unless there is one already; answers the one that is kept. */
    Reading keep(SpaceId space, Reading reading) {
        return documents
                .create(readingKey(space, reading.session(), reading.statement()), reading)
                .map(Document::content)
                .or(() -> reading(space, reading.session(), reading.statement()))
                .orElse(reading);
    }

    /** The readings of a statement in this space, the oldest first. */
    List<Reading> readings(SpaceId space, StatementId statement) {
        return readings(Query.in(Space.partition(space))
                .idsStartingWith(READING)
                .where("statement", statement.value())
                .orderedBy("takenAt"));
    }

    /** The readings of a session, the oldest first. */
    List<Reading> readings(SpaceId space, SessionId session) {
        return readings(Query.in(Space.partition(space))
                .idsStartingWith(READING + session + ":")
                .orderedBy("takenAt"));
    }

    /** All readings of a space, the oldest first. */
    List<Reading> readings(SpaceId space) {
        return readings(
                Query.in(Space.partition(space)).idsStartingWith(READING).orderedBy("takenAt"));
    }

    private List<Reading> readings(Query query) {
        return contents(documents.all(query, Reading.class)).stream()
                .map(r -> r.within(privacy))
                .toList();
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

    private static Query ballots(Session session, String round) {
        return Query.in(Space.partition(session.space())).idsStartingWith(ballots(session.id(), round));
    }

    private static String ballots(SessionId session) {
        return "ballot:" + session + ":";
    }

    private static String ballots(SessionId session, String round) {
        return ballots(session) + round + ":";
    }
}
