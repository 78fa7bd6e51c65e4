package nl.balansmonitor.sessions;

import static nl.balansmonitor.Rooms.MONDAY_MORNING;
import static nl.balansmonitor.sessions.Zwaluw.FEEDBACK;
import static nl.balansmonitor.sessions.Zwaluw.JAN;
import static nl.balansmonitor.sessions.Zwaluw.SANNE_WHO_LEADS;
import static nl.balansmonitor.sessions.Zwaluw.SCREEN_FREE;
import static nl.balansmonitor.sessions.Zwaluw.accepted;
import static nl.balansmonitor.sessions.Zwaluw.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import nl.balansmonitor.Rooms;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.shared.Actor;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.statements.OwnStatements;
import nl.balansmonitor.statements.Statement;
import nl.balansmonitor.statements.StatementRefusal;
import nl.balansmonitor.statements.Theme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class SessionsTest {

    private static final Actor FENNA_WHO_LEADS_TOO = new Actor(new MemberId("fenna"), true);
    private static final int ROUNDS = 15;

    private static Rooms rooms;

    private Zwaluw zwaluw;

    @BeforeAll
    static void open(@TempDir Path folder) {
        rooms = Rooms.over(folder.resolve("test.db"));
    }

    @AfterAll
    static void close() {
        rooms.close();
    }

    @BeforeEach
    void anotherSpace() {
        rooms.itIs(MONDAY_MORNING);
        zwaluw = Zwaluw.in(rooms);
    }

    @Test
    void beginsWithASuggestionAndNothingOpen() {
        Session session = zwaluw.begun();
        assertThat(session.phase()).isEqualTo(Phase.CHOOSING);
        assertThat(session.facilitator()).isEqualTo(SANNE_WHO_LEADS.member());
        assertThat(session.startedAt()).isEqualTo(MONDAY_MORNING);
        assertThat(session.suggestion()).containsExactly(new StatementId("st1"), new StatementId("st5"));
        assertThat(session.thermometers()).isEmpty();
        assertThat(zwaluw.sessions().current(zwaluw.space())).contains(session);
    }

    @Test
    void letsOnlyLeadersBegin() {
        assertThat(zwaluw.sessions().begin(zwaluw.space(), JAN)).isEqualTo(refused(SessionRefusal.ONLY_LEADERS_START));
        assertThat(zwaluw.sessions().current(zwaluw.space())).isEmpty();
    }

    @Test
    void putsANewOneInThePlaceOfOneThatWasNeverStarted() {
        Session before = zwaluw.begun();
        Session after = accepted(zwaluw.sessions().begin(zwaluw.space(), FENNA_WHO_LEADS_TOO));
        assertThat(after.id()).isNotEqualTo(before.id());
        assertThat(after.facilitator()).isEqualTo(FENNA_WHO_LEADS_TOO.member());
        assertThat(zwaluw.now(before).phase()).isEqualTo(Phase.CANCELLED);
        assertThat(zwaluw.now(before).key()).isNull();
        assertThat(zwaluw.sessions().current(zwaluw.space())).contains(after);
    }

    @Test
    void answersWithTheOneThatGoesOn() {
        Session going = zwaluw.measuring(SCREEN_FREE);
        assertThat(zwaluw.sessions().begin(zwaluw.space(), FENNA_WHO_LEADS_TOO)).isEqualTo(Outcome.accepted(going));
    }

    @Test
    void doesNotWaitForAnotherToBeClosedToTheEnd() {
        Session going = zwaluw.measuring(SCREEN_FREE);
        zwaluw.store(going.in(Phase.CLOSING));
        assertThat(accepted(zwaluw.sessions().begin(zwaluw.space(), FENNA_WHO_LEADS_TOO))
                        .id())
                .isNotEqualTo(going.id());
    }

    @Test
    void beginsAnewAfterTheLastOneWithWhatWasNotMeasured() {
        Session first = zwaluw.closedWith(new StatementId("st1"), 3, 4, 5);
        rooms.itIs(MONDAY_MORNING.plus(Duration.ofDays(30)));
        assertThat(zwaluw.sessions().current(zwaluw.space())).isEmpty();
        Session second = zwaluw.begun();
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.suggestion()).containsExactly(new StatementId("st5"), new StatementId("st9"));
        assertThat(zwaluw.sessions().lastMeasured(zwaluw.space(), new StatementId("st1")))
                .contains(MONDAY_MORNING);
        assertThat(zwaluw.sessions().lastMeasured(zwaluw.space(), new StatementId("st5")))
                .isEmpty();
    }

    @Test
    void goesOnInEverySpaceByItself() {
        Session session = zwaluw.measuring(SCREEN_FREE);
        Zwaluw merel = Zwaluw.in(rooms);
        assertThat(merel.sessions().current(merel.space())).isEmpty();
        assertThat(merel.sessions().find(merel.space(), session.id())).isEmpty();
        assertThat(merel.begun().id()).isNotEqualTo(session.id());
        assertThat(zwaluw.sessions().current(zwaluw.space())).contains(session);
    }

    @Test
    void leavesOneOfTwoThatBeginAtOnce() throws Exception {
        try (var executor = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < ROUNDS; round++) {
                Zwaluw team = Zwaluw.in(rooms);
                var both = new CyclicBarrier(2);
                var answers = Stream.of(SANNE_WHO_LEADS, FENNA_WHO_LEADS_TOO)
                        .map(leader -> executor.submit(() -> {
                            both.await();
                            return accepted(team.sessions().begin(team.space(), leader));
                        }))
                        .toList();
                for (var answer : answers) {
                    answer.get();
                }
                assertOneGoesOn(team);
            }
        }
    }

    @Test
    void leavesOneWhereverASecondBeginComesInBetween() {
        Interrupted.everywhere(calls -> {
            Zwaluw team = Zwaluw.in(rooms);
            team.begun();
            var documents = Interrupted.after(calls, team.documents(), team::begun);
            Session answer = team.over(documents, rooms).begun();
            assertOneGoesOn(team);
            assertThat(team.now(answer).over()).isFalse();
            return documents.came();
        });
    }

    @Test
    void leavesOneThatIsStartedWhileAnotherBegins() {
        Interrupted.everywhere(calls -> {
            Zwaluw team = Zwaluw.in(rooms);
            Session before = team.begun();
            var documents = Interrupted.after(
                    calls,
                    team.documents(),
                    () -> team.sessions().measure(team.space(), before.id(), SANNE_WHO_LEADS, List.of(SCREEN_FREE)));
            Session answer = team.over(documents, rooms).begun();
            assertOneGoesOn(team);
            assertThat(team.sessions().current(team.space())).contains(team.now(answer));
            return documents.came();
        });
    }

    @Test
    void measuresOneToThreeStatementsInTheOrderChosen() {
        var three = List.of(FEEDBACK, SCREEN_FREE, new StatementId("st21"));
        Session started = accepted(measure(zwaluw.begun(), three));
        assertThat(started.phase()).isEqualTo(Phase.REACTING);
        assertThat(started.thermometers()).extracting(Thermometer::statement).containsExactlyElementsOf(three);
        assertThat(started.thermometers()).allMatch(Thermometer::open);
        assertThat(zwaluw.sessions().current(zwaluw.space())).contains(started);
    }

    @Test
    void measuresNeitherNoneNorFour() {
        Session session = zwaluw.begun();
        var four = Stream.of("st1", "st2", "st3", "st4").map(StatementId::new).toList();
        assertThat(measure(session, List.of())).isEqualTo(refused(SessionRefusal.ONE_TO_THREE_STATEMENTS));
        assertThat(measure(session, four)).isEqualTo(refused(SessionRefusal.ONE_TO_THREE_STATEMENTS));
        assertThat(zwaluw.now(session)).isEqualTo(session);
    }

    @Test
    void measuresAStatementOnceHoweverOftenItIsNamed() {
        Session started =
                accepted(measure(zwaluw.begun(), List.of(FEEDBACK, SCREEN_FREE, FEEDBACK, FEEDBACK, SCREEN_FREE)));
        assertThat(started.thermometers()).extracting(Thermometer::statement).containsExactly(FEEDBACK, SCREEN_FREE);
    }

    @Test
    void measuresOnlyStatementsOfTheDeck() {
        Session session = zwaluw.begun();
        assertThat(measure(session, List.of(FEEDBACK, new StatementId("st22"))))
                .isEqualTo(refused(SessionRefusal.NO_SUCH_STATEMENT));
        assertThat(zwaluw.now(session)).isEqualTo(session);
    }

    @Test
    void measuresTheTeamsOwnStatementsAndNoneThatItRetired() {
        var own = rooms.get(OwnStatements.class);
        if (!(own.add(zwaluw.space(), SANNE_WHO_LEADS, Theme.OWN, "Wij stoppen op tijd.")
                instanceof Outcome.Accepted<Statement, StatementRefusal>(Statement added))) {
            throw new AssertionError("a statement like any other");
        }
        own.retire(zwaluw.space(), SANNE_WHO_LEADS, new StatementId("st1"));
        Session session = zwaluw.begun();
        assertThat(session.suggestion()).doesNotContain(new StatementId("st1"));
        assertThat(measure(session, List.of(new StatementId("st1"))))
                .isEqualTo(refused(SessionRefusal.NO_SUCH_STATEMENT));
        assertThat(accepted(measure(session, List.of(added.id()))).takesReactionsTo(added.id()))
                .isTrue();
    }

    @Test
    void isStartedByItsFacilitatorOrALeaderAndNobodyElse() {
        Session session = zwaluw.begun();
        assertThat(zwaluw.sessions().measure(zwaluw.space(), session.id(), JAN, List.of(FEEDBACK)))
                .isEqualTo(refused(SessionRefusal.ONLY_FACILITATOR));
        var sanneWhoLedOnce = new Actor(SANNE_WHO_LEADS.member(), false);
        accepted(zwaluw.sessions().measure(zwaluw.space(), session.id(), sanneWhoLedOnce, List.of(FEEDBACK)));
        Zwaluw merel = Zwaluw.in(rooms);
        accepted(merel.sessions().measure(merel.space(), merel.begun().id(), FENNA_WHO_LEADS_TOO, List.of(FEEDBACK)));
    }

    @Test
    void isStartedOnce() {
        Session session = zwaluw.begun();
        Session started = accepted(measure(session, List.of(FEEDBACK)));
        assertThat(measure(session, List.of(SCREEN_FREE))).isEqualTo(refused(SessionRefusal.ALREADY_STARTED));
        assertThat(zwaluw.now(session)).isEqualTo(started);
        zwaluw.close(session);
        assertThat(measure(session, List.of(SCREEN_FREE))).isEqualTo(refused(SessionRefusal.SESSION_OVER));
    }

    @Test
    void isNotStartedAnyMoreOnceAnotherTookItsPlace() {
        Session before = zwaluw.begun();
        zwaluw.begun();
        assertThat(measure(before, List.of(FEEDBACK))).isEqualTo(refused(SessionRefusal.SESSION_OVER));
    }

    @Test
    void isNotStartedUnderAnotherIdNorFromAnotherSpace() {
        Session session = zwaluw.begun();
        Zwaluw merel = Zwaluw.in(rooms);
        assertThat(merel.sessions().measure(merel.space(), session.id(), SANNE_WHO_LEADS, List.of(FEEDBACK)))
                .isEqualTo(refused(SessionRefusal.NO_SUCH_SESSION));
        assertThat(zwaluw.sessions()
                        .measure(zwaluw.space(), new SessionId("forged"), SANNE_WHO_LEADS, List.of(FEEDBACK)))
                .isEqualTo(refused(SessionRefusal.NO_SUCH_SESSION));
        assertThat(zwaluw.now(session)).isEqualTo(session);
    }

    @Test
    void readsASessionThatAnOlderProgramStored() {
        var id = new SessionId("of-last-year");
        String json = """
                {"id":"of-last-year","space":"%s","facilitator":"sanne","phase":"REACTING",
                 "startedAt":"2025-11-03T09:00:00Z","suggestion":["st7"],
                 "thermometers":[{"statement":"st7","revealed":0}],"key":"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"}
                """.formatted(zwaluw.space());
        zwaluw.documents()
                .create(
                        SessionStore.session(zwaluw.space(), id),
                        JsonMapper.shared().readTree(json));
        Session session = zwaluw.sessions().find(zwaluw.space(), id).orElseThrow();
        assertThat(session.takesReactionsTo(SCREEN_FREE)).isTrue();
        assertThat(session.stickers()).isEmpty();
        assertThat(session.window()).isEmpty();
        assertThat(session.followUp()).isEmpty();
    }

    private Outcome<Session, SessionRefusal> measure(Session session, List<StatementId> statements) {
        return zwaluw.sessions().measure(zwaluw.space(), session.id(), SANNE_WHO_LEADS, statements);
    }

    private static void assertOneGoesOn(Zwaluw team) {
        Session current = team.sessions().current(team.space()).orElseThrow();
        assertThat(team.stored("session:", Session.class).stream()
                        .map(Document::content)
                        .filter(s -> !s.over()))
                .containsExactly(current);
    }
}
