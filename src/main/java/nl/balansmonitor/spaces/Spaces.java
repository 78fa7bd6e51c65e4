package nl.balansmonitor.spaces;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import nl.balansmonitor.documents.Decision;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.Key;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.SpaceId;
import org.springframework.stereotype.Service;

/** The spaces that the bot was ever spoken to in. */
@Service
public class Spaces {

    private final Documents documents;
    private final Memberships memberships;
    private final SpaceProperties defaults;
    private final Clock clock;

    Spaces(Documents documents, Memberships memberships, SpaceProperties defaults, Clock clock) {
        this.documents = documents;
        this.memberships = memberships;
        this.defaults = defaults;
        this.clock = clock;
    }

    /** The space with this id; made with the default settings and without leaders if it is new. */
    public Space of(SpaceId id) {
        Optional<Space> known = find(id);
        if (known.isPresent()) {
            return known.get();
        }
        var fresh = new Space(id, defaults.language(), defaults.zone(), new LinkedHashSet<>(), Optional.empty());
        return documents.create(key(id), fresh).isPresent() ? fresh : find(id).orElse(fresh);
    }

    /** Makes this member the leader of a space that has none; where somebody leads already, nothing changes. */
    public Space ledAtFirstBy(SpaceId id, MemberId member) {
        return ledAtFirstBy(id, member, List.of());
    }

    /**
     * Makes this member a leader of a space that has none, or whose leaders have all left: a team must not be stuck because one person
     * went. Otherwise nothing changes.
     *
     * @param present the members there are now; empty if that isn't known, and then nobody counts as having left
     */
    public Space ledAtFirstBy(SpaceId id, MemberId member, Collection<MemberId> present) {
        Space before = of(id);
        Space space = documents
                .decide(
                        key(id),
                        Space.class,
                        (Space now) -> now.leaders().isEmpty() || allLeft(now, present)
                                ? Decision.write(now.ledBy(member), now.ledBy(member))
                                : Decision.leave(now))
                .orElse(before);
        if (space.leaders().contains(member)) {
            memberships.note(member, id);
        }
        return space;
    }

    private static boolean allLeft(Space space, Collection<MemberId> present) {
        return !present.isEmpty() && space.leaders().stream().noneMatch(present::contains);
    }

    /** Empty if the bot was never spoken to there. */
    public Optional<Space> find(SpaceId id) {
        return documents.read(key(id), Space.class).map(d -> d.content());
    }

    /** Forgets that the bot was taken out of this space; one that it never knew stays unknown. */
    public Optional<Space> returned(SpaceId id) {
        return documents.decide(
                key(id),
                Space.class,
                (Space space) -> space.removedAt().isEmpty()
                        ? Decision.leave(space)
                        : Decision.write(space.returned(), space.returned()));
    }

    /**
     * Remembers that the bot was taken out of this space; a second call keeps the first moment, and one that it never knew stays unknown.
     *
     * @return whether that is news: of several calls, also at once and by several instances, one is told so
     */
    public boolean removed(SpaceId id) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return documents
                .decide(
                        key(id),
                        Space.class,
                        (Space space) -> space.removedAt().isPresent()
                                ? Decision.leave(false)
                                : Decision.write(space.removed(now), true))
                .orElse(false);
    }

    private static Key key(SpaceId id) {
        return Space.partition(id).key("space");
    }
}
