package nl.balansmonitor.trends;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.statements.Deck;

/** Makes the lines of a deck's statements, and judges all their changes together. */
final class StatementLines {

    private static final double ALPHA = 0.05;

    private StatementLines() {}

    /** A line for every statement that was measured, theme after theme, in the deck's order; those retired at each theme's end. */
    static List<StatementLine> over(List<Measurement> measurements, Deck deck) {
        var succession = new Succession(deck);
        Map<StatementId, List<Point>> points = measurements.stream()
                .flatMap(measurement -> points(measurement, succession))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        Map<StatementId, Comparison> comparisons = comparisons(points);
        return succession.inOrder().stream()
                .filter(s -> points.containsKey(s.id()))
                .map(s -> new StatementLine(
                        s,
                        !deck.offers(s.id()),
                        points.getOrDefault(s.id(), List.of()),
                        Optional.ofNullable(comparisons.get(s.id()))))
                .toList();
    }

    /** What one session adds to which line. */
    private static Stream<Map.Entry<StatementId, Point>> points(Measurement measurement, Succession succession) {
        return measurement.readings().stream()
                .flatMap(reading ->
                        succession
                                .heirOf(reading.statement())
                                .map(heir -> Map.entry(heir, Point.of(measurement, reading)))
                                .stream());
    }

    private static Map<StatementId, Comparison> comparisons(Map<StatementId, List<Point>> points) {
        Map<StatementId, Change> changes = new HashMap<>();
        points.forEach((id, line) -> Change.in(line).ifPresent(change -> changes.put(id, change)));
        double level = Tarone.level(
                ALPHA,
                changes.values().stream().map(c -> c.test().smallestPValue()).toList());
        Map<StatementId, Comparison> comparisons = new HashMap<>();
        changes.forEach((id, change) -> comparisons.put(id, change.judged(level)));
        return comparisons;
    }

    /** A change that is not judged yet: that takes all of them. */
    private record Change(Point first, Point newest, Direction direction, PermutationTest test) {

        static Optional<Change> in(List<Point> line) {
            List<Point> shown = line.stream().filter(p -> p.shown().isPresent()).toList();
            return shown.size() < 2 ? Optional.empty() : between(shown.getFirst(), shown.getLast());
        }

        private static Optional<Change> between(Point first, Point newest) {
            return first.shown()
                    .flatMap(earlier -> newest.shown()
                            .filter(later -> Math.max(earlier.total(), later.total()) <= PermutationTest.MOST)
                            .map(later -> new Change(
                                    first,
                                    newest,
                                    Direction.between(earlier, later),
                                    PermutationTest.between(earlier, later))));
        }

        Comparison judged(double level) {
            return new Comparison(first, newest, direction, test.pValue(), Verdict.of(test, level));
        }
    }
}
