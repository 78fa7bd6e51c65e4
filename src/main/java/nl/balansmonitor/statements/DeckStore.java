package nl.balansmonitor.statements;

import java.util.Optional;
import java.util.function.Function;
import nl.balansmonitor.documents.Decision;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.Key;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.spaces.Space;
import org.springframework.stereotype.Component;

/** Where a space's deck is kept, and how it changes. */
@Component
class DeckStore {

    /** Every card that offers the deck must hold it; a team that has used up these can take some out first. */
    private static final int MOST_OWN = 60;

    private final Documents documents;

    DeckStore(Documents documents) {
        this.documents = documents;
    }

    static Key key(SpaceId space) {
        return Space.partition(space).key("deck");
    }

    /** Empty if the space changed nothing yet. */
    Optional<DeckChanges> find(SpaceId space) {
        return documents.read(key(space), DeckChanges.class).map(Document::content);
    }

    /** What a rule makes of the deck: it sees all that was changed before, and runs again when somebody was faster. */
    <A> A change(SpaceId space, Function<DeckChanges, Decision<DeckChanges, A>> rule) {
        while (true) {
            Optional<A> answer = documents.decide(key(space), DeckChanges.class, rule);
            if (answer.isPresent()) {
                return answer.get();
            }
            Decision<DeckChanges, A> first = rule.apply(DeckChanges.NONE);
            if (first.write().isEmpty()
                    || documents.create(key(space), first.write().get()).isPresent()) {
                return first.answer();
            }
        }
    }

    static <A> Decision<DeckChanges, Outcome<A, StatementRefusal>> refuse(StatementRefusal reason) {
        return Decision.leave(Outcome.refused(reason));
    }

    static <A> Decision<DeckChanges, Outcome<A, StatementRefusal>> leave(A answer) {
        return Decision.leave(Outcome.accepted(answer));
    }

    /** Writes the change unless it makes the team's own statements too many. */
    static <A> Decision<DeckChanges, Outcome<A, StatementRefusal>> write(DeckChanges from, DeckChanges to, A answer) {
        return to.inUse() > Math.max(MOST_OWN, from.inUse())
                ? refuse(StatementRefusal.DECK_FULL)
                : Decision.write(to, Outcome.accepted(answer));
    }
}
