package nl.balansmonitor.trends;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the sessions of one space say together. It is made of what the team has seen and of nothing else: a score that was not revealed, or
 * of which there were too few, has no part in any number of it, so no difference between two of these tells anything about one either.
 *
 * @param since         the first day that was looked at, in the space's zone; empty for {@link Period#EVERYTHING}
 * @param earlier       whether the space has measured before the period too, so that a longer one says more
 * @param statements    theme after theme, in the deck's order
 * @param themes        those that were measured, in their order
 * @param participation of every closed session, the oldest first
 * @param actions       that were agreed in the period
 */
public record Trend(
        Period period,
        Optional<LocalDate> since,
        boolean earlier,
        List<StatementLine> statements,
        List<ThemeLine> themes,
        List<Participation> participation,
        ActionCounts actions,
        StickerTrend stickers) {

    /** Keeps its own copies of the lists. */
    public Trend {
        statements = List.copyOf(statements);
        themes = List.copyOf(themes);
        participation = List.copyOf(participation);
    }
}
