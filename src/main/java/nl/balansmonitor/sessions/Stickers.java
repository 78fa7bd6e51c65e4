package nl.balansmonitor.sessions;

import java.util.Map;
import java.util.stream.Collectors;
import nl.balansmonitor.shared.StatementId;

/**
 * What one member placed, or asks to place, on the statements of a round. As a ballot it holds no name and no time: its document's id is a
 * pseudonym.
 *
 * @param placed how many on each statement; those without a sticker are left out
 */
public record Stickers(Map<StatementId, Integer> placed) {

    /** Leaves out the statements without a sticker. */
    public Stickers {
        placed = placed.entrySet().stream()
                .filter(e -> e.getValue() != 0)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How many on this statement. */
    public int on(StatementId statement) {
        return placed.getOrDefault(statement, 0);
    }

    /** How many in all. */
    public long total() {
        return placed.values().stream().mapToLong(Integer::longValue).sum();
    }
}
