package nl.balansmonitor.reports;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.balansmonitor.actions.ActionItem;
import nl.balansmonitor.actions.Actions;
import nl.balansmonitor.actions.Change;
import nl.balansmonitor.rhythm.Occasion;
import nl.balansmonitor.rhythm.Plans;
import nl.balansmonitor.sessions.History;
import nl.balansmonitor.sessions.Phase;
import nl.balansmonitor.sessions.Reading;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.Sessions;
import nl.balansmonitor.sessions.Thermometer;
import nl.balansmonitor.sessions.Thermometers;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.statements.Decks;
import org.springframework.stereotype.Component;

/** Gathers what belongs in a report. */
@Component
class Reports {

    private final Sessions sessions;
    private final History history;
    private final Thermometers thermometers;
    private final Decks decks;
    private final Actions actions;
    private final Plans plans;

    Reports(Sessions sessions, History history, Thermometers thermometers, Decks decks, Actions actions, Plans plans) {
        this.sessions = sessions;
        this.history = history;
        this.thermometers = thermometers;
        this.decks = decks;
        this.actions = actions;
        this.plans = plans;
    }

    /** Empty unless this space has such a session, and it is closed. */
    Optional<Report> of(Space space, SessionId session) {
        return sessions.find(space.id(), session)
                .filter(s -> s.phase() == Phase.CLOSED)
                .map(s -> report(space, s));
    }

    private Report report(Space space, Session session) {
        List<Report.Result> results = results(session);
        List<ActionItem> agreed = actions.of(space.id(), session.id());
        return new Report(
                space,
                session,
                results,
                lookBack(session, lastTraceOf(session, results, agreed)),
                agreed,
                ranking(session),
                plans.coming(space).stream()
                        .map(Plans.Coming::occasion)
                        .filter(Occasion::open)
                        .findFirst()
                        .map(Occasion::at));
    }

    private List<Report.Result> results(Session session) {
        Map<StatementId, Reading> readings = history.readings(session.space(), session.id()).stream()
                .collect(toMap(Reading::statement, identity(), (first, same) -> first));
        return session.thermometers().stream()
                .sorted(comparing(Thermometer::open).thenComparingInt(Thermometer::revealed))
                .flatMap(t -> Optional.ofNullable(readings.get(t.statement())).stream())
                .map(reading -> new Report.Result(
                        decks.statement(session.space(), reading.statement()),
                        reading,
                        thermometers.previous(session, reading.statement())))
                .toList();
    }

    /** No session keeps when it was closed; this is the last moment at which it surely still went on. */
    private static Instant lastTraceOf(Session session, List<Report.Result> results, List<ActionItem> agreed) {
        return Stream.of(
                        Stream.of(session.startedAt()),
                        results.stream().map(r -> r.reading().takenAt()),
                        agreed.stream().map(ActionItem::agreedAt))
                .flatMap(moments -> moments)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private List<Report.Decided> lookBack(Session session, Instant until) {
        Instant began = session.startedAt();
        return Stream.concat(
                        actions.open(session.space()).stream(),
                        actions.doneSince(session.space(), began.minusMillis(1)).stream())
                .filter(a -> !a.session().equals(session.id()))
                .sorted(comparing(ActionItem::agreedAt).thenComparing(a -> a.id().value()))
                .flatMap(a -> decided(a, began, until).stream())
                .toList();
    }

    /** What was last decided in this time; a later change remembers what the action said until then. */
    private static Optional<Report.Decided> decided(ActionItem action, Instant from, Instant until) {
        Optional<Change> last = action.history().stream()
                .filter(c -> !c.at().isBefore(from) && !c.at().isAfter(until))
                .reduce((older, newer) -> newer);
        Optional<Change> later =
                action.history().stream().filter(c -> c.at().isAfter(until)).findFirst();
        String what = later.map(Change::what).orElse(action.what());
        LocalDate feedbackDate = later.map(Change::feedbackDate).orElse(action.feedbackDate());
        return last.map(change -> new Report.Decided(what, action.ownerName(), change.kind(), feedbackDate));
    }

    private List<Report.Placed> ranking(Session session) {
        return session.stickers().flatMap(round -> round.tally()).stream()
                .flatMap(tally -> tally.ranking().stream())
                .map(r -> new Report.Placed(r.rank(), decks.statement(session.space(), r.statement()), r.stickers()))
                .sorted(comparingInt(Report.Placed::rank))
                .toList();
    }
}
