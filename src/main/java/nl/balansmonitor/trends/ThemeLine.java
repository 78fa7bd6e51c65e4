package nl.balansmonitor.trends;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import nl.balansmonitor.sessions.Distribution;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.statements.Theme;

/**
 * One theme over the sessions. It has no test of its own: the same people scored several of its statements, which sessions choose anew each
 * time, and a mean of these is no sample of anything. It tells of its statements' changes instead.
 *
 * @param points   the sessions that asked about it, the oldest first
 * @param compared for how many of its statements there is a first and a newest point
 * @param warmer   for how many of those it is warmer now, more than chance explains
 * @param colder   for how many it is colder
 */
public record ThemeLine(Theme theme, List<ThemePoint> points, int compared, int warmer, int colder) {

    /** Keeps its own copy of the points. */
    public ThemeLine {
        points = List.copyOf(points);
    }

    /**
     * What one session said about a theme.
     *
     * @param at         the session's moment
     * @param statements of how many statements the scores are shown; only these count
     * @param mean       the mean of these statements' means; empty, a gap in the line, if there are none
     */
    public record ThemePoint(SessionId session, Instant at, int statements, OptionalDouble mean) {

        private static ThemePoint of(List<Point> points) {
            List<Distribution> shown =
                    points.stream().map(Point::shown).flatMap(Optional::stream).toList();
            return new ThemePoint(
                    points.getFirst().session(),
                    points.getFirst().at(),
                    shown.size(),
                    shown.stream().mapToDouble(Distribution::mean).average());
        }
    }

    /** The lines of all themes that were measured, in the themes' order. */
    static List<ThemeLine> over(List<StatementLine> statements) {
        return statements.stream()
                .collect(groupingBy(line -> line.statement().theme(), TreeMap::new, toList()))
                .entrySet()
                .stream()
                .map(theme -> of(theme.getKey(), theme.getValue()))
                .toList();
    }

    private static ThemeLine of(Theme theme, List<StatementLine> lines) {
        List<ThemePoint> points = lines.stream()
                .flatMap(line -> line.points().stream())
                .sorted(comparing(Point::at))
                .collect(groupingBy(Point::session, LinkedHashMap::new, toList()))
                .values()
                .stream()
                .map(ThemePoint::of)
                .toList();
        List<Comparison> comparisons =
                lines.stream().flatMap(line -> line.comparison().stream()).toList();
        return new ThemeLine(
                theme,
                points,
                comparisons.size(),
                clearly(Direction.WARMER, comparisons),
                clearly(Direction.COLDER, comparisons));
    }

    private static int clearly(Direction way, List<Comparison> comparisons) {
        return (int) comparisons.stream().filter(c -> c.clearly(way)).count();
    }
}
