package nl.balansmonitor.sessions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import nl.balansmonitor.documents.Decision;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.shared.Actor;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.statements.Decks;
import org.springframework.stereotype.Service;

/**
 * Choosing by stickers what to measure. Until a round is closed nothing of it can be read but how many took part, and one's own stickers.
 */
@Service
public class StickerRounds {

    static final String ROUND = "stickers";

    private final SessionStore store;
    private final BallotBox box;
    private final StickerCount count;
    private final Sessions sessions;
    private final Decks decks;

    StickerRounds(SessionStore store, BallotBox box, StickerCount count, Sessions sessions, Decks decks) {
        this.store = store;
        this.box = box;
        this.count = count;
        this.sessions = sessions;
        this.decks = decks;
    }

    /**
     * Opens a round over these statements, in this order.
     *
     * @param statements 2 to 30 different ones that can be chosen now
     * @param budget     1 to 10 stickers for each member; empty for {@link StickerRound#suggestedBudget}
     */
    public Outcome<Session, SessionRefusal> open(
            SpaceId space, SessionId id, Actor actor, List<StatementId> statements, OptionalInt budget) {
        List<StatementId> chosen = statements.stream().distinct().toList();
        int stickers = budget.orElseGet(() -> StickerRound.suggestedBudget(chosen.size()));
        return store.decide(space, id, session -> {
            Optional<SessionRefusal> obstacle = session.mayBeSteeredBy(actor)
                    ? notToBeOpened(session).or(() -> unplayable(space, chosen, stickers))
                    : Optional.of(SessionRefusal.ONLY_FACILITATOR);
            return obstacle.map(StickerRounds::refuse)
                    .orElseGet(() -> write(session.stickering(new StickerRound(chosen, stickers))));
        });
    }

    /**
     * Takes all the stickers that a member wants to place, in place of those he placed before; he may place fewer than he has, or none.
     * Once this has answered that they are placed, they will be counted.
     */
    public Placement place(SpaceId space, SessionId id, MemberId member, Stickers stickers) {
        Optional<Session> found = store.find(space, id);
        Optional<SessionRefusal> closed =
                found.map(StickerRounds::notToBePlaced).orElse(Optional.of(SessionRefusal.NO_SUCH_SESSION));
        if (closed.isPresent()) {
            return new Placement.Refused(closed.get());
        }
        Session session = found.orElseThrow();
        StickerRound round = session.stickers().orElseThrow();
        return misplaced(round, stickers).orElseGet(() -> cast(session, member, stickers));
    }

    /** What this member placed in the round that is open; empty if he did not take part, and once it is counted. */
    public Optional<Stickers> own(Session session, MemberId member) {
        return SessionStore.ballot(session, ROUND, member)
                .flatMap(key -> store.documents().read(key, Stickers.class))
                .map(Document::content);
    }

    /** How many members took part so far, those who placed nothing included. */
    public int done(Session session) {
        return session.stickers()
                .flatMap(StickerRound::tally)
                .map(Tally::participants)
                .orElseGet(() -> store.countBallots(session, ROUND));
    }

    /**
     * Closes the round, for good, and counts it: the session is then {@link Phase#DECIDING} and suggests the statements with most stickers
     * (see {@link Tally#focus}), or, if nothing can be said, the first of the round. The ballots are destroyed.
     */
    public Outcome<Session, SessionRefusal> close(SpaceId space, SessionId id, Actor actor) {
        Outcome<Session, SessionRefusal> closed = store.decide(
                space,
                id,
                session -> session.mayBeSteeredBy(actor) ? closing(session) : refuse(SessionRefusal.ONLY_FACILITATOR));
        return switch (closed) {
            case Outcome.Refused<Session, SessionRefusal> refused -> refused;
            case Outcome.Accepted<Session, SessionRefusal>(Session session) -> Outcome.accepted(count.of(session));
        };
    }

    /**
     * Closes the round, unless it is closed already, and opens the thermometers of these statements, whatever the stickers say.
     *
     * @param statements one to three, as in {@link Sessions#measure}; with others the round stays open
     * @param window     for how long, as there
     */
    public Outcome<Session, SessionRefusal> closeAndMeasure(
            SpaceId space, SessionId id, Actor actor, List<StatementId> statements, Optional<Window> window) {
        List<StatementId> chosen = statements.stream().distinct().toList();
        Optional<SessionRefusal> obstacle =
                sessions.find(space, id).flatMap(session -> sessions.obstacle(session, chosen));
        if (obstacle.isPresent()) {
            return Outcome.refused(obstacle.get());
        }
        return switch (close(space, id, actor)) {
            case Outcome.Refused<Session, SessionRefusal>(SessionRefusal why)
            when why != SessionRefusal.STICKERS_CLOSED -> Outcome.refused(why);
            case Outcome.Refused<Session, SessionRefusal> closedBefore ->
                sessions.measure(space, id, actor, chosen, window);
            case Outcome.Accepted<Session, SessionRefusal> closed -> sessions.measure(space, id, actor, chosen, window);
        };
    }

    /**
     * Goes on with a close that a crash cut off: counts what was not counted and deletes what was. A session whose round is open, or that
     * has none, stays as it is; a second call does no harm, also by two at once.
     */
    public Session resume(Session session) {
        return count.of(session);
    }

    private Placement cast(Session session, MemberId member, Stickers stickers) {
        var slot = new BallotBox.Slot<>(
                SessionStore.ballot(session, ROUND, member).orElseThrow(),
                Stickers.class,
                now -> now.phase() == Phase.STICKERING,
                SessionRefusal.STICKERS_JUST_CLOSED);
        return switch (box.cast(session, slot, before -> Optional.of(stickers))) {
            case Outcome.Accepted<BallotBox.Cast<Stickers>, SessionRefusal>(BallotBox.Cast<Stickers> cast) ->
                new Placement.Placed(cast.session(), cast.ballot());
            case Outcome.Refused<BallotBox.Cast<Stickers>, SessionRefusal>(SessionRefusal why) ->
                new Placement.Refused(why);
        };
    }

    private static Optional<Placement> misplaced(StickerRound round, Stickers stickers) {
        Map<StatementId, Integer> placed = stickers.placed();
        if (!round.statements().containsAll(placed.keySet())) {
            return Optional.of(new Placement.Refused(SessionRefusal.NOT_IN_ROUND));
        }
        if (placed.values().stream().anyMatch(n -> n < 0)) {
            return Optional.of(new Placement.Refused(SessionRefusal.NEGATIVE_STICKERS));
        }
        long over = stickers.total() - round.budget();
        return over > 0 ? Optional.of(new Placement.OverBudget(over, round.budget())) : Optional.empty();
    }

    private Optional<SessionRefusal> unplayable(SpaceId space, List<StatementId> statements, int budget) {
        if (!StickerRound.holds(statements.size())) {
            return Optional.of(SessionRefusal.TWO_TO_THIRTY_STATEMENTS);
        }
        if (!statements.stream().allMatch(decks.of(space)::offers)) {
            return Optional.of(SessionRefusal.NO_SUCH_STATEMENT);
        }
        return StickerRound.allows(budget) ? Optional.empty() : Optional.of(SessionRefusal.ONE_TO_TEN_STICKERS);
    }

    private static Optional<SessionRefusal> notToBeOpened(Session session) {
        return switch (session.phase()) {
            case CHOOSING -> Optional.empty();
            case WRITING -> Optional.of(SessionRefusal.STILL_WRITING);
            case STICKERING -> Optional.of(SessionRefusal.STICKERS_STILL_OPEN);
            case DECIDING -> Optional.of(SessionRefusal.STICKERS_CLOSED);
            case REACTING -> Optional.of(SessionRefusal.ALREADY_STARTED);
            case CLOSING, CLOSED, CANCELLED -> Optional.of(SessionRefusal.SESSION_OVER);
        };
    }

    private static Optional<SessionRefusal> notToBePlaced(Session session) {
        return switch (session.phase()) {
            case STICKERING -> Optional.empty();
            case CHOOSING, WRITING -> Optional.of(SessionRefusal.STICKERS_NOT_OPEN);
            case DECIDING, REACTING -> Optional.of(SessionRefusal.STICKERS_CLOSED);
            case CLOSING, CLOSED, CANCELLED -> Optional.of(SessionRefusal.SESSION_OVER);
        };
    }

    /** A round whose count a crash cut off is closed by whoever asks next. */
    private static Decision<Session, Outcome<Session, SessionRefusal>> closing(Session session) {
        return switch (session.phase()) {
            case STICKERING -> write(session.in(Phase.DECIDING));
            case DECIDING ->
                session.uncounted()
                        ? Decision.leave(Outcome.accepted(session))
                        : refuse(SessionRefusal.STICKERS_CLOSED);
            case CHOOSING, WRITING -> refuse(SessionRefusal.STICKERS_NOT_OPEN);
            case REACTING -> refuse(SessionRefusal.ALREADY_STARTED);
            case CLOSING, CLOSED, CANCELLED -> refuse(SessionRefusal.SESSION_OVER);
        };
    }

    private static Decision<Session, Outcome<Session, SessionRefusal>> write(Session next) {
        return Decision.write(next, Outcome.accepted(next));
    }

    private static Decision<Session, Outcome<Session, SessionRefusal>> refuse(SessionRefusal reason) {
        return Decision.leave(Outcome.refused(reason));
    }
}
