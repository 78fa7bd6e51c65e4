package nl.balansmonitor.statements;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.statements.OwnStatement.State;

/**
 * In what a space's deck differs from the ready-made one. It is one document, not one per statement: a change that concerns two
 * statements is then one write, two people can't add the same sentence at the same moment, and a deck costs one point read. The texts of
 * a few hundred statements stay far below what a document may hold.
 *
 * @param own     every statement of the team's own that there is, in the order in which they came
 * @param retired the ready-made ones that this team no longer chooses from
 */
record DeckChanges(List<OwnStatement> own, SequencedSet<StatementId> retired) {

    static final DeckChanges NONE = new DeckChanges(List.of(), new LinkedHashSet<>());

    DeckChanges {
        own = List.copyOf(own);
        retired = new LinkedHashSet<>(retired);
    }

    Optional<OwnStatement> find(StatementId id) {
        return own.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /** How many of its own the team can choose or has up for stickers. */
    long inUse() {
        return own.stream().filter(s -> s.state() != State.RETIRED).count();
    }

    DeckChanges with(OwnStatement another) {
        return new DeckChanges(Stream.concat(own.stream(), Stream.of(another)).toList(), retired);
    }

    DeckChanges without(Predicate<OwnStatement> gone) {
        return new DeckChanges(own.stream().filter(gone.negate()).toList(), retired);
    }

    /** Takes a statement out of the deck, own or ready-made. */
    DeckChanges retiring(StatementId id) {
        return find(id).isPresent() ? moving(id, State.RETIRED) : retired(more -> more.add(id));
    }

    /** Puts a statement back into the deck. */
    DeckChanges restoring(StatementId id) {
        return find(id).isPresent() ? moving(id, State.ACTIVE) : retired(fewer -> fewer.remove(id));
    }

    private DeckChanges moving(StatementId id, State state) {
        return new DeckChanges(
                own.stream().map(s -> s.id().equals(id) ? s.in(state) : s).toList(), retired);
    }

    private DeckChanges retired(Predicate<SequencedSet<StatementId>> change) {
        var changed = new LinkedHashSet<>(retired);
        return change.test(changed) ? new DeckChanges(own, changed) : this;
    }
}
