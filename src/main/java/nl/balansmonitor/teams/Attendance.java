package nl.balansmonitor.teams;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.spaces.Memberships;
import org.springframework.stereotype.Component;

/**
 * Remembers of everybody in a space that it is his too, so that he finds it from his own chat. Of everybody alike: it must not tell who
 * took part.
 */
@Component
class Attendance {

    private static final int MOST_REMEMBERED = 2_000;

    private final Memberships memberships;
    private final Cache<SpaceId, Set<MemberId>> noted =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    Attendance(Memberships memberships) {
        this.memberships = memberships;
    }

    /** Cheap for whoever was noted before. */
    void note(SpaceId space, List<Member> members) {
        Set<MemberId> known = noted.get(space, id -> ConcurrentHashMap.newKeySet());
        members.stream().map(Member::id).filter(id -> !known.contains(id)).forEach(id -> {
            memberships.note(id, space);
            known.add(id);
        });
    }
}
