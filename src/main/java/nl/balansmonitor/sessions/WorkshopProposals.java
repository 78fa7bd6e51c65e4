package nl.balansmonitor.sessions;

import java.util.List;
import java.util.OptionalInt;
import nl.balansmonitor.documents.Decision;
import nl.balansmonitor.shared.Actor;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.statements.Decks;
import nl.balansmonitor.statements.Statement;
import nl.balansmonitor.statements.StatementProposals;
import nl.balansmonitor.statements.StatementRefusal;
import org.springframework.stereotype.Service;

/**
 * What the groups of a workshop hand in, up to the sticker round over all of it. A statement is its group's, whoever of it wrote it. The
 * session's list says what is handed in; words of which a crash kept the rest from happening stay behind unseen. What was in a sticker round
 * keeps its words, as that round's result goes on being shown.
 */
@Service
public class WorkshopProposals {

    private final SessionStore store;
    private final WorkshopStore workshops;
    private final StatementProposals proposals;
    private final Decks decks;

    WorkshopProposals(SessionStore store, WorkshopStore workshops, StatementProposals proposals, Decks decks) {
        this.store = store;
        this.workshops = workshops;
        this.proposals = proposals;
        this.decks = decks;
    }

    /** Hands in a statement for a member's group, {@value Workshop#MOST_OF_A_GROUP} at most; whoever is in no group joins the smallest. */
    public Submission propose(SpaceId space, SessionId id, MemberId member, String text) {
        return submit(space, id, member, text, (workshop, proposal) -> {
            if (workshop.handedIn().contains(proposal)) {
                return Outcome.accepted(workshop);
            }
            return workshop.handedInBy(proposal.group()).size() < Workshop.MOST_OF_A_GROUP
                    ? Outcome.accepted(workshop.with(proposal))
                    : Outcome.refused(SessionRefusal.ENOUGH_PROPOSALS);
        });
    }

    /** Gives a statement of the member's own group other words. */
    public Submission replace(SpaceId space, SessionId id, MemberId member, StatementId old, String text) {
        Submission answer = submit(space, id, member, text, (workshop, proposal) -> {
            boolean own = workshop.handedInBy(proposal.group()).contains(old);
            if (!own) {
                return workshop.handedIn().contains(proposal)
                        ? Outcome.accepted(workshop)
                        : Outcome.refused(SessionRefusal.NOT_OWN_PROPOSAL);
            }
            return Outcome.accepted(
                    proposal.statement().equals(old)
                            ? workshop
                            : workshop.without(old).with(proposal));
        });
        if (answer instanceof Submission.Taken) {
            discard(space, id, old);
        }
        return answer;
    }

    /** Takes back a statement of the member's own group. */
    public Outcome<Session, SessionRefusal> withdraw(
            SpaceId space, SessionId id, MemberId member, StatementId statement) {
        Outcome<Session, SessionRefusal> answer = workshops.change(space, id, workshop -> {
            boolean own = workshop.groupOf(member)
                    .filter(group -> workshop.handedInBy(group).contains(statement))
                    .isPresent();
            return own
                    ? Outcome.accepted(workshop.without(statement))
                    : Outcome.refused(SessionRefusal.NOT_OWN_PROPOSAL);
        });
        return discarding(space, id, statement, answer);
    }

    /** Lets one of two statements that say the same stand for both; its words stay as they are. A second call changes nothing. */
    public Outcome<Session, SessionRefusal> merge(
            SpaceId space, SessionId id, Actor actor, StatementId keep, StatementId drop) {
        Outcome<Session, SessionRefusal> answer = workshops.steer(
                space,
                id,
                actor,
                workshop -> workshop.statements().contains(keep) && !keep.equals(drop)
                        ? Outcome.accepted(workshop.without(drop))
                        : Outcome.refused(SessionRefusal.NO_SUCH_PROPOSAL));
        return discarding(space, id, drop, answer);
    }

    /**
     * Ends the workshop with a sticker round over all that was handed in, group after group. Who was in which group is forgotten.
     *
     * @param budget 1 to 10 stickers for each member; empty for {@link StickerRound#suggestedBudget}
     */
    public Outcome<Session, SessionRefusal> close(SpaceId space, SessionId id, Actor actor, OptionalInt budget) {
        return store.decide(space, id, session -> {
            if (!session.mayBeSteeredBy(actor)) {
                return refuse(SessionRefusal.ONLY_FACILITATOR);
            }
            return WorkshopStore.obstacle(session)
                    .map(WorkshopProposals::refuse)
                    .orElseGet(() -> stickering(session, budget));
        });
    }

    private Decision<Session, Outcome<Session, SessionRefusal>> stickering(Session session, OptionalInt budget) {
        var deck = decks.of(session.space());
        List<StatementId> statements = session.workshop().orElseThrow().statements().stream()
                .filter(s -> deck.find(s).isPresent())
                .toList();
        int stickers = budget.orElseGet(() -> StickerRound.suggestedBudget(statements.size()));
        if (statements.size() < StickerRound.FEWEST_STATEMENTS) {
            return refuse(SessionRefusal.TOO_FEW_PROPOSALS);
        }
        if (statements.size() > StickerRound.MOST_STATEMENTS) {
            return refuse(SessionRefusal.TOO_MANY_PROPOSALS);
        }
        if (!StickerRound.allows(stickers)) {
            return refuse(SessionRefusal.ONE_TO_TEN_STICKERS);
        }
        Session next = session.stickering(new StickerRound(statements, stickers));
        return Decision.write(next, Outcome.accepted(next));
    }

    private interface Step {
        Outcome<Workshop, SessionRefusal> take(Workshop workshop, Workshop.HandedIn proposal);
    }

    /** The words go into the space's proposals first and are taken out again if the session does not take them. */
    private Submission submit(SpaceId space, SessionId id, MemberId member, String text, Step step) {
        Outcome<Session, SessionRefusal> joined = workshops.join(space, id, member, Outcome::accepted);
        return switch (joined) {
            case Outcome.Refused<Session, SessionRefusal>(SessionRefusal why) -> new Submission.Refused(why);
            case Outcome.Accepted<Session, SessionRefusal>(Session session) -> {
                int group = session.workshop().flatMap(w -> w.groupOf(member)).orElseThrow();
                yield switch (proposals.propose(space, id + ":" + group, text)) {
                    case Outcome.Refused<Statement, StatementRefusal>(StatementRefusal why) ->
                        new Submission.Unfit(why);
                    case Outcome.Accepted<Statement, StatementRefusal>(Statement statement) ->
                        handIn(space, id, new Workshop.HandedIn(group, statement.id()), statement, step);
                };
            }
        };
    }

    private Submission handIn(SpaceId space, SessionId id, Workshop.HandedIn proposal, Statement statement, Step step) {
        return switch (workshops.change(space, id, workshop -> step.take(workshop, proposal))) {
            case Outcome.Accepted<Session, SessionRefusal>(Session session) -> new Submission.Taken(session, statement);
            case Outcome.Refused<Session, SessionRefusal>(SessionRefusal why) -> {
                discard(space, id, statement.id());
                yield new Submission.Refused(why);
            }
        };
    }

    private Outcome<Session, SessionRefusal> discarding(
            SpaceId space, SessionId id, StatementId statement, Outcome<Session, SessionRefusal> answer) {
        if (answer instanceof Outcome.Accepted<Session, SessionRefusal>) {
            discard(space, id, statement);
        }
        return answer;
    }

    /** Forgets the words of a proposal, unless the session has come to hold it in the meantime. */
    private void discard(SpaceId space, SessionId id, StatementId statement) {
        boolean held = store.find(space, id)
                .filter(s -> s.stickersOn(statement)
                        || s.workshop()
                                .filter(w -> w.statements().contains(statement))
                                .isPresent())
                .isPresent();
        if (!held) {
            proposals.withdraw(space, statement);
        }
    }

    private static Decision<Session, Outcome<Session, SessionRefusal>> refuse(SessionRefusal reason) {
        return Decision.leave(Outcome.refused(reason));
    }
}
