package nl.balansmonitor.teams;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.Key;
import nl.balansmonitor.documents.Partition;
import nl.balansmonitor.documents.Query;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;
import org.springframework.stereotype.Component;

/**
 * Whose cards may differ from what Teams shows: sessions, and what spaces propose to discuss. An entry is written before anything is
 * posted and stays until everything is delivered and nothing more can come, so a process that starts finds what the one before it left
 * undone.
 */
@Component
class Outbox {

    private static final int PARTITIONS = 8;

    private final Documents documents;

    Outbox(Documents documents) {
        this.documents = documents;
    }

    /**
     * What has cards in a channel.
     *
     * @param session empty for the proposals of a space, which belong to no session
     */
    record Entry(SpaceId space, Optional<SessionId> session) {

        static Entry of(Session session) {
            return new Entry(session.space(), Optional.of(session.id()));
        }

        static Entry ofProposals(SpaceId space) {
            return new Entry(space, Optional.empty());
        }

        /** Tells it from all others of its space. */
        String name() {
            return session.map(SessionId::value).orElse("proposals");
        }
    }

    /** A second call changes nothing. */
    void keep(Entry entry) {
        documents.create(key(entry), entry);
    }

    /** Nothing is left to do for it. */
    void forget(Entry entry) {
        documents.read(key(entry), Entry.class).ifPresent(documents::delete);
    }

    List<Entry> all() {
        var entries = new ArrayList<Entry>();
        for (int n = 0; n < PARTITIONS; n++) {
            documents.all(Query.in(partition(n)), Entry.class).stream()
                    .map(Document::content)
                    .forEach(entries::add);
        }
        return entries;
    }

    private static Key key(Entry entry) {
        return partition(Math.floorMod(entry.space().value().hashCode(), PARTITIONS))
                .key(entry.session().map(id -> "session:" + id).orElseGet(() -> "proposals:" + entry.space()));
    }

    private static Partition partition(int n) {
        return new Partition("outbox:" + n);
    }
}
