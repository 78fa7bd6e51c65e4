package nl.balansmonitor.sessions;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import nl.balansmonitor.Rooms;
import nl.balansmonitor.documents.Decision;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.Query;
import nl.balansmonitor.shared.Actor;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.statements.Agenda;
import nl.balansmonitor.statements.Decks;
import nl.balansmonitor.statements.StatementProposals;

/** The team of a fictional school, De Zwaluw, in a space of its own, with what serves its sessions. */
record Zwaluw(
        SpaceId space,
        Documents documents,
        Sessions sessions,
        StickerRounds stickers,
        Workshops workshops,
        WorkshopProposals proposals,
        Thermometers thermometers,
        Closing closing) {

    static final Actor SANNE_WHO_LEADS = new Actor(new MemberId("sanne"), true);
    static final Actor JAN = new Actor(new MemberId("jan"), false);

    static final StatementId SCREEN_FREE = new StatementId("st7");
    static final StatementId FEEDBACK = new StatementId("st13");

    static final int TEAM = 12;

    static Zwaluw in(Rooms rooms) {
        return in(
                rooms,
                rooms.newSpace(),
                rooms.get(Documents.class),
                new PrivacyProperties(3, 4),
                rooms.get(SecureRandom.class));
    }

    static Zwaluw in(Rooms rooms, SpaceId space, Documents documents, PrivacyProperties privacy, SecureRandom random) {
        var store = new SessionStore(documents, privacy);
        var box = new BallotBox(store);
        var decks = rooms.get(Decks.class);
        var handedIn = rooms.get(StatementProposals.class);
        var agenda = rooms.get(Agenda.class);
        var sessions = new Sessions(
                store,
                new CurrentSession(store),
                new Suggestions(store, decks, agenda),
                decks,
                handedIn,
                rooms.clock(),
                random);
        var thermometers = new Thermometers(store, box, privacy, rooms.clock(), random);
        var workshops = new WorkshopStore(store, rooms.clock());
        var notes = new NoteStore(store, random);
        return new Zwaluw(
                space,
                documents,
                sessions,
                new StickerRounds(store, box, new StickerCount(store, privacy), sessions, decks),
                new Workshops(store, workshops, notes, box, random),
                new WorkshopProposals(store, workshops, handedIn, decks),
                thermometers,
                new Closing(store, notes, thermometers, agenda, handedIn, rooms.clock()));
    }

    /** The same team, served over other documents. */
    Zwaluw over(Documents others, Rooms rooms) {
        return in(rooms, space, others, new PrivacyProperties(3, 4), rooms.get(SecureRandom.class));
    }

    Session begun() {
        return accepted(sessions.begin(space, SANNE_WHO_LEADS));
    }

    Session measuring(StatementId... statements) {
        return accepted(sessions.measure(space, begun().id(), SANNE_WHO_LEADS, List.of(statements)));
    }

    /** A sticker round over these, with the budget that is suggested. */
    Session stickering(List<StatementId> statements) {
        return accepted(stickers.open(space, begun().id(), SANNE_WHO_LEADS, statements, OptionalInt.empty()));
    }

    Placement place(Session session, MemberId member, Map<StatementId, Integer> placed) {
        return stickers.place(space, session.id(), member, new Stickers(placed));
    }

    Outcome<Session, SessionRefusal> closeStickers(Session session) {
        return stickers.close(space, session.id(), SANNE_WHO_LEADS);
    }

    Session now(Session session) {
        return sessions.find(space, session.id()).orElseThrow();
    }

    static MemberId member(int number) {
        return new MemberId("member-" + number);
    }

    Outcome<Reaction, SessionRefusal> react(
            Session session, StatementId statement, MemberId member, int score, String remark) {
        return thermometers.react(space, session.id(), statement, member, score, Remark.of(remark));
    }

    /** The first member gives the first of these scores, and so on; each with his number as a remark. */
    void reactAll(Session session, StatementId statement, Integer... scores) {
        for (int i = 0; i < scores.length; i++) {
            accepted(react(session, statement, member(i), scores[i], "remark-" + i));
        }
    }

    Outcome<Reading, SessionRefusal> reveal(Session session, StatementId statement) {
        return thermometers.reveal(space, session.id(), statement, SANNE_WHO_LEADS, TEAM);
    }

    /** Closes a session to the end, as the application does it: the last step comes behind the answer. */
    Outcome<Session, SessionRefusal> close(Session session) {
        return switch (closing.close(space, session.id(), SANNE_WHO_LEADS, TEAM)) {
            case Outcome.Accepted<Session, SessionRefusal>(Session closed) ->
                Outcome.accepted(closing.resume(closed, TEAM));
            case Outcome.Refused<Session, SessionRefusal> refused -> refused;
        };
    }

    /** A whole session about one statement that the team saw. */
    Session closedWith(StatementId statement, Integer... scores) {
        Session session = measuring(statement);
        reactAll(session, statement, scores);
        accepted(reveal(session, statement));
        return accepted(close(session));
    }

    /** Whatever is stored for this team under ids that begin so. */
    <T> List<Document<T>> stored(String prefix, Class<T> type) {
        return documents.all(Query.in(Space.partition(space)).idsStartingWith(prefix), type);
    }

    /** What is stored, when a test needs the state that a crash would leave. */
    void store(Session session) {
        documents.decide(
                SessionStore.session(space, session.id()), Session.class, now -> Decision.write(session, session));
    }

    static <T> T accepted(Outcome<T, SessionRefusal> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<T, SessionRefusal>(T value) -> value;
            case Outcome.Refused<T, SessionRefusal>(SessionRefusal reason) -> throw new AssertionError(reason);
        };
    }

    static <T> Outcome<T, SessionRefusal> refused(SessionRefusal reason) {
        return Outcome.refused(reason);
    }
}
