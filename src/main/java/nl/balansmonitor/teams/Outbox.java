package nl.balansmonitor.teams;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.balansmonitor.documents.Decision;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.Key;
import nl.balansmonitor.documents.Partition;
import nl.balansmonitor.documents.Query;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whose cards may differ from what Teams shows: sessions, and what spaces propose to discuss. An entry is written before anything is
 * posted and stays until everything is delivered and nothing more can come, so a process that starts finds what the one before it left
 * undone. In it stands which instance of the bot sends these cards now, and until when it may.
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

    /**
     * An entry as it is stored.
     *
     * @param holder the instance that sends its cards; {@code ""} if none does
     * @param until  when the holder's right ends, unless it was prolonged
     */
    record Kept(SpaceId space, Optional<SessionId> session, String holder, Instant until) {

        Kept(SpaceId space, Optional<SessionId> session, @Nullable String holder, @Nullable Instant until) {
            this.space = space;
            this.session = session;
            this.holder = holder == null ? "" : holder;
            this.until = until == null ? Instant.EPOCH : until;
        }

        static Kept free(Entry entry) {
            return new Kept(entry.space(), entry.session(), "", Instant.EPOCH);
        }

        Entry entry() {
            return new Entry(space, session);
        }

        boolean heldBy(String instance) {
            return holder.equals(instance);
        }

        /** Somebody had it, and his time has run out: he died in the midst of it. */
        boolean abandonedAt(Instant now) {
            return !holder.isEmpty() && !until.isAfter(now);
        }
    }

    /** A second call changes nothing. */
    void keep(Entry entry) {
        documents.create(key(entry), Kept.free(entry));
    }

    /**
     * Gives an entry to an instance, unless another one has it. The write is refused to all but one of those who try at the same time.
     *
     * @return who has it now, and until when
     */
    Kept claim(Entry entry, String instance, Instant now, Instant until) {
        return decide(entry, instance, now, until)
                .or(() -> {
                    keep(entry);
                    return decide(entry, instance, now, until);
                })
                .orElseGet(() -> Kept.free(entry));
    }

    private Optional<Kept> decide(Entry entry, String instance, Instant now, Instant until) {
        return documents.decide(key(entry), Kept.class, (Kept kept) -> {
            if (!kept.heldBy(instance) && kept.until().isAfter(now)) {
                return Decision.leave(kept);
            }
            var mine = new Kept(entry.space(), entry.session(), instance, until);
            return Decision.write(mine, mine);
        });
    }

    /** Takes an entry back from an instance; nothing happens if it is not the one that has it. */
    void release(Entry entry, String instance) {
        documents.decide(
                key(entry),
                Kept.class,
                (Kept kept) -> kept.heldBy(instance) ? Decision.write(Kept.free(entry), true) : Decision.leave(false));
    }

    /** Nothing is left to do for it. */
    void forget(Entry entry) {
        documents.read(key(entry), Kept.class).ifPresent(documents::delete);
    }

    List<Kept> all() {
        var entries = new ArrayList<Kept>();
        for (int n = 0; n < PARTITIONS; n++) {
            documents.all(Query.in(partition(n)), Kept.class).stream()
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
