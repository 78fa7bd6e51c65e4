package nl.balansmonitor.rhythm;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.SessionRefusal;
import nl.balansmonitor.sessions.Sessions;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.spaces.Spaces;
import org.springframework.stereotype.Service;

/**
 * Has the sessions of a plan announced and begun when their time has come. Each happens once, whoever looks, and however often: before an
 * effect its occasion is written, and who finds one half done goes on with it.
 */
@Service
public class PlannedSessions {

    /** So late a session in the meeting still begins. */
    static final Duration GRACE = Duration.ofHours(2);

    /** So late one begins that is open for days. */
    static final Duration GRACE_OF_DAYS = Duration.ofDays(2);

    private static final int AT_A_TIME = 4;

    /** Of times to go on with what a long sleep left: a weekly plan has been asleep for years then. */
    private static final int MOST_ROUNDS = 200;

    private final PlanStore store;
    private final PreferenceStore preferences;
    private final Occasions occasions;
    private final Spaces spaces;
    private final Sessions sessions;
    private final Beginning beginning;
    private final DueList due;
    private final Clock clock;

    PlannedSessions(
            PlanStore store,
            PreferenceStore preferences,
            Occasions occasions,
            Spaces spaces,
            Sessions sessions,
            Beginning beginning,
            DueList due,
            Clock clock) {
        this.store = store;
        this.preferences = preferences;
        this.occasions = occasions;
        this.spaces = spaces;
        this.sessions = sessions;
        this.beginning = beginning;
        this.due = due;
        this.clock = clock;
    }

    /**
     * Does what is due in a space, and puts on the {@link DueList} when to look next. Early, in vain or again it does no harm.
     *
     * @param shows is told of every occasion that the channel hears of, after it was written, also where nothing changed: an earlier look
     *     may have been cut off before it told
     */
    public void look(SpaceId id, Consumer<Occasion> shows) {
        Space space = spaces.of(id);
        Preferences wanted = preferences.of(id);
        Optional<PlanStore.Kept> kept = store.find(id);
        keepToThePlan(space, kept.flatMap(PlanStore.Kept::plan), wanted).forEach(shows);
        for (int round = 0; round < MOST_ROUNDS && goOn(space, kept, wanted, shows); round++) {
            kept = store.find(id);
        }
    }

    /** What was told or moved and is not in the plan any more is withdrawn; an hour that was changed is changed there too. */
    private List<Occasion> keepToThePlan(Space space, Optional<Plan> plan, Preferences wanted) {
        Instant now = clock.instant();
        var changed = new ArrayList<Occasion>();
        for (Occasion pending : store.pending(space.id())) {
            Optional<Timetable.Slot> slot =
                    plan.flatMap(p -> occasions.timetable(p, wanted).on(pending.date()));
            Occasion kept = pending;
            if (slot.isPresent()) {
                Plan p = plan.orElseThrow();
                kept = store.change(space.id(), pending, o -> o.open() ? o.following(slot.get(), p) : o);
            } else if (pending.open() || pending.beginsAt(space.zone()).isAfter(now)) {
                kept = store.change(space.id(), pending, PlannedSessions::withdrawn);
            }
            if (!kept.equals(pending)) {
                changed.add(kept);
            }
        }
        return changed;
    }

    private static Occasion withdrawn(Occasion occasion) {
        return occasion.open() || occasion.state() == Occasion.State.SKIPPED
                ? occasion.in(Occasion.State.WITHDRAWN)
                : occasion;
    }

    /** Whether there may be more to do at once. */
    private boolean goOn(Space space, Optional<PlanStore.Kept> found, Preferences wanted, Consumer<Occasion> shows) {
        Optional<Plan> plan = found.flatMap(PlanStore.Kept::plan);
        if (plan.isEmpty()) {
            return false;
        }
        PlanStore.Kept kept = found.orElseThrow();
        Instant now = clock.instant();
        List<Occasion> before = occasions.unhandled(space, plan.get(), kept, wanted, AT_A_TIME + 1);
        var after = new ArrayList<Occasion>();
        for (int i = 0; i < Math.min(before.size(), AT_A_TIME); i++) {
            Optional<Occasion> following =
                    before.stream().skip(i + 1L).filter(Occasion::open).findFirst();
            Occasion occasion = step(space, plan.get(), before.get(i), following, wanted, now);
            if (isTold(occasion)) {
                shows.accept(occasion);
            }
            after.add(occasion);
        }
        occasions
                .next(space, after, wanted, now)
                .ifPresent(moment -> due.add(new Due(Due.Kind.PLAN, space.id(), Plans.SUBJECT, moment)));
        Optional<LocalDate> over = after.stream()
                .takeWhile(o -> o.over() && !o.beginsAt(space.zone()).isAfter(now))
                .reduce((first, second) -> second)
                .map(Occasion::date);
        over.ifPresent(date -> store.handled(space.id(), kept, date));
        return over.isPresent();
    }

    private static boolean isTold(Occasion occasion) {
        return switch (occasion.state()) {
            case PLANNED, WITHDRAWN -> false;
            case ANNOUNCED, BEGINNING, BEGUN, SKIPPED, MISSED -> true;
        };
    }

    private Occasion step(
            Space space, Plan plan, Occasion occasion, Optional<Occasion> following, Preferences wanted, Instant now) {
        if (occasion.over()) {
            return occasion;
        }
        Instant begins = occasion.beginsAt(space.zone());
        if (!begins.isAfter(now) || occasion.state() == Occasion.State.BEGINNING) {
            return begin(space, plan, occasion, following, now);
        }
        boolean tell = !occasion.announced().contains(occasion.at())
                && !occasions.announcedAt(space, occasion, wanted).isAfter(now);
        LocalDateTime at = occasion.at();
        return tell
                ? store.change(space.id(), occasion, o -> o.open() && o.at().equals(at) ? o.announced(at) : o)
                : occasion;
    }

    private Occasion begin(Space space, Plan plan, Occasion occasion, Optional<Occasion> following, Instant now) {
        SessionId id = sessionOf(space.id(), occasion.date());
        Instant latest = occasion.beginsAt(space.zone()).plus(plan.openDays() > 0 ? GRACE_OF_DAYS : GRACE);
        if (now.isAfter(latest) && sessions.find(space.id(), id).isEmpty()) {
            boolean anotherIsOver = following
                    .filter(o -> !o.beginsAt(space.zone()).isAfter(now))
                    .isPresent();
            return miss(space, occasion, Occasion.Missed.TOO_LATE, !anotherIsOver, following);
        }
        LocalDateTime at = occasion.at();
        Occasion mine = store.change(
                space.id(), occasion, o -> o.open() && o.at().equals(at) ? o.in(Occasion.State.BEGINNING) : o);
        if (mine.state() != Occasion.State.BEGINNING) {
            return mine;
        }
        return switch (beginning.begin(space, plan, mine, id)) {
            // Also where another instance, which looked a moment earlier, was refused and counts it as missed.
            case Outcome.Accepted<Session, SessionRefusal>(Session session) ->
                store.change(space.id(), mine, o -> o.begun(session.id()));
            case Outcome.Refused<Session, SessionRefusal>(SessionRefusal reason) -> {
                var why = reason == SessionRefusal.OTHER_SESSION_GOES_ON
                        ? Occasion.Missed.AT_WORK
                        : Occasion.Missed.NOT_POSSIBLE;
                yield miss(space, mine, why, true, following);
            }
        };
    }

    private Occasion miss(
            Space space, Occasion occasion, Occasion.Missed why, boolean tell, Optional<Occasion> following) {
        return store.change(space.id(), occasion, o -> o.over() ? o : o.missed(why, tell, following.map(Occasion::at)));
    }

    /** One and the same, whoever makes it. */
    static SessionId sessionOf(SpaceId space, LocalDate date) {
        String name = "planned\n" + space + "\n" + date;
        return new SessionId(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
    }
}
