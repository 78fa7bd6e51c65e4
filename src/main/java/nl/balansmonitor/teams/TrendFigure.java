package nl.balansmonitor.teams;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import nl.balansmonitor.sessions.Distribution;
import nl.balansmonitor.trends.StatementLine;
import nl.balansmonitor.trends.ThemeLine;

/**
 * One figure of a line, to be written or drawn.
 *
 * @param mean empty for a gap
 */
record TrendFigure(Instant at, OptionalDouble mean) {

    static List<TrendFigure> of(StatementLine line) {
        return line.points().stream()
                .map(p -> new TrendFigure(
                        p.at(),
                        p.shown().stream().mapToDouble(Distribution::mean).findFirst()))
                .toList();
    }

    static List<TrendFigure> of(ThemeLine line) {
        return line.points().stream()
                .map(p -> new TrendFigure(p.at(), p.mean()))
                .toList();
    }
}
