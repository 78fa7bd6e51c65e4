package nl.balansmonitor.trends;

import java.util.List;
import java.util.Optional;
import nl.balansmonitor.statements.Statement;

/**
 * One statement over the sessions.
 *
 * @param statement  in its present words; it goes on where a statement ended whose place it took
 * @param retired    whether it can't be chosen any more
 * @param points     the oldest first, gaps among them; at least one
 * @param comparison empty with fewer than two points that are shown, or with more reactions than the test takes, 500
 */
public record StatementLine(Statement statement, boolean retired, List<Point> points, Optional<Comparison> comparison) {

    /** Keeps its own copy of the points. */
    public StatementLine {
        points = List.copyOf(points);
    }
}
