package nl.balansmonitor.statements;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableList;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.balansmonitor.shared.StatementId;

/** The statements of one space as they are at one moment. An immutable value. */
public final class Deck {

    /** The deck of a team that changed nothing. */
    static final Deck READY_MADE = new Deck(DeckChanges.NONE);

    private final List<Statement> statements;
    private final List<Statement> proposed;
    private final List<Statement> retired;
    private final List<StatementId> own;
    private final Map<StatementId, Statement> known = new HashMap<>();
    private final Map<StatementId, StatementId> predecessors = new HashMap<>();

    Deck(DeckChanges changes) {
        var written = changes.own();
        own = written.stream().map(OwnStatement::id).toList();
        statements = Stream.concat(
                        ReadyMade.STATEMENTS.stream()
                                .filter(s -> !changes.retired().contains(s.id())),
                        in(OwnStatement.State.ACTIVE, written))
                .toList();
        proposed = in(OwnStatement.State.PROPOSED, written).toList();
        retired = Stream.concat(
                        ReadyMade.STATEMENTS.stream()
                                .filter(s -> changes.retired().contains(s.id())),
                        in(OwnStatement.State.RETIRED, written))
                .toList();
        Stream.of(statements, proposed, retired).flatMap(List::stream).forEach(s -> known.put(s.id(), s));
        written.forEach(s -> s.predecessor().ifPresent(before -> predecessors.put(s.id(), before)));
    }

    /** What can be chosen now: the ready-made ones, theme after theme, then the team's own in the order in which they came. */
    public List<Statement> statements() {
        return statements;
    }

    /** What can be chosen now by theme, in the themes' order; a theme without any is left out. Unmodifiable. */
    public SortedMap<Theme, List<Statement>> byTheme() {
        SortedMap<Theme, List<Statement>> themes =
                statements.stream().collect(groupingBy(Statement::theme, TreeMap::new, toUnmodifiableList()));
        return Collections.unmodifiableSortedMap(themes);
    }

    /** What was handed in and is up for stickers, in the order in which it came. */
    public List<Statement> proposed() {
        return proposed;
    }

    /** What was taken out and can be put back, the ready-made ones first. */
    public List<Statement> retired() {
        return retired;
    }

    /** Whether this statement can be chosen now; false also if there is none with this id. */
    public boolean offers(StatementId id) {
        return statements.stream().anyMatch(s -> s.id().equals(id));
    }

    /** Whether the team wrote this one itself. */
    public boolean isOwn(StatementId id) {
        return own.contains(id);
    }

    /** What can be chosen or is up for stickers: no two of these say the same. */
    Stream<Statement> inUse() {
        return Stream.concat(statements.stream(), proposed.stream());
    }

    /** Why a statement can't be chosen; empty if it can. */
    Optional<StatementRefusal> obstacleTo(StatementId id) {
        if (offers(id)) {
            return Optional.empty();
        }
        return Optional.of(settled(id).isPresent() ? StatementRefusal.RETIRED : StatementRefusal.NO_SUCH_STATEMENT);
    }

    /** Empty also if this is only proposed. */
    Optional<Statement> settled(StatementId id) {
        return find(id).filter(s -> !proposed.contains(s));
    }

    /** Empty if this space never had a statement with this id; one that is only proposed, or was retired, is found, one that
     * was withdrawn or dropped is not. */
    public Optional<Statement> find(StatementId id) {
        return Optional.ofNullable(known.get(id));
    }

    /**
     * A statement that is known to exist.
     *
     * @throws IllegalArgumentException if it does not
     */
    public Statement get(StatementId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no statement " + id));
    }

    /** This statement and those whose place it took, the newest first: what a trend should be read over. */
    public List<StatementId> lineage(StatementId id) {
        var line = new ArrayList<StatementId>();
        Optional<StatementId> next = Optional.of(id);
        while (next.isPresent()) {
            line.add(next.get());
            next = Optional.ofNullable(predecessors.get(next.get())).filter(before -> !line.contains(before));
        }
        return List.copyOf(line);
    }

    private static Stream<Statement> in(OwnStatement.State state, List<OwnStatement> own) {
        return own.stream().filter(s -> s.state() == state).map(OwnStatement::statement);
    }
}
