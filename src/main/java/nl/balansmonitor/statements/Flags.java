package nl.balansmonitor.statements;

import static java.util.stream.Collectors.groupingBy;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.Key;
import nl.balansmonitor.documents.Query;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.spaces.Space;
import org.springframework.stereotype.Service;

/**
 * "Dit wil ik bespreken": one flag per member, statement and calendar month in the space's zone, kept under a pseudonym whose secret lasts
 * as long as the month. Once {@link #threshold} members have raised it, the statement is proposed to the team, once that month.
 *
 * <p>Below the threshold no count leaves this room: in a small team a number that goes up says who was just there.
 */
@Service
public class Flags {

    private static final String FLAG = "flag:";
    private static final int FEWEST = 3;
    private static final int ONE_IN = 5;

    private final Documents documents;
    private final Decks decks;
    private final Agenda agenda;
    private final DiscussionProposals proposals;
    private final FlagKeys keys;

    Flags(Documents documents, Decks decks, Agenda agenda, DiscussionProposals proposals, FlagKeys keys) {
        this.documents = documents;
        this.decks = decks;
        this.agenda = agenda;
        this.proposals = proposals;
        this.keys = keys;
    }

    /**
     * No name and no time: its document's id is a pseudonym.
     *
     * @param needed the threshold when it was raised
     */
    private record Flag(StatementId statement, YearMonth month, int needed) {}

    /**
     * How many flags make a proposal: a fifth of the team, rounded up, and three at least. So many are enough.
     *
     * @param rosterSize the people of the conversation; 0 if that isn't known
     */
    public static int threshold(int rosterSize) {
        return Math.max(FEWEST, Math.ceilDiv(rosterSize, ONE_IN));
    }

    /** Raises a member's flag on a statement that can be chosen. */
    public Outcome<Flagged, StatementRefusal> flag(
            Space space, StatementId statement, MemberId member, int rosterSize) {
        Deck deck = decks.of(space.id());
        Optional<StatementRefusal> obstacle = deck.obstacleTo(statement);
        if (obstacle.isPresent()) {
            return Outcome.refused(obstacle.get());
        }
        FlagKey key = keys.current(space);
        int needed = threshold(rosterSize);
        Key id = Space.partition(space.id()).key(prefix(key.month(), statement) + key.pseudonymOf(member, statement));
        boolean first =
                documents.create(id, new Flag(statement, key.month(), needed)).isPresent();
        boolean reached = documents.count(flags(space.id(), prefix(key.month(), statement))) >= needed;
        if (reached) {
            proposals.propose(space.id(), key.month(), statement);
        }
        return Outcome.accepted(new Flagged(deck.get(statement), !first, reached));
    }

    /** How many members flagged a statement this month; empty below the threshold. */
    public OptionalInt count(Space space, StatementId statement) {
        List<Flag> raised = raised(space.id(), prefix(keys.month(space), statement));
        return enough(raised) ? OptionalInt.of(raised.size()) : OptionalInt.empty();
    }

    /**
     * What is to be proposed in the channel: flagged by enough, this month or the one before, and neither scheduled, dismissed nor measured
     * since. The same until it is answered; a proposal that a crash kept from being made is made here.
     */
    public List<DiscussionProposal> proposals(Space space) {
        YearMonth month = keys.month(space);
        Map<StatementId, List<Flag>> raised =
                raised(space.id(), prefix(month)).stream().collect(groupingBy(Flag::statement));
        raised.forEach((statement, flags) -> {
            if (enough(flags)) {
                proposals.propose(space.id(), month, statement);
            }
        });
        Deck deck = decks.of(space.id());
        List<Statement> scheduled = agenda.of(space.id());
        return proposals.made(space.id()).stream()
                .filter(p -> !p.settled())
                .filter(p -> !p.month().isBefore(month.minusMonths(1)))
                .filter(p -> deck.offers(p.statement()))
                .filter(p -> scheduled.stream().noneMatch(s -> s.id().equals(p.statement())))
                .toList();
    }

    /** Every proposal of this month and the one before, answered or not, the oldest first; makes none. */
    public List<DiscussionProposal> proposed(Space space) {
        YearMonth earliest = keys.month(space).minusMonths(1);
        return proposals.made(space.id()).stream()
                .filter(p -> !p.month().isBefore(earliest))
                .toList();
    }

    /** Whether no flag and no proposal is kept here, so that nothing is left to propose, to show or to forget. */
    public boolean none(SpaceId space) {
        return documents.count(flags(space, FLAG)) == 0 && proposals.made(space).isEmpty();
    }

    /**
     * Destroys the secret of an earlier month, its flags, and proposals that are older still; nothing links a flag to a person then. It
     * may take the store seconds, so this belongs behind an answer and into the daily upkeep. Once all is gone another call does nothing.
     */
    public void forgetPastMonths(Space space) {
        if (!keys.any(space.id())) {
            return;
        }
        FlagKey key = keys.current(space);
        documents.all(flags(space.id(), FLAG), Flag.class).stream()
                .filter(f -> f.content().month().isBefore(key.month()))
                .forEach(documents::delete);
        proposals.forgetBefore(space.id(), key.month().minusMonths(1));
        keys.eraseTraces(space.id(), key);
    }

    private List<Flag> raised(SpaceId space, String prefix) {
        return documents.all(flags(space, prefix), Flag.class).stream()
                .map(Document::content)
                .toList();
    }

    private static boolean enough(List<Flag> raised) {
        return raised.size() >= raised.stream().mapToInt(Flag::needed).max().orElse(Integer.MAX_VALUE);
    }

    private static Query flags(SpaceId space, String prefix) {
        return Query.in(Space.partition(space)).idsStartingWith(prefix);
    }

    private static String prefix(YearMonth month) {
        return FLAG + month + ":";
    }

    private static String prefix(YearMonth month, StatementId statement) {
        return prefix(month) + statement + ":";
    }
}
