package nl.balansmonitor.statements;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import nl.balansmonitor.documents.Decision;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.statements.OwnStatement.State;
import org.springframework.stereotype.Service;

/**
 * Statements that a team hands in to put stickers on. {@link Deck#proposed()} lists them; what is chosen is adopted, the rest is dropped.
 * Every step can be taken again, so that one which a crash cut off is finished by repeating it.
 */
@Service
public class StatementProposals {

    private final DeckStore store;
    private final Clock clock;

    StatementProposals(DeckStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Hands in a statement. The same proposer with the same words is answered as the first time; anybody else's same words are
     * {@link StatementRefusal#ALREADY_THERE}. Who may do this is for the caller to know.
     *
     * @param proposer names a group in a session, never a person: the statement's id is made from it
     */
    public Outcome<Statement, StatementRefusal> propose(SpaceId space, String proposer, String text) {
        return switch (Wording.of(text)) {
            case Outcome.Refused<Wording, StatementRefusal>(StatementRefusal reason) -> Outcome.refused(reason);
            case Outcome.Accepted<Wording, StatementRefusal>(Wording wording) -> {
                OwnStatement proposal = proposal(proposer, wording);
                yield store.change(space, before -> proposed(before, proposal));
            }
        };
    }

    /** Takes a proposal back, as when two say the same; anything but a proposal stays. */
    public void withdraw(SpaceId space, StatementId id) {
        drop(space, s -> s.id().equals(id));
    }

    /** Puts these proposals into the deck; ids of anything but a proposal change nothing. */
    public Deck adopt(SpaceId space, Collection<StatementId> ids) {
        var chosen = Set.copyOf(ids);
        return store.change(space, before -> {
            DeckChanges after = before;
            for (OwnStatement own : before.own()) {
                if (own.state() == State.PROPOSED && chosen.contains(own.id())) {
                    after = after.restoring(own.id());
                }
            }
            return new Decision<>(new Deck(after), Optional.of(after).filter(a -> !a.equals(before)));
        });
    }

    /** Deletes all proposals that were not adopted, words and all: once no card shows them any more. */
    public void dropProposals(SpaceId space) {
        drop(space, s -> true);
    }

    private void drop(SpaceId space, Predicate<OwnStatement> which) {
        store.change(space, before -> {
            DeckChanges after = before.without(s -> s.state() == State.PROPOSED && which.test(s));
            return new Decision<>(after, Optional.of(after).filter(a -> !a.equals(before)));
        });
    }

    private static Decision<DeckChanges, Outcome<Statement, StatementRefusal>> proposed(
            DeckChanges before, OwnStatement proposal) {
        Optional<OwnStatement> earlier = before.find(proposal.id());
        if (earlier.filter(s -> s.state() != State.RETIRED).isPresent()) {
            return DeckStore.leave(earlier.get().statement());
        }
        return OwnStatements.alreadyThere(before, new Wording(proposal.text()), Optional.empty()) || earlier.isPresent()
                ? DeckStore.refuse(StatementRefusal.ALREADY_THERE)
                : DeckStore.write(before, before.with(proposal), proposal.statement());
    }

    private OwnStatement proposal(String proposer, Wording wording) {
        String whole = proposer + "\n" + Wording.comparable(wording.text());
        String hex = UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
        return new OwnStatement(
                new StatementId(OwnStatement.ID + hex),
                Theme.OWN,
                wording.text(),
                State.PROPOSED,
                Optional.empty(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }
}
