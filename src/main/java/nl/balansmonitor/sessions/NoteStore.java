package nl.balansmonitor.sessions;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import nl.balansmonitor.documents.Key;
import nl.balansmonitor.documents.Query;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.spaces.Space;
import org.springframework.stereotype.Component;

/**
 * Where the notes of a workshop are kept: each by itself under a random id, so that neither its place nor anything in it tells who wrote it
 * or when.
 */
@Component
class NoteStore {

    private static final int ID_BYTES = 12;

    private final SessionStore store;
    private final SecureRandom random;

    NoteStore(SessionStore store, SecureRandom random) {
        this.store = store;
        this.random = random;
    }

    record Note(String text) {}

    Key fresh(Session session, int group, Box box) {
        var id = new byte[ID_BYTES];
        random.nextBytes(id);
        return Space.partition(session.space())
                .key(prefix(session.id(), group, box) + HexFormat.of().formatHex(id));
    }

    /** In the order of their ids, which is no order. */
    List<String> texts(Session session, int group, Box box) {
        return store.documents().all(in(session, prefix(session.id(), group, box)), Note.class).stream()
                .map(note -> note.content().text())
                .toList();
    }

    int count(Session session, int group) {
        return store.documents().count(in(session, prefix(session.id(), group)));
    }

    void deleteAll(Session session) {
        store.deleteAll(in(session, prefix(session.id())));
    }

    private static Query in(Session session, String prefix) {
        return Query.in(Space.partition(session.space())).idsStartingWith(prefix);
    }

    private static String prefix(SessionId session) {
        return "note:" + session + ":";
    }

    private static String prefix(SessionId session, int group) {
        return prefix(session) + group + ":";
    }

    private static String prefix(SessionId session, int group, Box box) {
        return prefix(session, group) + box + ":";
    }
}
