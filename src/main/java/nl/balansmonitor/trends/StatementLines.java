package nl.balansmonitor.trends;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.statements.Deck;
import nl.balansmonitor.statements.Statement;

/** Makes the lines of a deck's statements, and judges all their changes together. */
final class StatementLines {

    private static final double ALPHA = 0.05;

    private final Deck deck;
    private final Map<StatementId, List<Point>> points = new HashMap<>();

    private StatementLines(Deck deck) {
        this.deck = deck;
    }

    /** A line for every statement that was measured, theme after theme, in the deck's order; those retired at each theme's end. */
    static List<StatementLine> over(List<Measurement> measurements, Deck deck) {
        var lines = new StatementLines(deck);
        Map<StatementId, StatementId> heirs = lines.heirs();
        for (Measurement measurement : measurements) {
            measurement
                    .readings()
                    .forEach(r -> Optional.ofNullable(heirs.get(r.statement()))
                            .ifPresent(heir -> lines.points
                                    .computeIfAbsent(heir, h -> new ArrayList<>())
                                    .add(Point.of(measurement, r))));
        }
        return lines.judged();
    }

    private List<StatementLine> judged() {
        Map<StatementId, Change> changes = new HashMap<>();
        points.forEach((id, line) -> Change.in(line).ifPresent(change -> changes.put(id, change)));
        double level = Tarone.level(
                ALPHA,
                changes.values().stream().map(c -> c.test().smallestPValue()).toList());
        return inOrder()
                .filter(s -> points.containsKey(s.id()))
                .map(s -> new StatementLine(
                        s,
                        !deck.offers(s.id()),
                        points.getOrDefault(s.id(), List.of()),
                        Optional.ofNullable(changes.get(s.id())).map(change -> change.judged(level))))
                .toList();
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

    /**
     * Under which statement each one's readings stand: its own, or the one that took its place. One that was put back into the deck stands
     * for itself again. Every statement has one heir, so that nothing is in two lines.
     */
    private Map<StatementId, StatementId> heirs() {
        SequencedSet<StatementId> standing = standing();
        Map<StatementId, StatementId> heirs = new HashMap<>();
        for (StatementId heir : standing) {
            deck.lineage(heir).stream()
                    .takeWhile(s -> s.equals(heir) || !standing.contains(s))
                    .forEach(s -> heirs.putIfAbsent(s, heir));
        }
        return heirs;
    }

    /** The statements that can be chosen, and those that nothing took the place of. */
    private SequencedSet<StatementId> standing() {
        List<StatementId> all = inOrder().map(Statement::id).toList();
        var replaced =
                all.stream().flatMap(s -> deck.lineage(s).stream().skip(1)).collect(Collectors.toSet());
        return all.stream()
                .filter(s -> deck.offers(s) || !replaced.contains(s))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Stream<Statement> inOrder() {
        return Stream.of(deck.statements(), deck.proposed(), deck.retired())
                .flatMap(List::stream)
                .sorted(comparing(Statement::theme));
    }
}
