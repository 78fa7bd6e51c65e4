package nl.balansmonitor.statements;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.balansmonitor.documents.Decision;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.Key;
import nl.balansmonitor.shared.Actor;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.spaces.Space;
import org.springframework.stereotype.Service;

/** What a team wants to measure in its next session. */
@Service
public class Agenda {

    private final Documents documents;
    private final Decks decks;
    private final DiscussionProposals proposals;

    Agenda(Documents documents, Decks decks, DiscussionProposals proposals) {
        this.documents = documents;
        this.decks = decks;
        this.proposals = proposals;
    }

    private record Items(List<StatementId> statements) {
        Items {
            statements = List.copyOf(statements);
        }
    }

    /** What is on the agenda and can still be chosen, in the order in which it was put there. */
    public List<Statement> of(SpaceId space) {
        Optional<Items> items = documents.read(key(space), Items.class).map(Document::content);
        if (items.isEmpty() || items.get().statements().isEmpty()) {
            return List.of();
        }
        Deck deck = decks.of(space);
        return items.get().statements().stream()
                .filter(deck::offers)
                .map(deck::get)
                .toList();
    }

    /**
     * Puts a statement into the next session, which any member may: the team decides what it talks about. It also answers a proposal to
     * discuss it. A second time changes nothing.
     */
    public Outcome<Statement, StatementRefusal> schedule(SpaceId space, StatementId statement) {
        Deck deck = decks.of(space);
        Optional<StatementRefusal> obstacle = deck.obstacleTo(statement);
        if (obstacle.isPresent()) {
            return Outcome.refused(obstacle.get());
        }
        change(
                space,
                now -> now.contains(statement)
                        ? now
                        : Stream.concat(now.stream(), Stream.of(statement)).toList());
        proposals.settle(space, statement);
        return Outcome.accepted(deck.get(statement));
    }

    /** Turns down a proposal to discuss a statement, for this month; leaders alone may. A second time changes nothing. */
    public Outcome<Statement, StatementRefusal> dismiss(SpaceId space, Actor actor, StatementId statement) {
        if (!actor.leader()) {
            return Outcome.refused(StatementRefusal.ONLY_LEADERS);
        }
        Optional<Statement> found = decks.of(space).settled(statement);
        found.ifPresent(s -> proposals.settle(space, statement));
        return found.<Outcome<Statement, StatementRefusal>>map(Outcome::accepted)
                .orElseGet(() -> Outcome.refused(StatementRefusal.NO_SUCH_STATEMENT));
    }

    /** Takes statements off the agenda, as once they were measured, and settles what was proposed about them. */
    public void clear(SpaceId space, Collection<StatementId> statements) {
        change(space, now -> now.stream().filter(s -> !statements.contains(s)).toList());
        statements.forEach(s -> proposals.settle(space, s));
    }

    private void change(SpaceId space, UnaryOperator<List<StatementId>> change) {
        while (!changed(space, change)) {
            List<StatementId> first = change.apply(List.of());
            if (first.isEmpty()
                    || documents.create(key(space), new Items(first)).isPresent()) {
                return;
            }
        }
    }

    private boolean changed(SpaceId space, UnaryOperator<List<StatementId>> change) {
        return documents
                .decide(key(space), Items.class, (Items now) -> {
                    var next = new Items(change.apply(now.statements()));
                    return next.equals(now) ? Decision.leave(true) : Decision.write(next, true);
                })
                .isPresent();
    }

    private static Key key(SpaceId space) {
        return Space.partition(space).key("agenda");
    }
}
