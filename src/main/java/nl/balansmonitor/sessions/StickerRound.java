package nl.balansmonitor.sessions;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.balansmonitor.shared.StatementId;

/**
 * A round in which every member has some stickers to place on the statements that matter most to him; several may go on one.
 *
 * @param statements {@value #FEWEST_STATEMENTS} to {@value #MOST_STATEMENTS} different ones, in the order in which they are shown
 * @param budget     how many stickers a member has, 1 to {@value #LARGEST_BUDGET}
 * @param tally      empty until the round is closed and counted
 */
public record StickerRound(List<StatementId> statements, int budget, Optional<Tally> tally) {

    public static final int FEWEST_STATEMENTS = 2;
    public static final int MOST_STATEMENTS = 30;
    public static final int LARGEST_BUDGET = 10;

    /** Rejects a round that could not be played. */
    public StickerRound {
        statements = List.copyOf(statements);
        if (!holds(statements.size()) || Set.copyOf(statements).size() < statements.size()) {
            throw new IllegalArgumentException("not 2 to 30 different statements: " + statements);
        }
        if (!allows(budget)) {
            throw new IllegalArgumentException("not 1 to 10 stickers: " + budget);
        }
    }

    StickerRound(List<StatementId> statements, int budget) {
        this(statements, budget, Optional.empty());
    }

    /** How many stickers to give each member for so many statements: 3 for up to 6, 4 for up to 12, 5 above. */
    public static int suggestedBudget(int statements) {
        if (statements <= 6) {
            return 3;
        }
        return statements <= 12 ? 4 : 5;
    }

    static boolean holds(int statements) {
        return statements >= FEWEST_STATEMENTS && statements <= MOST_STATEMENTS;
    }

    static boolean allows(int budget) {
        return budget >= 1 && budget <= LARGEST_BUDGET;
    }

    StickerRound counted(Tally result) {
        return new StickerRound(statements, budget, Optional.of(result));
    }
}
