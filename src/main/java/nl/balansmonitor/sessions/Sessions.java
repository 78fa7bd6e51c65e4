package nl.balansmonitor.sessions;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.balansmonitor.documents.Decision;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.shared.Actor;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.statements.Agenda;
import nl.balansmonitor.statements.Deck;
import nl.balansmonitor.statements.Decks;
import nl.balansmonitor.statements.Rotation;
import nl.balansmonitor.statements.Statement;
import nl.balansmonitor.statements.StatementProposals;
import org.springframework.stereotype.Service;

/** The sessions of all spaces: how one begins, and what it measures. */
@Service
public class Sessions {

    private static final int SUGGESTED = 2;
    private static final int MOST_STATEMENTS = 3;
    private static final int ID_BYTES = 12;

    private final SessionStore store;
    private final Decks decks;
    private final Agenda agenda;
    private final StatementProposals proposals;
    private final Clock clock;
    private final SecureRandom random;

    Sessions(
            SessionStore store,
            Decks decks,
            Agenda agenda,
            StatementProposals proposals,
            Clock clock,
            SecureRandom random) {
        this.store = store;
        this.decks = decks;
        this.agenda = agenda;
        this.proposals = proposals;
        this.clock = clock;
        this.random = random;
    }

    private record Current(SessionId session) {}

    /** Empty if this space has no such session. */
    public Optional<Session> find(SpaceId space, SessionId id) {
        return store.find(space, id);
    }

    /** The session that has begun in this space and is not over. */
    public Optional<Session> current(SpaceId space) {
        return store.documents()
                .read(SessionStore.current(space), Current.class)
                .flatMap(d -> find(space, d.content().session()))
                .filter(s -> !s.over());
    }

    /** When a reading of this statement was last taken; empty if never. */
    public Optional<Instant> lastMeasured(SpaceId space, StatementId statement) {
        return store.readings(space, statement).stream().map(Reading::takenAt).reduce((older, newer) -> newer);
    }

    /** What a sticker round is suggested over: the whole theme that this space measured longest ago, or never. */
    public List<Statement> suggestedRound(SpaceId space) {
        return rotation(space).themeToChooseFrom();
    }

    /**
     * Begins a session with a suggestion of statements. A session that was begun and never started makes way for it; one in which the team
     * is at work already goes on, and is then what this answers.
     */
    public Outcome<Session, SessionRefusal> begin(SpaceId space, Actor actor) {
        if (!actor.leader()) {
            return Outcome.refused(SessionRefusal.ONLY_LEADERS_START);
        }
        Optional<Document<Current>> before = store.documents().read(SessionStore.current(space), Current.class);
        Optional<Session> going = before.flatMap(d -> find(space, d.content().session()));
        if (going.isPresent() && going.get().phase() == Phase.CHOOSING) {
            going = cancelUnstarted(going.get());
        }
        if (going.isPresent() && going.get().underWay()) {
            return Outcome.accepted(going.get());
        }
        Session fresh = fresh(space, actor);
        Documents documents = store.documents();
        documents.create(SessionStore.session(space, fresh.id()), fresh);
        var current = new Current(fresh.id());
        boolean first = before.map(d -> documents.replace(d, current))
                .orElseGet(() -> documents.create(SessionStore.current(space), current))
                .isPresent();
        if (first) {
            return Outcome.accepted(fresh);
        }
        cancelUnstarted(fresh);
        return current(space)
                .<Outcome<Session, SessionRefusal>>map(Outcome::accepted)
                .orElseGet(() -> begin(space, actor));
    }

    /**
     * Opens the thermometers of these statements, in this order, whatever a sticker round before it suggests. What groups had proposed goes
     * into the space's deck by it.
     *
     * @param statements one to three different ones that can be chosen now, or that stickers were placed on
     */
    public Outcome<Session, SessionRefusal> measure(
            SpaceId space, SessionId id, Actor actor, List<StatementId> statements) {
        List<StatementId> chosen = statements.stream().distinct().toList();
        find(space, id)
                .filter(s -> s.phase() == Phase.DECIDING && s.mayBeSteeredBy(actor))
                .filter(s -> obstacle(s, chosen).isEmpty())
                .ifPresent(s -> proposals.adopt(space, chosen));
        return store.decide(space, id, session -> {
            if (!session.mayBeSteeredBy(actor)) {
                return refuse(SessionRefusal.ONLY_FACILITATOR);
            }
            return switch (session.phase()) {
                case REACTING, CLOSING -> refuse(SessionRefusal.ALREADY_STARTED);
                case CLOSED, CANCELLED -> refuse(SessionRefusal.SESSION_OVER);
                case WRITING -> refuse(SessionRefusal.STILL_WRITING);
                case STICKERING -> refuse(SessionRefusal.STICKERS_STILL_OPEN);
                case CHOOSING, DECIDING -> {
                    Optional<SessionRefusal> obstacle = obstacle(session, chosen);
                    if (obstacle.isPresent()) {
                        yield refuse(obstacle.get());
                    }
                    Session started = session.measuring(chosen);
                    yield Decision.write(started, Outcome.accepted(started));
                }
            };
        });
    }

    /** Why a session can't measure these, whatever its phase. */
    Optional<SessionRefusal> obstacle(Session session, List<StatementId> chosen) {
        if (chosen.isEmpty() || chosen.size() > MOST_STATEMENTS) {
            return Optional.of(SessionRefusal.ONE_TO_THREE_STATEMENTS);
        }
        Deck deck = decks.of(session.space());
        return chosen.stream().allMatch(s -> deck.offers(s) || session.stickersOn(s))
                ? Optional.empty()
                : Optional.of(SessionRefusal.NO_SUCH_STATEMENT);
    }

    private Optional<Session> cancelUnstarted(Session session) {
        store.decide(session.space(), session.id(), now -> {
            if (now.phase() != Phase.CHOOSING) {
                return Decision.leave(Outcome.accepted(now));
            }
            Session cancelled = now.over(Phase.CANCELLED);
            return Decision.write(cancelled, Outcome.accepted(cancelled));
        });
        return find(session.space(), session.id());
    }

    private Session fresh(SpaceId space, Actor facilitator) {
        List<Statement> wanted =
                agenda.of(space).stream().limit(MOST_STATEMENTS).toList();
        List<StatementId> suggestion = rotation(space).suggest(wanted, SUGGESTED).stream()
                .limit(MOST_STATEMENTS)
                .map(Statement::id)
                .toList();
        var id = new byte[ID_BYTES];
        random.nextBytes(id);
        return new Session(
                new SessionId(HexFormat.of().formatHex(id)),
                space,
                facilitator.member(),
                Phase.CHOOSING,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                suggestion,
                List.of(),
                SessionKey.random(random),
                Optional.empty(),
                Optional.empty());
    }

    private Rotation rotation(SpaceId space) {
        List<Set<StatementId>> measured = store.closed(space).stream()
                .map(s -> s.thermometers().stream().map(Thermometer::statement).collect(Collectors.toSet()))
                .toList();
        return new Rotation(decks.of(space).statements(), measured);
    }

    private static Decision<Session, Outcome<Session, SessionRefusal>> refuse(SessionRefusal reason) {
        return Decision.leave(Outcome.refused(reason));
    }
}
