package nl.balansmonitor.rhythm;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.balansmonitor.documents.Decision;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.Key;
import nl.balansmonitor.documents.Query;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.spaces.Space;
import org.springframework.stereotype.Component;

/** Where plans are kept, and what became of their occasions. */
@Component
class PlanStore {

    private static final String OCCASION = "occasion:";

    private final Documents documents;

    PlanStore(Documents documents) {
        this.documents = documents;
    }

    /**
     * The plan of a space and how far it was handled.
     *
     * @param plan    empty once it was called off
     * @param handled up to and including this day of the plan nothing is left to do
     * @param since   what the plan had before that, and nobody touched, never was
     */
    record Kept(Optional<Plan> plan, LocalDate handled, Instant since) {}

    Optional<Kept> find(SpaceId space) {
        return documents.read(plan(space), Kept.class).map(Document::content);
    }

    void set(SpaceId space, Kept wanted) {
        if (documents.create(plan(space), wanted).isEmpty()) {
            documents.decide(plan(space), Kept.class, (Kept before) -> Decision.write(wanted, wanted));
        }
    }

    /** Goes on to this day, unless the plan has changed meanwhile. */
    void handled(SpaceId space, Kept seen, LocalDate upTo) {
        documents.decide(
                plan(space),
                Kept.class,
                (Kept now) -> now.equals(seen)
                        ? Decision.write(new Kept(now.plan(), upTo, now.since()), true)
                        : Decision.leave(false));
    }

    Optional<Occasion> occasion(SpaceId space, LocalDate date) {
        return documents.read(key(space, date), Occasion.class).map(Document::content);
    }

    /** Those of these days that anything is known of. */
    Map<LocalDate, Occasion> occasions(SpaceId space, Collection<LocalDate> dates) {
        List<String> ids = dates.stream().map(date -> OCCASION + date).toList();
        return documents.readMany(Space.partition(space), ids, Occasion.class).stream()
                .map(Document::content)
                .collect(Collectors.toMap(Occasion::date, occasion -> occasion));
    }

    /** Those that are still to come and that somebody was told of, or moved, or skipped. */
    List<Occasion> pending(SpaceId space) {
        return Stream.of(Occasion.State.PLANNED, Occasion.State.ANNOUNCED, Occasion.State.SKIPPED)
                .flatMap(state -> documents
                        .all(
                                Query.in(Space.partition(space))
                                        .idsStartingWith(OCCASION)
                                        .where("state", state.name()),
                                Occasion.class)
                        .stream())
                .map(Document::content)
                .toList();
    }

    /**
     * Changes an occasion.
     *
     * @param seen what it is if nothing is known of it yet
     * @param next from what it is now; the same to leave it so
     * @return what it is then
     */
    Occasion change(SpaceId space, Occasion seen, UnaryOperator<Occasion> next) {
        Key key = key(space, seen.date());
        Occasion fresh = next.apply(seen);
        if (documents.create(key, fresh).isPresent()) {
            return fresh;
        }
        return documents
                .decide(key, Occasion.class, (Occasion now) -> {
                    Occasion changed = next.apply(now);
                    return changed.equals(now) ? Decision.leave(now) : Decision.write(changed, changed);
                })
                .orElse(fresh);
    }

    private static Key plan(SpaceId space) {
        return Space.partition(space).key("plan");
    }

    private static Key key(SpaceId space, LocalDate date) {
        return Space.partition(space).key(OCCASION + date);
    }
}
