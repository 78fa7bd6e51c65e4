package nl.balansmonitor.statements;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.shared.StatementId;
import org.springframework.stereotype.Service;

/**
 * The deck of every space. What can be chosen is read each time, one point read; the words of a statement, which every card needs and
 * which never change, are remembered: that stays right however many instances of the bot there are, since one that it has not heard of
 * is looked up.
 */
@Service
public class Decks {

    private static final int MOST_REMEMBERED = 1_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final DeckStore store;
    private final Cache<SpaceId, Deck> seen = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterAccess(REMEMBERED)
            .build();

    Decks(DeckStore store) {
        this.store = store;
    }

    /** The deck as it is now; the ready-made one for a space that changed nothing. */
    public Deck of(SpaceId space) {
        Optional<Deck> changed = store.find(space).map(Deck::new);
        changed.ifPresent(deck -> seen.put(space, deck));
        return changed.orElse(Deck.READY_MADE);
    }

    /**
     * A statement that this space is known to have or to have had. Reads nothing if it is ready-made or was seen lately.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Statement statement(SpaceId space, StatementId id) {
        return Deck.READY_MADE
                .find(id)
                .or(() -> Optional.ofNullable(seen.getIfPresent(space)).flatMap(deck -> deck.find(id)))
                .orElseGet(() -> of(space).get(id));
    }
}
