package nl.balansmonitor.sessions;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import nl.balansmonitor.documents.Decision;
import nl.balansmonitor.shared.ActionId;
import nl.balansmonitor.shared.Actor;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.statements.Deck;
import nl.balansmonitor.statements.Decks;
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
    private final CurrentSession current;
    private final Suggestions suggestions;
    private final Decks decks;
    private final StatementProposals proposals;
    private final Clock clock;
    private final SecureRandom random;

    Sessions(
            SessionStore store,
            CurrentSession current,
            Suggestions suggestions,
            Decks decks,
            StatementProposals proposals,
            Clock clock,
            SecureRandom random) {
        this.store = store;
        this.current = current;
        this.suggestions = suggestions;
        this.decks = decks;
        this.proposals = proposals;
        this.clock = clock;
        this.random = random;
    }

    /** Empty if this space has no such session. */
    public Optional<Session> find(SpaceId space, SessionId id) {
        return store.find(space, id);
    }

    /** The session that has begun in this space and is not over. */
    public Optional<Session> current(SpaceId space) {
        return current.of(space);
    }

    /** When a reading of this statement was last taken; empty if never. */
    public Optional<Instant> lastMeasured(SpaceId space, StatementId statement) {
        return store.readings(space, statement).stream().map(Reading::takenAt).reduce((older, newer) -> newer);
    }

    /** What a sticker round is suggested over: the whole theme that this space measured longest ago, or never. */
    public List<Statement> suggestedRound(SpaceId space) {
        return suggestions.rotation(space).themeToChooseFrom();
    }

    /**
     * Begins a session with a suggestion of statements. A session that was begun and never started makes way for it; one in which the team
     * is at work already goes on, and is then what this answers.
     */
    public Outcome<Session, SessionRefusal> begin(SpaceId space, Actor actor) {
        if (!actor.leader()) {
            return Outcome.refused(SessionRefusal.ONLY_LEADERS_START);
        }
        CurrentSession.Place place = current.vacated(current.placeIn(space));
        if (place.atWork().isPresent()) {
            return Outcome.accepted(place.atWork().get());
        }
        var id = new byte[ID_BYTES];
        random.nextBytes(id);
        Session fresh = fresh(
                space,
                new SessionId(HexFormat.of().formatHex(id)),
                actor.member(),
                suggestions.of(space, SUGGESTED, MOST_STATEMENTS),
                Optional.empty());
        store.documents().create(SessionStore.session(space, fresh.id()), fresh);
        if (current.give(place, fresh)) {
            return Outcome.accepted(fresh);
        }
        current.cancelUnstarted(fresh);
        return current(space)
                .<Outcome<Session, SessionRefusal>>map(Outcome::accepted)
                .orElseGet(() -> begin(space, actor));
    }

    /**
     * Begins a session that nobody asked for just now, because a plan says so. A session that was begun and never started makes way for
     * it. A second call with this id changes nothing and answers the same session, as it is by then; it may be over.
     *
     * @param id         of the caller's making, the same for the same occasion
     * @param statements how many to suggest, 1 to 3
     * @return refused with {@link SessionRefusal#OTHER_SESSION_GOES_ON} if the team is at work in another session
     */
    public Outcome<Session, SessionRefusal> beginPlanned(
            SpaceId space, SessionId id, MemberId facilitator, int statements) {
        if (statements < 1 || statements > MOST_STATEMENTS) {
            return Outcome.refused(SessionRefusal.ONE_TO_THREE_STATEMENTS);
        }
        return current.beginOnce(
                space,
                id,
                () -> fresh(space, id, facilitator, suggestions.of(space, statements, statements), Optional.empty()));
    }

    /**
     * The same, and opens the thermometers of what it suggests at once. A second call, with whatever window, changes nothing.
     *
     * @param window see {@link #windowUntil}; whatever is to look after its moments is to be told before this is called
     */
    public Outcome<Session, SessionRefusal> openPlanned(
            SpaceId space, SessionId id, MemberId facilitator, int statements, Optional<Window> window) {
        return opened(beginPlanned(space, id, facilitator, statements), window);
    }

    /**
     * Opens a session about one statement, to see what came of an action. Any member may: he is its facilitator. Otherwise as
     * {@link #openPlanned}.
     *
     * @param statement one that the team has, or has retired since
     */
    public Outcome<Session, SessionRefusal> openFollowUp(
            SpaceId space,
            SessionId id,
            MemberId facilitator,
            ActionId action,
            StatementId statement,
            Optional<Window> window) {
        Deck deck = decks.of(space);
        if (!deck.offers(statement) && deck.retired().stream().noneMatch(s -> s.id().equals(statement))) {
            return Outcome.refused(SessionRefusal.NO_SUCH_STATEMENT);
        }
        return opened(
                current.beginOnce(
                        space, id, () -> fresh(space, id, facilitator, List.of(statement), Optional.of(action))),
                window);
    }

    /** The window of a session that opens now and takes reactions until the afternoon of this day, in the space's zone. */
    public Outcome<Window, SessionRefusal> windowUntil(Space space, LocalDate lastDay) {
        return Window.until(lastDay, clock.instant(), space.zone());
    }

    /**
     * Opens the thermometers of these statements, in this order, whatever a sticker round before it suggests. What groups had proposed goes
     * into the space's deck by it.
     *
     * @param statements one to three different ones that can be chosen now, or that stickers were placed on
     * @param window     for how long; empty for a session of one meeting. See {@link #openPlanned}
     */
    public Outcome<Session, SessionRefusal> measure(
            SpaceId space, SessionId id, Actor actor, List<StatementId> statements, Optional<Window> window) {
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
                case CHOOSING, DECIDING ->
                    obstacle(session, chosen)
                            .map(Sessions::refuse)
                            .orElseGet(() -> write(session.measuring(chosen, window)));
            };
        });
    }

    /** The same in one meeting, without a window. */
    public Outcome<Session, SessionRefusal> measure(
            SpaceId space, SessionId id, Actor actor, List<StatementId> statements) {
        return measure(space, id, actor, statements, Optional.empty());
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

    private Outcome<Session, SessionRefusal> opened(Outcome<Session, SessionRefusal> begun, Optional<Window> window) {
        return switch (begun) {
            case Outcome.Refused<Session, SessionRefusal> refused -> refused;
            case Outcome.Accepted<Session, SessionRefusal>(Session session) ->
                store.decide(
                        session.space(),
                        session.id(),
                        now -> now.phase() == Phase.CHOOSING
                                ? write(now.measuring(now.suggestion(), window))
                                : Decision.leave(Outcome.accepted(now)));
        };
    }

    private Session fresh(
            SpaceId space,
            SessionId id,
            MemberId facilitator,
            List<StatementId> suggestion,
            Optional<ActionId> followUp) {
        return new Session(
                id,
                space,
                facilitator,
                Phase.CHOOSING,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                suggestion,
                List.of(),
                SessionKey.random(random),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                followUp);
    }

    private static Decision<Session, Outcome<Session, SessionRefusal>> write(Session next) {
        return Decision.write(next, Outcome.accepted(next));
    }

    private static Decision<Session, Outcome<Session, SessionRefusal>> refuse(SessionRefusal reason) {
        return Decision.leave(Outcome.refused(reason));
    }
}
