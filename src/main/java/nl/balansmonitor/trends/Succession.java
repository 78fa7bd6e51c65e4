package nl.balansmonitor.trends;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.statements.Deck;
import nl.balansmonitor.statements.Statement;

/**
 * Under which statement of a deck the readings of each one stand: its own, or the one that took its place. One that was put back into the
 * deck stands for itself again. Each has one heir, the first of several, so that nothing is in two lines.
 */
final class Succession {

    private final List<Statement> inOrder;
    private final Map<StatementId, StatementId> heirs = new HashMap<>();

    Succession(Deck deck) {
        inOrder = Stream.of(deck.statements(), deck.proposed(), deck.retired())
                .flatMap(List::stream)
                .sorted(comparing(Statement::theme))
                .toList();
        // One that was put back comes before those that took its place, and so is its own heir.
        standing(deck).forEach(heir -> deck.lineage(heir).forEach(s -> heirs.putIfAbsent(s, heir)));
    }

    /** Every statement of the deck, theme after theme, in the deck's order; the retired ones at the end of each theme. */
    List<Statement> inOrder() {
        return inOrder;
    }

    /** Empty if the deck has no such statement any more. */
    Optional<StatementId> heirOf(StatementId statement) {
        return Optional.ofNullable(heirs.get(statement));
    }

    /** The statements that can be chosen, and those that nothing took the place of. */
    private List<StatementId> standing(Deck deck) {
        Set<StatementId> replaced = inOrder.stream()
                .flatMap(s -> deck.lineage(s.id()).stream().skip(1))
                .collect(toSet());
        return inOrder.stream()
                .map(Statement::id)
                .filter(s -> deck.offers(s) || !replaced.contains(s))
                .toList();
    }
}
