package nl.balansmonitor.teams;

import java.time.Instant;
import java.time.LocalDate;
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
import nl.balansmonitor.shared.ActionId;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whose cards may differ from what Teams shows: sessions, reminders, and what spaces plan or propose to discuss. An entry is written before anything is
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

    /** What has cards, by what they are about. */
    enum Kind {
        SESSION,

        /** What a space proposes to discuss; these belong to no session. */
        PROPOSALS,

        /** The reminders of one action. */
        REMINDER,

        /** A planned session, before it begins and if it doesn't. */
        OCCASION,

        /** What the bot says where it was added. */
        WELCOME
    }

    /**
     * What has cards.
     *
     * @param subject tells it from all others of its kind in its space; {@code ""} if there is one of a kind
     */
    record Entry(SpaceId space, Kind kind, String subject) {

        static Entry of(Session session) {
            return of(session.space(), session.id());
        }

        static Entry of(SpaceId space, SessionId session) {
            return new Entry(space, Kind.SESSION, session.value());
        }

        static Entry ofProposals(SpaceId space) {
            return new Entry(space, Kind.PROPOSALS, "");
        }

        static Entry ofReminders(SpaceId space, ActionId action) {
            return new Entry(space, Kind.REMINDER, action.value());
        }

        static Entry ofOccasion(SpaceId space, LocalDate date) {
            return new Entry(space, Kind.OCCASION, date.toString());
        }

        /** @param nth how often it was added there */
        static Entry ofWelcome(SpaceId space, int nth) {
            return new Entry(space, Kind.WELCOME, Integer.toString(nth));
        }

        /** Tells it from all others of its space. */
        String name() {
            return switch (kind) {
                case SESSION -> subject;
                case PROPOSALS -> "proposals";
                case REMINDER -> "reminder:" + subject;
                case OCCASION -> "occasion:" + subject;
                case WELCOME -> "welcome:" + subject;
            };
        }
    }

    /**
     * An entry as it is stored.
     *
     * @param holder the instance that sends its cards; {@code ""} if none does
     * @param until  when the holder's right ends, unless it was prolonged
     */
    record Kept(SpaceId space, Kind kind, String subject, String holder, Instant until) {

        Kept(SpaceId space, Kind kind, String subject, @Nullable String holder, @Nullable Instant until) {
            this.space = space;
            this.kind = kind;
            this.subject = subject;
            this.holder = holder == null ? "" : holder;
            this.until = until == null ? Instant.EPOCH : until;
        }

        static Kept free(Entry entry) {
            return heldBy(entry, "", Instant.EPOCH);
        }

        static Kept heldBy(Entry entry, String holder, Instant until) {
            return new Kept(entry.space(), entry.kind(), entry.subject(), holder, until);
        }

        Entry entry() {
            return new Entry(space, kind, subject);
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
            var mine = Kept.heldBy(entry, instance, until);
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
                .key(entry.space() + ":" + entry.name());
    }

    private static Partition partition(int n) {
        return new Partition("outbox:" + n);
    }
}
