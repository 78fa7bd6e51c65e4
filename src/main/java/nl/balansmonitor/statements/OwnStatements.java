package nl.balansmonitor.statements;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import nl.balansmonitor.documents.Decision;
import nl.balansmonitor.shared.Actor;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.statements.OwnStatement.State;
import org.springframework.stereotype.Service;

/**
 * How leaders change the deck of their space. Equal words are found in the same write that adds them, so of two people who add the same
 * sentence at once one is refused. Here a statement is one of the deck: what is only proposed does not exist.
 */
@Service
public class OwnStatements {

    private static final int ID_BYTES = 12;

    private final DeckStore store;
    private final Clock clock;
    private final SecureRandom random;

    OwnStatements(DeckStore store, Clock clock, SecureRandom random) {
        this.store = store;
        this.clock = clock;
        this.random = random;
    }

    /** Adds a statement in the team's own words; a second time they are {@link StatementRefusal#ALREADY_THERE}. */
    public Outcome<Statement, StatementRefusal> add(SpaceId space, Actor actor, Theme theme, String text) {
        return worded(actor, text, wording -> {
            OwnStatement added = fresh(theme, wording, Optional.empty());
            return store.change(
                    space,
                    before -> alreadyThere(before, wording, Optional.empty())
                            ? DeckStore.refuse(StatementRefusal.ALREADY_THERE)
                            : DeckStore.write(before, before.with(added), added.statement()));
        });
    }

    /**
     * Gives a statement of the deck, own or ready-made, other words: it is retired, and a new one of the same theme that names it as its
     * predecessor takes its place, so that readings stay with the words they were given to. The same edit made twice yields the same
     * statement.
     *
     * @return the new statement
     */
    public Outcome<Statement, StatementRefusal> edit(SpaceId space, Actor actor, StatementId id, String text) {
        return worded(actor, text, wording -> {
            OwnStatement model = fresh(Theme.OWN, wording, Optional.of(id));
            return store.change(space, before -> edited(before, model));
        });
    }

    /** Takes a statement, own or ready-made, out of this space's deck; readings and cards keep its words. A second time changes nothing. */
    public Outcome<Statement, StatementRefusal> retire(SpaceId space, Actor actor, StatementId id) {
        return ofTheDeck(space, actor, id, (before, statement) -> {
            var deck = new Deck(before);
            if (!deck.offers(id)) {
                return DeckStore.leave(statement);
            }
            return deck.statements().size() == 1
                    ? DeckStore.refuse(StatementRefusal.LAST_STATEMENT)
                    : DeckStore.write(before, before.retiring(id), statement);
        });
    }

    /** Puts a retired statement back, unless its words are in the deck already. A second time changes nothing. */
    public Outcome<Statement, StatementRefusal> restore(SpaceId space, Actor actor, StatementId id) {
        return ofTheDeck(space, actor, id, (before, statement) -> {
            if (new Deck(before).offers(id)) {
                return DeckStore.leave(statement);
            }
            return alreadyThere(before, new Wording(statement.text(Language.DUTCH)), Optional.empty())
                    ? DeckStore.refuse(StatementRefusal.ALREADY_THERE)
                    : DeckStore.write(before, before.restoring(id), statement);
        });
    }

    /** Whether these words can be chosen or are up for stickers, in any statement but the one excepted. */
    static boolean alreadyThere(DeckChanges changes, Wording wording, Optional<StatementId> except) {
        return new Deck(changes)
                .inUse()
                .filter(s -> except.filter(s.id()::equals).isEmpty())
                .anyMatch(s -> wording.saysTheSameAs(s.dutch()) || wording.saysTheSameAs(s.english()));
    }

    private static Decision<DeckChanges, Outcome<Statement, StatementRefusal>> edited(
            DeckChanges before, OwnStatement model) {
        StatementId id = model.predecessor().orElseThrow();
        var wording = new Wording(model.text());
        var deck = new Deck(before);
        Optional<Statement> edited = deck.settled(id);
        if (edited.isEmpty()) {
            return DeckStore.refuse(StatementRefusal.NO_SUCH_STATEMENT);
        }
        if (!deck.offers(id)) {
            return before.own().stream()
                    .filter(s -> s.state() == State.ACTIVE
                            && s.predecessor().equals(model.predecessor())
                            && s.text().equals(model.text()))
                    .findFirst()
                    .map(s -> DeckStore.leave(s.statement()))
                    .orElseGet(() -> DeckStore.refuse(StatementRefusal.RETIRED));
        }
        if (model.text().equals(edited.get().dutch())) {
            return DeckStore.refuse(StatementRefusal.UNCHANGED);
        }
        if (alreadyThere(before, wording, Optional.of(id))) {
            return DeckStore.refuse(StatementRefusal.ALREADY_THERE);
        }
        OwnStatement successor = model.about(edited.get().theme());
        return DeckStore.write(before, before.retiring(id).with(successor), successor.statement());
    }

    private interface Rule {
        Decision<DeckChanges, Outcome<Statement, StatementRefusal>> apply(DeckChanges before, Statement statement);
    }

    private Outcome<Statement, StatementRefusal> ofTheDeck(SpaceId space, Actor actor, StatementId id, Rule rule) {
        if (!actor.leader()) {
            return Outcome.refused(StatementRefusal.ONLY_LEADERS);
        }
        return store.change(space, before -> {
            return new Deck(before)
                    .settled(id)
                    .map(s -> rule.apply(before, s))
                    .orElseGet(() -> DeckStore.refuse(StatementRefusal.NO_SUCH_STATEMENT));
        });
    }

    private static Outcome<Statement, StatementRefusal> worded(
            Actor actor, String text, Function<Wording, Outcome<Statement, StatementRefusal>> then) {
        if (!actor.leader()) {
            return Outcome.refused(StatementRefusal.ONLY_LEADERS);
        }
        return switch (Wording.of(text)) {
            case Outcome.Accepted<Wording, StatementRefusal>(Wording wording) -> then.apply(wording);
            case Outcome.Refused<Wording, StatementRefusal>(StatementRefusal reason) -> Outcome.refused(reason);
        };
    }

    private OwnStatement fresh(Theme theme, Wording wording, Optional<StatementId> predecessor) {
        var id = new byte[ID_BYTES];
        random.nextBytes(id);
        return new OwnStatement(
                new StatementId(OwnStatement.ID + HexFormat.of().formatHex(id)),
                theme,
                wording.text(),
                State.ACTIVE,
                predecessor,
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }
}
