package nl.balansmonitor.sessions;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import nl.balansmonitor.shared.StatementId;

/**
 * What a sticker round came to.
 *
 * <p>Where fewer members placed a sticker than the minimum of reactions, nothing is kept but how many took part. Not even the order of the
 * statements: of one member it would be his choice itself, and of two each could work out the other's from his own. Members who took part
 * without placing anything do not count towards the minimum, as nobody can hide behind an empty ballot. Such a team chooses by talking.
 *
 * @param participants how many took part, those without a sticker included
 * @param ranking      every statement of the round, the most stickers first, equals in the round's order; empty below the minimum
 */
public record Tally(int participants, List<Ranked> ranking) {

    /** Keeps its own copy of the ranking. */
    public Tally {
        ranking = List.copyOf(ranking);
    }

    /**
     * One statement's place.
     *
     * @param rank 1 for the most stickers; equals share a rank, and the next one counts on behind them: 1, 2, 2, 4
     */
    public record Ranked(int rank, StatementId statement, int stickers) {}

    /**
     * The statements that matter most.
     *
     * @param statements so many as were asked for, or fewer if fewer have a sticker
     * @param tied       those of equal rank of which some are in and others fell out, so that a person should decide; empty as a rule
     */
    public record Focus(List<StatementId> statements, List<StatementId> tied) {}

    /** Whether too few members placed stickers to keep the ranking; says nothing of whether there were any. */
    public boolean withheld() {
        return ranking.isEmpty();
    }

    /** The first so many of the ranking that have a sticker. */
    public Focus focus(int count) {
        List<Ranked> chosen = ranking.stream().filter(r -> r.stickers() > 0).toList();
        if (chosen.size() <= count) {
            return new Focus(statements(chosen), List.of());
        }
        int lastIn = chosen.get(count - 1).rank();
        List<Ranked> tied = lastIn == chosen.get(count).rank()
                ? chosen.stream().filter(r -> r.rank() == lastIn).toList()
                : List.of();
        return new Focus(statements(chosen.subList(0, count)), statements(tied));
    }

    /** @param minimum of members who placed a sticker */
    static Tally of(List<StatementId> statements, Collection<Stickers> ballots, int minimum) {
        long placing = ballots.stream().filter(b -> b.total() > 0).count();
        if (placing < minimum) {
            return new Tally(ballots.size(), List.of());
        }
        List<Integer> counts = statements.stream().map(s -> count(ballots, s)).toList();
        List<Ranked> ranking = statements.stream()
                .map(s -> {
                    int stickers = count(ballots, s);
                    return new Ranked(
                            1 + (int) counts.stream().filter(c -> c > stickers).count(), s, stickers);
                })
                .sorted(Comparator.comparingInt(Ranked::rank))
                .toList();
        return new Tally(ballots.size(), ranking);
    }

    private static int count(Collection<Stickers> ballots, StatementId statement) {
        return ballots.stream().mapToInt(b -> b.on(statement)).sum();
    }

    private static List<StatementId> statements(List<Ranked> ranked) {
        return ranked.stream().map(Ranked::statement).toList();
    }
}
