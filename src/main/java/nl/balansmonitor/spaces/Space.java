package nl.balansmonitor.spaces;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import nl.balansmonitor.documents.Partition;
import nl.balansmonitor.shared.Actor;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.SpaceId;

/**
 * One team's space and its settings.
 *
 * @param language what the channel's cards are written in
 * @param zone     in which dates and hours of this team are meant
 * @param leaders  who may start, plan and steer, the first one first; empty until somebody is known
 * @param removedAt when the bot was taken out of it; empty while it is there
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Space(
        SpaceId id, Language language, ZoneId zone, SequencedSet<MemberId> leaders, Optional<Instant> removedAt) {

    /** Keeps its own copy of the leaders. */
    public Space {
        leaders = new LinkedHashSet<>(leaders);
    }

    /** The partition in which everything of this space is kept, and nothing else. */
    public static Partition partition(SpaceId space) {
        return new Partition(space.value());
    }

    /** This member, with the standing that he has here. */
    public Actor actor(MemberId member) {
        return new Actor(member, leaders.contains(member));
    }

    Space ledBy(MemberId leader) {
        var more = new LinkedHashSet<>(leaders);
        more.add(leader);
        return new Space(id, language, zone, more, removedAt);
    }

    Space removed(Instant moment) {
        return new Space(id, language, zone, leaders, Optional.of(moment));
    }

    Space returned() {
        return new Space(id, language, zone, leaders, Optional.empty());
    }
}
