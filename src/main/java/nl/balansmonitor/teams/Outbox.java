package nl.balansmonitor.teams;

import java.util.ArrayList;
import java.util.List;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.Key;
import nl.balansmonitor.documents.Partition;
import nl.balansmonitor.documents.Query;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;
import org.springframework.stereotype.Component;

/**
 * The sessions whose cards may differ from what Teams shows: an entry is written before anything is posted and stays until the session is
 * over and everything is delivered, so a process that starts finds what the one before it left undone.
 */
@Component
class Outbox {

    private static final int PARTITIONS = 8;

    private final Documents documents;

    Outbox(Documents documents) {
        this.documents = documents;
    }

    record Entry(SpaceId space, SessionId session) {}

    /** A second call changes nothing. */
    void keep(Entry entry) {
        documents.create(key(entry), entry);
    }

    /** Nothing is left to do for this session. */
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
                .key("session:" + entry.session());
    }

    private static Partition partition(int n) {
        return new Partition("outbox:" + n);
    }
}
