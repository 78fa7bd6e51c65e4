package nl.balansmonitor.sessions;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nl.balansmonitor.documents.Decision;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.shared.Actor;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.shared.StatementId;
import org.springframework.stereotype.Service;

/** Reacting to statements, and what comes of it. */
@Service
public class Thermometers {

    private final SessionStore store;
    private final BallotBox box;
    private final PrivacyProperties privacy;
    private final Clock clock;
    private final SecureRandom random;

    Thermometers(SessionStore store, BallotBox box, PrivacyProperties privacy, Clock clock, SecureRandom random) {
        this.store = store;
        this.box = box;
        this.privacy = privacy;
        this.clock = clock;
        this.random = random;
    }

    /** How many members have reacted to an open statement. */
    public int reactions(Session session, StatementId statement) {
        return store.countBallots(session, statement.value());
    }

    /** What this member himself put on an open thermometer; empty if nothing, or if it was counted already. */
    public Optional<Ballot> own(Session session, StatementId statement, MemberId member) {
        return SessionStore.ballot(session, statement.value(), member)
                .flatMap(key -> store.documents().read(key, Ballot.class))
                .map(Document::content);
    }

    /**
     * Takes a member's reaction; his earlier one on this statement is replaced. Once this has answered that the reaction is accepted, it
     * will be counted: the ballot is written first and the session read again after it, so a reveal in between is noticed here.
     *
     * @param score  1 to 5
     * @param remark an empty one keeps the remark of the earlier reaction
     */
    public Outcome<Reaction, SessionRefusal> react(
            SpaceId space, SessionId id, StatementId statement, MemberId member, int score, Remark remark) {
        if (!Scale.has(score)) {
            return Outcome.refused(SessionRefusal.NOT_ON_SCALE);
        }
        return cast(
                space,
                id,
                statement,
                member,
                before -> Optional.of(new Ballot(
                        score, remark.isEmpty() ? before.map(Ballot::remark).orElse("") : remark.text())));
    }

    /** Takes back the remark of a reaction and leaves its score. */
    public Outcome<Reaction, SessionRefusal> eraseRemark(
            SpaceId space, SessionId id, StatementId statement, MemberId member) {
        return cast(space, id, statement, member, before -> before.map(b -> new Ballot(b.score(), "")));
    }

    /**
     * Closes a statement for reactions, for good, and counts it. Its reading is kept from then on, and its ballots are destroyed.
     *
     * @param invited how many could have reacted
     */
    public Outcome<Reading, SessionRefusal> reveal(
            SpaceId space, SessionId id, StatementId statement, Actor actor, int invited) {
        Outcome<Session, SessionRefusal> revealed = store.decide(space, id, session -> {
            Optional<SessionRefusal> obstacle = session.mayBeSteeredBy(actor)
                    ? obstacle(session, statement)
                    : Optional.of(SessionRefusal.ONLY_FACILITATOR);
            if (obstacle.isPresent()) {
                return Decision.leave(Outcome.refused(obstacle.get()));
            }
            Session next = session.revealing(statement);
            return Decision.write(next, Outcome.accepted(next));
        });
        return switch (revealed) {
            case Outcome.Refused<Session, SessionRefusal>(SessionRefusal why) -> Outcome.refused(why);
            case Outcome.Accepted<Session, SessionRefusal>(Session session) ->
                Outcome.accepted(count(session, statement, invited));
        };
    }

    /**
     * Reveals what is still open in a session with a {@link Window}, once its moment has come; before it, and every other session, stays
     * as it is. A second call does no harm, also by two at once.
     *
     * @param invited how many could have reacted
     */
    public Session resume(Session session, int invited) {
        if (!overdue(session)) {
            return session;
        }
        store.decide(session.space(), session.id(), now -> {
            if (!overdue(now)) {
                return Decision.leave(Outcome.accepted(now));
            }
            Session next = now.revealingAll();
            return Decision.write(next, Outcome.accepted(next));
        });
        Session revealed = store.find(session.space(), session.id()).orElse(session);
        session.thermometers().stream()
                .filter(t -> revealed.revealed(t.statement()))
                .forEach(t -> reading(revealed, t.statement(), invited));
        return revealed;
    }

    /** Whether its time to react is over, and it does not know yet. */
    private boolean overdue(Session session) {
        return session.takesReactions()
                && session.window().filter(w -> w.revealDue(clock.instant())).isPresent();
    }

    /** The reading of a statement that was revealed; counted now if a crash came between the reveal and the count. */
    public Reading reading(Session session, StatementId statement, int invited) {
        return store.reading(session.space(), session.id(), statement)
                .orElseGet(() -> count(session, statement, invited));
    }

    /** The newest reading of this statement in an earlier session that the team has seen and of which the scores were kept. */
    public Optional<Reading> previous(Session session, StatementId statement) {
        return store.readings(session.space(), statement).stream()
                .filter(r -> !r.session().equals(session.id()) && !r.takenAt().isAfter(session.startedAt()))
                .filter(r -> r.revealed() && r.distribution().isPresent())
                .reduce((older, newer) -> newer);
    }

    /** The newest reading of every statement that this space has measured, seen by the team or not. */
    public Map<StatementId, Reading> newest(SpaceId space) {
        return store.readings(space).stream()
                .collect(Collectors.toUnmodifiableMap(Reading::statement, r -> r, (older, newer) -> newer));
    }

    /** Makes a reading of the ballots of a statement that takes no more of them; a second call finds the first one's. */
    Reading count(Session session, StatementId statement, int invited) {
        if (session.takesReactionsTo(statement)) {
            throw new IllegalStateException("what still takes reactions can't be counted");
        }
        List<Document<Ballot>> ballots = store.ballots(session, statement.value(), Ballot.class);
        Reading kept = store.keep(
                session.space(),
                read(
                        session,
                        statement,
                        invited,
                        ballots.stream().map(Document::content).toList()));
        ballots.forEach(store.documents()::delete);
        return kept;
    }

    private Reading read(Session session, StatementId statement, int invited, List<Ballot> ballots) {
        int n = ballots.size();
        var remarks = new ArrayList<>(ballots.stream()
                .map(Ballot::remark)
                .filter(r -> !r.isEmpty() && n >= privacy.minimumRemarks())
                .toList());
        Collections.shuffle(remarks, random);
        return new Reading(
                session.id(),
                statement,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                n,
                invited,
                session.thermometer(statement).map(t -> !t.open()).orElse(false),
                n < privacy.minimumReactions()
                        ? Optional.empty()
                        : Optional.of(Distribution.of(
                                ballots.stream().map(Ballot::score).toList())),
                remarks,
                n < privacy.minimumRemarks());
    }

    private Outcome<Reaction, SessionRefusal> cast(
            SpaceId space, SessionId id, StatementId statement, MemberId member, UnaryOperator<Optional<Ballot>> mark) {
        Optional<Session> session = store.find(space, id);
        Optional<SessionRefusal> obstacle = session.map(s -> obstacle(s, statement)
                        .or(() -> overdue(s) ? Optional.of(SessionRefusal.ALREADY_REVEALED) : Optional.empty()))
                .orElse(Optional.of(SessionRefusal.NO_SUCH_SESSION));
        if (obstacle.isPresent()) {
            return Outcome.refused(obstacle.get());
        }
        var slot = new BallotBox.Slot<>(
                SessionStore.ballot(session.get(), statement.value(), member).orElseThrow(),
                Ballot.class,
                s -> s.takesReactionsTo(statement),
                SessionRefusal.JUST_REVEALED);
        return switch (box.cast(session.get(), slot, mark)) {
            case Outcome.Accepted<BallotBox.Cast<Ballot>, SessionRefusal>(BallotBox.Cast<Ballot> cast) ->
                Outcome.accepted(new Reaction(cast.session(), cast.ballot()));
            case Outcome.Refused<BallotBox.Cast<Ballot>, SessionRefusal>(SessionRefusal why) -> Outcome.refused(why);
        };
    }

    private static Optional<SessionRefusal> obstacle(Session session, StatementId statement) {
        return switch (session.phase()) {
            case CHOOSING, WRITING, STICKERING, DECIDING -> Optional.of(SessionRefusal.NOT_STARTED);
            case CLOSING, CLOSED, CANCELLED -> Optional.of(SessionRefusal.SESSION_OVER);
            case REACTING ->
                session.thermometer(statement)
                        .map(t -> t.open()
                                ? Optional.<SessionRefusal>empty()
                                : Optional.of(SessionRefusal.ALREADY_REVEALED))
                        .orElse(Optional.of(SessionRefusal.NO_SUCH_STATEMENT));
        };
    }
}
