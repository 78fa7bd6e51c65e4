package nl.balansmonitor.statements;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Optional;
import nl.balansmonitor.documents.Decision;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.Key;
import nl.balansmonitor.shared.Pseudonyms;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.spaces.Space;
import org.springframework.stereotype.Component;

/** The secrets of the flags: one per space, for one calendar month of its zone. */
@Component
class FlagKeys {

    private final Documents documents;
    private final Clock clock;
    private final SecureRandom random;

    FlagKeys(Documents documents, Clock clock, SecureRandom random) {
        this.documents = documents;
        this.clock = clock;
        this.random = random;
    }

    YearMonth month(Space space) {
        return YearMonth.now(clock.withZone(space.zone()));
    }

    /** The secret of this month; made if there is none, and put in the place of an earlier month's. */
    FlagKey current(Space space) {
        var fresh = new FlagKey(month(space), Pseudonyms.randomKey(random), false);
        return renewed(space.id(), fresh)
                .or(() -> documents.create(key(space.id()), fresh).map(Document::content))
                .or(() -> renewed(space.id(), fresh))
                .orElse(fresh);
    }

    /** Whether anybody ever flagged anything here. */
    boolean any(SpaceId space) {
        return documents.read(key(space), FlagKey.class).isPresent();
    }

    /** Makes the store forget for good the secret that was before this one. */
    void eraseTraces(SpaceId space, FlagKey known) {
        if (known.tracesLeft()) {
            documents.eraseTraces();
            documents.decide(
                    key(space),
                    FlagKey.class,
                    (FlagKey now) ->
                            now.equals(known) ? Decision.write(now.withoutTraces(), now) : Decision.leave(now));
        }
    }

    /** A month later than ours is another instance's, whose clock is ahead: it holds. */
    private Optional<FlagKey> renewed(SpaceId space, FlagKey fresh) {
        return documents.decide(key(space), FlagKey.class, (FlagKey now) -> {
            FlagKey next = fresh.withTraces();
            return now.month().isBefore(fresh.month()) ? Decision.write(next, next) : Decision.leave(now);
        });
    }

    private static Key key(SpaceId space) {
        return Space.partition(space).key("flags");
    }
}
