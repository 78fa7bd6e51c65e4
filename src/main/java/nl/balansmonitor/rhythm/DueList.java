package nl.balansmonitor.rhythm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.balansmonitor.documents.Decision;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.Key;
import nl.balansmonitor.documents.Partition;
import nl.balansmonitor.documents.Query;
import org.springframework.stereotype.Service;

/**
 * What is due when, of all spaces together. It is kept by the hour, so that finding what is due costs what is due, however many spaces
 * there are. Nothing is missed while nobody looked: the hours since are gone through one by one, up to {@value #MOST_HOURS} at a time.
 *
 * <p>Several instances of the bot may look at once; their clocks may differ by minutes.
 */
@Service
public class DueList {

    /** Of hours to go through at one look, some six weeks; after a longer sleep the next look goes on. */
    static final int MOST_HOURS = 1_000;

    /** An hour may still get entries from an instance whose clock is behind. */
    private static final Duration SLACK = Duration.ofMinutes(30);

    private static final Key CURSOR = new Partition("due").key("cursor");

    private final Documents documents;
    private final Clock clock;

    DueList(Documents documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * The hour from which on something may be left.
     *
     * @param hour its beginning
     */
    record Cursor(Instant hour) {}

    /**
     * Adds something; what lies in the past is due at once. The same kind and subject at another moment stand beside each other. Once this
     * returned it is not forgotten: who is at work on it since before is not {@link #done} with what was added here. A second call adds
     * nothing more.
     */
    public void add(Due due) {
        Instant now = clock.instant();
        Instant hour = hourOf(due.at().isBefore(now) ? now : due.at());
        documents.create(CURSOR, new Cursor(hourOf(now)));
        Key key = key(hour, due);
        boolean onTheList = false;
        while (!onTheList) {
            onTheList = documents.create(key, due).isPresent() || renew(key, due);
        }
    }

    /** Makes a new version of what is there; false if it was taken off in between. */
    private boolean renew(Key key, Due due) {
        return documents
                .decide(key, Due.class, (Due there) -> Decision.write(due, due))
                .isPresent();
    }

    /** What is due now, the earliest first. It stays so until it is {@link #done}. */
    public List<Document<Due>> due() {
        Instant now = clock.instant();
        Optional<Instant> first = cursor(now);
        if (first.isEmpty()) {
            return List.of();
        }
        var due = new ArrayList<Document<Due>>();
        boolean allDone = true;
        Instant hour = first.get();
        Instant done = hour;
        for (int hours = 0; hours < MOST_HOURS && !hour.isAfter(now); hours++) {
            List<Document<Due>> ofHour = documents.all(Query.in(partition(hour)), Due.class);
            ofHour.stream().filter(d -> !d.content().at().isAfter(now)).forEach(due::add);
            Instant next = hour.plus(1, ChronoUnit.HOURS);
            allDone &= ofHour.isEmpty() && !next.plus(SLACK).isAfter(now);
            done = allDone ? next : done;
            hour = next;
        }
        if (done.isAfter(first.get())) {
            advance(first.get(), done);
        }
        due.sort(Comparator.comparing(d -> d.content().at()));
        return due;
    }

    /** Takes something off the list that was {@link #due()}, unless it was added again since. A second call changes nothing. */
    public void done(Document<Due> handled) {
        documents.delete(handled);
    }

    /** Where to begin; a clock that was ahead may have moved the cursor on too far. */
    private Optional<Instant> cursor(Instant now) {
        return documents.decide(CURSOR, Cursor.class, (Cursor found) -> {
            boolean ahead = found.hour().isAfter(now);
            return ahead ? Decision.write(new Cursor(hourOf(now)), hourOf(now)) : Decision.leave(found.hour());
        });
    }

    private void advance(Instant from, Instant to) {
        documents.decide(
                CURSOR,
                Cursor.class,
                (Cursor now) -> now.hour().equals(from) ? Decision.write(new Cursor(to), to) : Decision.leave(to));
    }

    private static Instant hourOf(Instant moment) {
        return moment.truncatedTo(ChronoUnit.HOURS);
    }

    private static Partition partition(Instant hour) {
        return new Partition("due:" + hour);
    }

    private static Key key(Instant hour, Due due) {
        return partition(hour)
                .key("%s:%s:%s:%d"
                        .formatted(
                                due.kind().name().toLowerCase(Locale.ROOT),
                                due.space(),
                                due.subject(),
                                due.at().getEpochSecond()));
    }
}
