package nl.balansmonitor.actions;

import static java.util.Comparator.comparing;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.balansmonitor.documents.Decision;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.Key;
import nl.balansmonitor.documents.Query;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.shared.ActionId;
import nl.balansmonitor.shared.Actor;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.spaces.Space;
import org.springframework.stereotype.Service;

/** What the teams agreed to do. */
@Service
public class Actions {

    private static final String ACTION = "action:";
    private static final int WEEKS_TO_FEEDBACK = 4;
    private static final int YEARS_AHEAD = 2;

    private final Documents documents;
    private final FeedbackDates feedbackDates;
    private final Clock clock;

    Actions(Documents documents, FeedbackDates feedbackDates, Clock clock) {
        this.documents = documents;
        this.feedbackDates = feedbackDates;
        this.clock = clock;
    }

    /**
     * Adds an action to a statement that was revealed. The same proposal made twice is one action: a double tap changes nothing and is
     * answered as the first one.
     */
    public Outcome<ActionItem, ActionRefusal> add(
            Space space, Session session, StatementId statement, Proposal proposal) {
        Optional<ActionRefusal> obstacle = obstacle(space, session, statement, proposal);
        if (obstacle.isPresent()) {
            return Outcome.refused(obstacle.get());
        }
        var item = new ActionItem(
                idOf(session.id(), statement, proposal),
                session.id(),
                statement,
                oneLine(proposal.what()),
                proposal.owner(),
                proposal.ownerName(),
                proposal.feedbackDate(),
                ActionItem.State.OPEN,
                now(),
                Optional.empty(),
                List.of());
        feedbackDates.expect(space, item.id(), item.owner(), item.feedbackDate());
        Key key = key(space.id(), item.id());
        return Outcome.accepted(documents
                .create(key, item)
                .or(() -> documents.read(key, ActionItem.class))
                .map(Document::content)
                .orElse(item));
    }

    /** Ticks an action off. */
    public Outcome<ActionItem, ActionRefusal> done(Space space, ActionId id, Actor actor) {
        Instant now = now();
        return settle(space, id, actor, item -> Outcome.accepted(item.doneAt(now, actor.member())));
    }

    /** Takes an action up again, to be fed back on this day; a second tap on that changes nothing. */
    public Outcome<ActionItem, ActionRefusal> again(Space space, ActionId id, Actor actor, LocalDate feedbackDate) {
        return change(
                space,
                id,
                actor,
                Change.Kind.AGAIN,
                item -> new Proposal(item.what(), item.owner(), item.ownerName(), feedbackDate));
    }

    /** Says an action differently, or gives it another day or owner; where all are as they were, this changes nothing. */
    public Outcome<ActionItem, ActionRefusal> adjust(Space space, ActionId id, Actor actor, Proposal proposal) {
        var said =
                new Proposal(oneLine(proposal.what()), proposal.owner(), proposal.ownerName(), proposal.feedbackDate());
        return change(space, id, actor, Change.Kind.ADJUSTED, item -> said);
    }

    /** Empty if this space has no such action. */
    public Optional<ActionItem> find(SpaceId space, ActionId id) {
        return documents.read(key(space, id), ActionItem.class).map(Document::content);
    }

    /** Why this member can't settle this action; empty if he can. */
    public Optional<ActionRefusal> obstacleTo(ActionItem item, Actor actor) {
        if (!item.mayBeSettledBy(actor)) {
            return Optional.of(ActionRefusal.ONLY_OWNER_OR_LEADER);
        }
        return item.open() ? Optional.empty() : Optional.of(ActionRefusal.ALREADY_DONE);
    }

    private Outcome<ActionItem, ActionRefusal> change(
            Space space, ActionId id, Actor actor, Change.Kind kind, Function<ActionItem, Proposal> next) {
        Instant now = now();
        find(space.id(), id)
                .filter(item -> obstacleTo(item, actor).isEmpty())
                .map(next)
                .filter(said ->
                        obstacle(space, said.what(), said.feedbackDate()).isEmpty())
                .ifPresent(said -> feedbackDates.expect(space, id, said.owner(), said.feedbackDate()));
        return settle(space, id, actor, item -> {
            Proposal said = next.apply(item);
            if (item.says(said) && (kind == Change.Kind.ADJUSTED || item.lastChangeIs(kind))) {
                return Outcome.accepted(item);
            }
            return obstacle(space, said.what(), said.feedbackDate())
                    .<Outcome<ActionItem, ActionRefusal>>map(Outcome::refused)
                    .orElseGet(() -> Outcome.accepted(item.changed(kind, said, now, actor.member())));
        });
    }

    private Outcome<ActionItem, ActionRefusal> settle(
            Space space, ActionId id, Actor actor, Function<ActionItem, Outcome<ActionItem, ActionRefusal>> next) {
        return documents
                .decide(key(space.id(), id), ActionItem.class, (ActionItem item) -> {
                    Optional<ActionRefusal> obstacle = obstacleTo(item, actor);
                    if (obstacle.isPresent()) {
                        return refuse(obstacle.get());
                    }
                    return switch (next.apply(item)) {
                        case Outcome.Refused<ActionItem, ActionRefusal>(ActionRefusal reason) -> refuse(reason);
                        case Outcome.Accepted<ActionItem, ActionRefusal>(ActionItem changed) ->
                            Decision.write(changed, Outcome.<ActionItem, ActionRefusal>accepted(changed));
                    };
                })
                .orElseGet(() -> Outcome.refused(ActionRefusal.NO_SUCH_ACTION));
    }

    /** The open actions of a space, the first feedback date first. */
    public List<ActionItem> open(SpaceId space) {
        return find(space, "state", ActionItem.State.OPEN.name()).stream()
                .sorted(comparing(ActionItem::feedbackDate).thenComparing(ActionItem::agreedAt))
                .toList();
    }

    /** The actions that were done since then, the last one first. */
    public List<ActionItem> doneSince(SpaceId space, Instant since) {
        return find(space, "state", ActionItem.State.DONE.name()).stream()
                .filter(a -> a.doneAt().filter(since::isBefore).isPresent())
                .sorted(comparing((ActionItem a) -> a.doneAt().orElse(since)).reversed())
                .toList();
    }

    /** All actions that came of a session, in the order in which they were agreed. */
    public List<ActionItem> of(SpaceId space, SessionId session) {
        return find(space, "session", session.value()).stream()
                .sorted(comparing(ActionItem::agreedAt).thenComparing(a -> a.id().value()))
                .toList();
    }

    /** All actions of a space, in the order in which they were agreed. */
    public List<ActionItem> all(SpaceId space) {
        return documents.all(Query.in(Space.partition(space)).idsStartingWith(ACTION), ActionItem.class).stream()
                .map(Document::content)
                .sorted(comparing(ActionItem::agreedAt).thenComparing(a -> a.id().value()))
                .toList();
    }

    /** When an action is fed back if nobody says otherwise: in four weeks, moved to Monday from a weekend. */
    public LocalDate usualFeedbackDate(Space space) {
        LocalDate date = LocalDate.now(clock.withZone(space.zone())).plusWeeks(WEEKS_TO_FEEDBACK);
        return weekend(date) ? date.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : date;
    }

    private static boolean weekend(LocalDate date) {
        return switch (date.getDayOfWeek()) {
            case SATURDAY, SUNDAY -> true;
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> false;
        };
    }

    private static Optional<ActionRefusal> untimely(Session session, StatementId statement) {
        return switch (session.phase()) {
            case CHOOSING, WRITING, STICKERING, DECIDING -> Optional.of(ActionRefusal.NOT_REVEALED);
            case REACTING -> session.revealed(statement) ? Optional.empty() : Optional.of(ActionRefusal.NOT_REVEALED);
            case CLOSING, CLOSED, CANCELLED -> Optional.of(ActionRefusal.SESSION_OVER);
        };
    }

    private Optional<ActionRefusal> obstacle(Space space, Session session, StatementId statement, Proposal proposal) {
        Optional<ActionRefusal> untimely = untimely(session, statement);
        if (untimely.isPresent()) {
            return untimely;
        }
        return obstacle(space, oneLine(proposal.what()), proposal.feedbackDate());
    }

    private Optional<ActionRefusal> obstacle(Space space, String what, LocalDate feedbackDate) {
        if (what.isEmpty()) {
            return Optional.of(ActionRefusal.NOTHING_TO_DO);
        }
        if (what.length() > ActionItem.LONGEST) {
            return Optional.of(ActionRefusal.TOO_LONG);
        }
        LocalDate today = LocalDate.now(clock.withZone(space.zone()));
        if (feedbackDate.isBefore(today)) {
            return Optional.of(ActionRefusal.DATE_IN_THE_PAST);
        }
        if (feedbackDate.isAfter(today.plusYears(YEARS_AHEAD))) {
            return Optional.of(ActionRefusal.DATE_TOO_FAR);
        }
        return weekend(feedbackDate) ? Optional.of(ActionRefusal.ON_A_WEEKEND) : Optional.empty();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private List<ActionItem> find(SpaceId space, String field, String value) {
        Query query = Query.in(Space.partition(space)).idsStartingWith(ACTION).where(field, value);
        return documents.all(query, ActionItem.class).stream()
                .map(Document::content)
                .toList();
    }

    private static Decision<ActionItem, Outcome<ActionItem, ActionRefusal>> refuse(ActionRefusal reason) {
        return Decision.leave(Outcome.refused(reason));
    }

    private static Key key(SpaceId space, ActionId id) {
        return Space.partition(space).key(ACTION + id);
    }

    private static String oneLine(String written) {
        return written.replaceAll("[\\s\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
    }

    /** Made from the proposal itself, so that the same one has the same id. */
    private static ActionId idOf(SessionId session, StatementId statement, Proposal p) {
        String whole = String.join(
                "\n",
                session.value(),
                statement.value(),
                oneLine(p.what()),
                p.owner().value(),
                p.feedbackDate().toString());
        return new ActionId(
                UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8)).toString());
    }
}
