package nl.balansmonitor.rhythm;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.balansmonitor.shared.Actor;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.spaces.Space;
import org.springframework.stereotype.Service;

/**
 * The plans of the spaces, as their leaders set them. Who changed something has {@link PlannedSessions} look, so that the channel hears of it
 * at once; if he does not get to it, the due list does.
 */
@Service
public class Plans {

    /** The subject of what is due for a plan. */
    static final String SUBJECT = "plan";

    /** So many of the next days are told. */
    private static final int TOLD = 3;

    /** So far a first date may lie ahead. */
    private static final int YEARS_AHEAD = 2;

    /** Of days that are looked through for one: handled ones may still be among them. */
    private static final int LOOKED_THROUGH = 10;

    private final PlanStore store;
    private final PreferenceStore preferences;
    private final Occasions occasions;
    private final DueList due;
    private final Clock clock;

    Plans(PlanStore store, PreferenceStore preferences, Occasions occasions, DueList due, Clock clock) {
        this.store = store;
        this.preferences = preferences;
        this.occasions = occasions;
        this.due = due;
        this.clock = clock;
    }

    /**
     * One of the next occasions.
     *
     * @param meant the day it would be if the school worked then; the occasion's own day otherwise
     */
    public record Coming(Occasion occasion, LocalDate meant) {}

    /** Empty if nothing is planned. */
    public Optional<Plan> of(SpaceId space) {
        return store.find(space).flatMap(PlanStore.Kept::plan);
    }

    /** What the space chose besides its plan. */
    public Preferences preferences(SpaceId space) {
        return preferences.of(space);
    }

    /** Empty if nothing is known of this day of the plan yet. */
    public Optional<Occasion> occasion(SpaceId space, LocalDate date) {
        return store.occasion(space, date);
    }

    /** The next occasions, at most {@value #TOLD}, skipped ones among them. */
    public List<Coming> coming(Space space) {
        Preferences wanted = preferences.of(space.id());
        Optional<Plan> plan = of(space.id());
        return ahead(space).stream()
                .limit(TOLD)
                .map(o -> new Coming(
                        o,
                        plan.flatMap(p -> occasions.timetable(p, wanted).on(o.date()))
                                .map(Timetable.Slot::meant)
                                .orElse(o.date())))
                .toList();
    }

    /**
     * Sets what a leader filled in, in the place of what was planned before; with the same once more, nothing changes. An occasion that a
     * leader moved or skipped stays so where the new plan has its day too.
     *
     * @return the plan; empty if nothing is planned now
     */
    public Outcome<Optional<Plan>, PlanRefusal> set(Space space, Actor actor, PlanForm form) {
        if (!actor.leader()) {
            return Outcome.refused(PlanRefusal.ONLY_LEADERS);
        }
        return switch (form.read(actor.member())) {
            case Outcome.Refused<PlanForm.Wish, PlanRefusal>(PlanRefusal reason) -> Outcome.refused(reason);
            case Outcome.Accepted<PlanForm.Wish, PlanRefusal>(PlanForm.Wish wish) ->
                wish.plan()
                        .flatMap(plan -> untimely(space, plan))
                        .<Outcome<Optional<Plan>, PlanRefusal>>map(Outcome::refused)
                        .orElseGet(() -> Outcome.accepted(keep(space, wish)));
        };
    }

    /** Ends the plan; a second call changes nothing. What has begun goes on. */
    public Outcome<Optional<Plan>, PlanRefusal> off(Space space, Actor actor) {
        if (!actor.leader()) {
            return Outcome.refused(PlanRefusal.ONLY_LEADERS);
        }
        return Outcome.accepted(keep(space, new PlanForm.Wish(Optional.empty(), preferences.of(space.id()))));
    }

    /**
     * Leaves out one occasion; a second call changes nothing.
     *
     * @param date its day in the plan
     */
    public Outcome<Occasion, PlanRefusal> skip(Space space, Actor actor, LocalDate date) {
        List<Occasion> ahead = ahead(space);
        int place = placeOf(ahead, date);
        Optional<PlanRefusal> obstacle = obstacle(space, actor, date, place);
        if (obstacle.isPresent()) {
            return Outcome.refused(obstacle.get());
        }
        Optional<LocalDateTime> following = ahead.stream()
                .skip(place + 1L)
                .filter(Occasion::open)
                .findFirst()
                .map(Occasion::at);
        Occasion skipped = store.change(space.id(), ahead.get(place), o -> o.open() ? o.skipped(following) : o);
        return skipped.state() == Occasion.State.SKIPPED
                ? Outcome.accepted(skipped)
                : Outcome.refused(PlanRefusal.OCCASION_OVER);
    }

    /**
     * Moves one occasion, between the one before it and the one after it; one that was skipped takes place then after all.
     *
     * @param date   its day in the plan
     * @param toDate yyyy-MM-dd, a school day
     * @param toTime HH:mm
     */
    public Outcome<Occasion, PlanRefusal> move(Space space, Actor actor, LocalDate date, String toDate, String toTime) {
        List<Occasion> ahead = ahead(space);
        int place = placeOf(ahead, date);
        Optional<PlanRefusal> obstacle = obstacle(space, actor, date, place);
        if (obstacle.isPresent()) {
            return Outcome.refused(obstacle.get());
        }
        try {
            LocalDateTime to = moment(space, toDate, toTime);
            LocalDate day = to.toLocalDate();
            boolean pastAnother = IntStream.range(0, ahead.size())
                    .filter(other -> other != place && ahead.get(other).open())
                    .anyMatch(other -> other < place
                            ? !day.isAfter(ahead.get(other).at().toLocalDate())
                            : !day.isBefore(ahead.get(other).at().toLocalDate()));
            if (pastAnother) {
                return Outcome.refused(PlanRefusal.PAST_ANOTHER);
            }
            expect(space, ahead.get(place).movedTo(to));
            Occasion moved = store.change(space.id(), ahead.get(place), o -> movable(o, to) ? o.movedTo(to) : o);
            return moved.open() ? Outcome.accepted(moved) : Outcome.refused(PlanRefusal.OCCASION_OVER);
        } catch (PlanForm.Mistake mistake) {
            return Outcome.refused(mistake.reason());
        }
    }

    private static boolean movable(Occasion occasion, LocalDateTime to) {
        boolean elsewhere = occasion.open() && !occasion.at().equals(to);
        return elsewhere || occasion.state() == Occasion.State.SKIPPED;
    }

    private LocalDateTime moment(Space space, String date, String time) throws PlanForm.Mistake {
        LocalDate day = PlanForm.date(date);
        LocalTime hour = PlanForm.time(time);
        if (!Plan.possible(hour)) {
            throw new PlanForm.Mistake(PlanRefusal.TIME_OUT_OF_RANGE);
        }
        if (day.isAfter(today(space).plusYears(YEARS_AHEAD))) {
            throw new PlanForm.Mistake(PlanRefusal.DATE_TOO_FAR);
        }
        if (!day.atTime(hour).atZone(space.zone()).toInstant().isAfter(clock.instant())) {
            throw new PlanForm.Mistake(PlanRefusal.MOMENT_PASSED);
        }
        if (!occasions.schoolDay(day, preferences.of(space.id()))) {
            throw new PlanForm.Mistake(PlanRefusal.NOT_A_SCHOOL_DAY);
        }
        return day.atTime(hour);
    }

    /** The next occasions that are still to come, or would be had nobody skipped them. */
    private List<Occasion> ahead(Space space) {
        Instant now = clock.instant();
        Preferences wanted = preferences.of(space.id());
        return store.find(space.id()).stream()
                .flatMap(kept -> kept.plan().stream()
                        .flatMap(plan -> occasions.unhandled(space, plan, kept, wanted, LOOKED_THROUGH).stream()))
                .filter(o -> o.open() || o.state() == Occasion.State.SKIPPED)
                .filter(o -> o.beginsAt(space.zone()).isAfter(now))
                .toList();
    }

    private static int placeOf(List<Occasion> ahead, LocalDate date) {
        return IntStream.range(0, ahead.size())
                .filter(i -> ahead.get(i).date().equals(date))
                .findFirst()
                .orElse(-1);
    }

    private Optional<PlanRefusal> obstacle(Space space, Actor actor, LocalDate date, int place) {
        if (!actor.leader()) {
            return Optional.of(PlanRefusal.ONLY_LEADERS);
        }
        if (place >= 0) {
            return Optional.empty();
        }
        if (store.occasion(space.id(), date).isPresent()) {
            return Optional.of(PlanRefusal.OCCASION_OVER);
        }
        return Optional.of(of(space.id()).isPresent() ? PlanRefusal.NO_SUCH_OCCASION : PlanRefusal.NOTHING_PLANNED);
    }

    /** A first date that has passed may stay, but not be chosen. */
    private Optional<PlanRefusal> untimely(Space space, Plan plan) {
        LocalDate today = today(space);
        boolean chosen = of(space.id())
                .filter(before -> before.firstDate().equals(plan.firstDate()))
                .isEmpty();
        if (chosen && plan.firstDate().isBefore(today)) {
            return Optional.of(PlanRefusal.DATE_IN_THE_PAST);
        }
        return plan.firstDate().isAfter(today.plusYears(YEARS_AHEAD))
                ? Optional.of(PlanRefusal.DATE_TOO_FAR)
                : Optional.empty();
    }

    private Optional<Plan> keep(Space space, PlanForm.Wish wish) {
        Optional<PlanStore.Kept> before = store.find(space.id());
        boolean same = before.flatMap(PlanStore.Kept::plan).equals(wish.plan());
        Instant now = clock.instant();
        due.add(new Due(Due.Kind.PLAN, space.id(), SUBJECT, now));
        PlanStore.Kept kept = same && before.isPresent()
                ? before.get()
                : new PlanStore.Kept(wish.plan(), earliestPending(space).minusDays(1), now);
        wish.plan()
                .map(plan -> occasions.unhandled(space, plan, kept, wish.preferences(), TOLD))
                .flatMap(soon -> occasions.next(space, soon, wish.preferences(), now))
                .ifPresent(moment -> due.add(new Due(Due.Kind.PLAN, space.id(), SUBJECT, moment)));
        if (!preferences.of(space.id()).equals(wish.preferences())) {
            preferences.set(space.id(), wish.preferences());
        }
        if (!same) {
            store.set(space.id(), kept);
        }
        return wish.plan();
    }

    /** Somebody may have moved an occasion whose own day has passed. */
    private LocalDate earliestPending(Space space) {
        return Stream.concat(
                        Stream.of(today(space)),
                        store.pending(space.id()).stream()
                                .filter(Occasion::open)
                                .map(Occasion::date))
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    private void expect(Space space, Occasion occasion) {
        Instant now = clock.instant();
        Stream.of(
                        now,
                        occasions.announcedAt(space, occasion, preferences.of(space.id())),
                        occasion.beginsAt(space.zone()))
                .filter(moment -> !moment.isBefore(now))
                .forEach(moment -> due.add(new Due(Due.Kind.PLAN, space.id(), SUBJECT, moment)));
    }

    private LocalDate today(Space space) {
        return LocalDate.now(clock.withZone(space.zone()));
    }
}
