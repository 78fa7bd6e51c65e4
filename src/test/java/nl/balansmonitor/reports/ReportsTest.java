package nl.balansmonitor.reports;

import static nl.balansmonitor.Rooms.MONDAY_MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import nl.balansmonitor.Rooms;
import nl.balansmonitor.actions.ActionItem;
import nl.balansmonitor.actions.Actions;
import nl.balansmonitor.actions.Change;
import nl.balansmonitor.actions.Proposal;
import nl.balansmonitor.rhythm.Plans;
import nl.balansmonitor.sessions.Closing;
import nl.balansmonitor.sessions.History;
import nl.balansmonitor.sessions.Remark;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.Sessions;
import nl.balansmonitor.sessions.Thermometers;
import nl.balansmonitor.shared.Actor;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.statements.Decks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {

    private static final Actor SANNE_WHO_LEADS = new Actor(new MemberId("sanne"), true);
    private static final StatementId SCREEN_FREE = new StatementId("st7");
    private static final StatementId FEEDBACK = new StatementId("st13");
    private static final LocalDate IN_MAY = LocalDate.parse("2026-05-11");

    private static Rooms rooms;
    private static Reports reports;

    private Space zwaluw;

    @BeforeAll
    static void open(@TempDir Path folder) {
        rooms = Rooms.over(folder.resolve("test.db"));
        reports = new Reports(
                rooms.get(Sessions.class),
                rooms.get(History.class),
                rooms.get(Thermometers.class),
                rooms.get(Decks.class),
                rooms.get(Actions.class),
                rooms.get(Plans.class));
    }

    @AfterAll
    static void close() {
        rooms.close();
    }

    @BeforeEach
    void anotherSpace() {
        rooms.itIs(MONDAY_MORNING);
        zwaluw = new Space(
                rooms.newSpace(),
                Language.DUTCH,
                ZoneId.of("Europe/Amsterdam"),
                new LinkedHashSet<>(),
                Optional.empty());
    }

    @Test
    void isThereOnceTheSessionIsClosed() {
        Session session = begin(FEEDBACK);
        react(session, FEEDBACK, 4);
        reveal(session, FEEDBACK);
        assertThat(reports.of(zwaluw, session.id())).isEmpty();

        closed(session);
        Report report = report(session);
        assertThat(report.date()).isEqualTo(LocalDate.parse("2026-01-12"));
        assertThat(report.participation().orElseThrow().reactions()).isEqualTo(4);
        assertThat(report.lookBack()).isEmpty();
        assertThat(report.next()).isEmpty();
    }

    @Test
    void beginsWithWhatWasTalkedAboutFirstAndHoldsNothingOfWhatWasNot() {
        var regie = new StatementId("st1");
        Session session = begin(SCREEN_FREE, regie, FEEDBACK);
        for (StatementId statement : List.of(SCREEN_FREE, regie, FEEDBACK)) {
            react(session, statement, 5);
        }
        reveal(session, FEEDBACK);
        reveal(session, SCREEN_FREE);
        closed(session);

        List<Report.Result> results = report(session).results();
        assertThat(results).extracting(r -> r.statement().id()).containsExactly(FEEDBACK, SCREEN_FREE, regie);
        assertThat(results.getFirst().shown()).isPresent();
        assertThat(results.getFirst().reading().remarks()).hasSize(5);
        assertThat(results.getLast().reading().distribution()).isEmpty();
        assertThat(results.getLast().reading().remarks()).isEmpty();
    }

    @Test
    void holdsNoScoresOfTooFew() {
        Session session = begin(FEEDBACK);
        react(session, FEEDBACK, 2);
        reveal(session, FEEDBACK);
        closed(session);
        Report.Result result = report(session).results().getFirst();
        assertThat(result.shown()).isEmpty();
        assertThat(result.reading().revealed()).isTrue();
    }

    @Test
    void comparesWithTheMeasurementBefore() {
        Session before = begin(FEEDBACK);
        react(before, FEEDBACK, 4);
        reveal(before, FEEDBACK);
        closed(before);
        rooms.itIs(MONDAY_MORNING.plus(Duration.ofDays(60)));
        Session now = begin(FEEDBACK);
        react(now, FEEDBACK, 5);
        reveal(now, FEEDBACK);
        closed(now);
        assertThat(report(now).results().getFirst().previous().orElseThrow().session())
                .isEqualTo(before.id());
        assertThat(report(before).results().getFirst().previous()).isEmpty();

        rooms.itIs(MONDAY_MORNING.plus(Duration.ofDays(120)));
        Session tooFew = begin(FEEDBACK);
        react(tooFew, FEEDBACK, 2);
        reveal(tooFew, FEEDBACK);
        closed(tooFew);
        assertThat(report(tooFew).results().getFirst().previous()).isEmpty();
    }

    @Test
    void looksBackOnWhatThisSessionDecidedAndNotOnWhatCameLater() {
        Session first = begin(FEEDBACK);
        reveal(first, FEEDBACK);
        ActionItem adjusted = agreed(first, "Bosdag");
        ActionItem done = agreed(first, "Inlogkaarten");
        ActionItem untouched = agreed(first, "Ouderavond");
        closed(first);

        rooms.itIs(MONDAY_MORNING.plus(Duration.ofDays(28)));
        Session second = begin(SCREEN_FREE);
        Actions actions = rooms.get(Actions.class);
        actions.done(zwaluw, done.id(), SANNE_WHO_LEADS);
        actions.adjust(zwaluw, adjusted.id(), SANNE_WHO_LEADS, proposal("Bosdag voor groep 5", IN_MAY));
        rooms.itIs(MONDAY_MORNING.plus(Duration.ofDays(28)).plusSeconds(600));
        reveal(second, SCREEN_FREE);
        ActionItem own = agreed(second, "Schermvrij uur");
        closed(second);

        rooms.itIs(MONDAY_MORNING.plus(Duration.ofDays(35)));
        actions.adjust(zwaluw, adjusted.id(), SANNE_WHO_LEADS, proposal("Toch geen bosdag", IN_MAY.plusDays(7)));
        actions.done(zwaluw, untouched.id(), SANNE_WHO_LEADS);
        actions.done(zwaluw, own.id(), SANNE_WHO_LEADS);

        assertThat(report(second).lookBack())
                .containsExactlyInAnyOrder(
                        new Report.Decided("Bosdag voor groep 5", "Sanne Bakker", Change.Kind.ADJUSTED, IN_MAY),
                        new Report.Decided("Inlogkaarten", "Sanne Bakker", Change.Kind.DONE, IN_MAY));
        assertThat(report(second).actions()).singleElement().matches(a -> !a.open());
    }

    private Session begin(StatementId... statements) {
        Session session = accepted(rooms.get(Sessions.class).begin(zwaluw.id(), SANNE_WHO_LEADS));
        return accepted(
                rooms.get(Sessions.class).measure(zwaluw.id(), session.id(), SANNE_WHO_LEADS, List.of(statements)));
    }

    private void react(Session session, StatementId statement, int members) {
        for (int i = 0; i < members; i++) {
            rooms.get(Thermometers.class)
                    .react(
                            zwaluw.id(),
                            session.id(),
                            statement,
                            new MemberId("member" + i),
                            1 + i % 5,
                            Remark.of("Opmerking " + i));
        }
    }

    private void reveal(Session session, StatementId statement) {
        accepted(rooms.get(Thermometers.class).reveal(zwaluw.id(), session.id(), statement, SANNE_WHO_LEADS, 12));
    }

    private void closed(Session session) {
        Closing closing = rooms.get(Closing.class);
        closing.resume(accepted(closing.close(zwaluw.id(), session.id(), SANNE_WHO_LEADS, 12)), 12);
    }

    private ActionItem agreed(Session session, String what) {
        Session now = rooms.get(Sessions.class).find(zwaluw.id(), session.id()).orElseThrow();
        StatementId statement = now.thermometers().getFirst().statement();
        return accepted(rooms.get(Actions.class).add(zwaluw, now, statement, proposal(what, IN_MAY)));
    }

    private static Proposal proposal(String what, LocalDate date) {
        return new Proposal(what, SANNE_WHO_LEADS.member(), "Sanne Bakker", date);
    }

    private Report report(Session session) {
        return reports.of(zwaluw, session.id()).orElseThrow();
    }

    private static <T, R extends Enum<R>> T accepted(Outcome<T, R> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<T, R>(T value) -> value;
            case Outcome.Refused<T, R>(R reason) -> throw new AssertionError(reason);
        };
    }
}
