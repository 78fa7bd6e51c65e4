package nl.balansmonitor.sessions;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.Key;
import nl.balansmonitor.shared.Outcome;
import org.springframework.stereotype.Component;

/**
 * Takes what members cast, so that whatever is acknowledged is counted: it is written first and the session read again after that. What
 * closes a round takes the session out of the phase first and counts after that, so that of the two one always sees the other.
 */
@Component
class BallotBox {

    private final SessionStore store;

    BallotBox(SessionStore store) {
        this.store = store;
    }

    /**
     * Where one ballot goes, and for how long.
     *
     * @param open    whether a session still takes it
     * @param tooLate what to answer if it closed while the ballot was on its way
     */
    record Slot<T>(Key key, Class<T> type, Predicate<Session> open, SessionRefusal tooLate) {}

    /**
     * A ballot that will be counted.
     *
     * @param session as it was read after the ballot was written
     */
    record Cast<T>(Session session, T ballot) {}

    /**
     * Casts a ballot in place of the one before.
     *
     * @param session as it was when the slot was open
     * @param mark    makes the ballot of the one before; empty if there is nothing to make it of
     */
    <T> Outcome<Cast<T>, SessionRefusal> cast(Session session, Slot<T> slot, UnaryOperator<Optional<T>> mark) {
        Documents documents = store.documents();
        while (true) {
            Optional<Document<T>> before = documents.read(slot.key(), slot.type());
            Optional<T> marked = mark.apply(before.map(Document::content));
            if (marked.isEmpty()) {
                return Outcome.refused(SessionRefusal.NO_REACTION_YET);
            }
            Optional<Document<T>> written = before.isPresent()
                    ? documents.replace(before.get(), marked.get())
                    : documents.create(slot.key(), marked.get());
            if (written.isPresent()) {
                return acknowledge(session, slot, before, written.get());
            }
        }
    }

    /** An accepted ballot is one that a count can no longer miss; one that came too late is put back as it was. */
    private <T> Outcome<Cast<T>, SessionRefusal> acknowledge(
            Session session, Slot<T> slot, Optional<Document<T>> before, Document<T> written) {
        Optional<Session> still = store.find(session.space(), session.id()).filter(slot.open());
        if (still.isPresent()) {
            return Outcome.accepted(new Cast<>(still.get(), written.content()));
        }
        if (before.isPresent()) {
            store.documents().replace(written, before.get().content());
        } else {
            store.documents().delete(written);
        }
        return Outcome.refused(slot.tooLate());
    }
}
