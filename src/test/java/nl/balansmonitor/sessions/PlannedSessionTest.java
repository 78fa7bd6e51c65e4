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
import java.util.Optional;
import nl.balansmonitor.Rooms;
import nl.balansmonitor.shared.ActionId;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.statements.OwnStatements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions that begin under an id of the caller's, because their time has come or an action's owner asks again. */
class PlannedSessionTest {

    private static final SessionId MARCH = new SessionId("plan-2026-03-02");
    private static final MemberId SANNE = SANNE_WHO_LEADS.member();
    private static final ActionId BOS = new ActionId("a-20");
    private static final Window WINDOW = new Window(
            MONDAY_MORNING,
            MONDAY_MORNING.plus(Duration.ofDays(1)),
            MONDAY_MORNING.plus(Duration.ofDays(2)),
            MONDAY_MORNING.plus(Duration.ofDays(9)));

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

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void beginWithAsManySuggestionsAsWereAskedFor(int statements) {
        Session begun = accepted(zwaluw.sessions().beginPlanned(zwaluw.space(), MARCH, SANNE, statements));
        assertThat(begun.id()).isEqualTo(MARCH);
        assertThat(begun.facilitator()).isEqualTo(SANNE);
        assertThat(begun.phase()).isEqualTo(Phase.CHOOSING);
        assertThat(begun.suggestion()).hasSize(statements);
        assertThat(zwaluw.sessions().current(zwaluw.space())).contains(begun);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4})
    void suggestNeitherNoneNorFour(int statements) {
        assertThat(zwaluw.sessions().beginPlanned(zwaluw.space(), MARCH, SANNE, statements))
                .isEqualTo(refused(SessionRefusal.ONE_TO_THREE_STATEMENTS));
        assertThat(zwaluw.sessions().current(zwaluw.space())).isEmpty();
    }

    @Test
    void beginOnceAndAreAnsweredAsTheyAreByThen() {
        Session begun = begin();
        rooms.itIs(MONDAY_MORNING.plusSeconds(90));
        assertThat(begin()).isEqualTo(begun);
        Session started =
                accepted(zwaluw.sessions().measure(zwaluw.space(), MARCH, SANNE_WHO_LEADS, List.of(FEEDBACK)));
        assertThat(begin()).isEqualTo(started);
        Session closed = accepted(zwaluw.close(started));
        Session next = zwaluw.begun();
        assertThat(begin()).isEqualTo(closed);
        assertThat(zwaluw.sessions().current(zwaluw.space())).contains(next);
    }

    @Test
    void openWhatTheySuggestAtOnceAndOnlyOnce() {
        Session open = accepted(zwaluw.sessions().openPlanned(zwaluw.space(), MARCH, SANNE, 1, Optional.of(WINDOW)));
        assertThat(open.phase()).isEqualTo(Phase.REACTING);
        assertThat(open.thermometers()).extracting(Thermometer::statement).isEqualTo(open.suggestion());
        assertThat(open.window()).contains(WINDOW);
        assertThat(accepted(zwaluw.sessions().openPlanned(zwaluw.space(), MARCH, SANNE, 3, Optional.empty())))
                .isEqualTo(open);
        assertThat(zwaluw.now(open)).isEqualTo(open);
    }

    @Test
    void askOneStatementAgainForAnyMember() {
        Session open = accepted(followUp(SCREEN_FREE));
        assertThat(open.facilitator()).isEqualTo(JAN.member());
        assertThat(open.followUp()).contains(BOS);
        assertThat(open.thermometers()).containsExactly(new Thermometer(SCREEN_FREE, 0));
        assertThat(followUp(SCREEN_FREE)).isEqualTo(Outcome.accepted(open));
        assertThat(zwaluw.now(open)).isEqualTo(open);
    }

    @Test
    void askARetiredStatementAgainAndNoneThatNeverWas() {
        rooms.get(OwnStatements.class).retire(zwaluw.space(), SANNE_WHO_LEADS, SCREEN_FREE);
        assertThat(followUp(new StatementId("st99"))).isEqualTo(refused(SessionRefusal.NO_SUCH_STATEMENT));
        assertThat(accepted(followUp(SCREEN_FREE)).takesReactionsTo(SCREEN_FREE))
                .isTrue();
    }

    @Test
    void takeThePlaceOfAStartCardThatNobodyUsed() {
        Session before = zwaluw.begun();
        assertThat(zwaluw.sessions().current(zwaluw.space())).contains(before);
        Session planned = begin();
        assertThat(zwaluw.now(before).phase()).isEqualTo(Phase.CANCELLED);
        assertThat(zwaluw.sessions().current(zwaluw.space())).contains(planned);
    }

    @Test
    void leaveASessionInWhichTheTeamIsAtWork() {
        Session going = zwaluw.measuring(SCREEN_FREE);
        assertThat(zwaluw.sessions().beginPlanned(zwaluw.space(), MARCH, SANNE, 2))
                .isEqualTo(refused(SessionRefusal.OTHER_SESSION_GOES_ON));
        assertThat(followUp(FEEDBACK)).isEqualTo(refused(SessionRefusal.OTHER_SESSION_GOES_ON));
        assertThat(zwaluw.sessions().current(zwaluw.space())).contains(going);
        assertThat(zwaluw.sessions().find(zwaluw.space(), MARCH)).isEmpty();
    }

    @Test
    void beginOnceWhereverASecondCallComesInBetween() {
        Interrupted.everywhere(calls -> {
            Zwaluw team = Zwaluw.in(rooms);
            team.begun();
            var documents = Interrupted.after(calls, team.documents(), () -> open(team));
            Session answer = open(team.over(documents, rooms));
            assertThat(team.sessions().current(team.space())).contains(answer);
            assertThat(answer.phase()).isEqualTo(Phase.REACTING);
            return documents.came();
        });
    }

    @Test
    void leaveOneSessionWhereverALeaderStartsInBetween() {
        Interrupted.everywhere(calls -> {
            Zwaluw team = Zwaluw.in(rooms);
            var documents = Interrupted.after(calls, team.documents(), () -> team.measuring(FEEDBACK));
            var answer = team.over(documents, rooms).sessions().beginPlanned(team.space(), MARCH, SANNE, 2);
            var goingOn = team.stored("session:", Session.class).stream()
                    .map(d -> d.content())
                    .filter(s -> !s.over())
                    .toList();
            assertThat(goingOn).hasSize(1);
            assertThat(team.sessions().current(team.space())).contains(goingOn.getFirst());
            if (answer instanceof Outcome.Accepted<Session, SessionRefusal>(Session session)) {
                assertThat(session.over() || goingOn.contains(session)).isTrue();
            }
            return documents.came();
        });
    }

    private Session begin() {
        return accepted(zwaluw.sessions().beginPlanned(zwaluw.space(), MARCH, SANNE, 2));
    }

    private static Session open(Zwaluw team) {
        return accepted(team.sessions().openPlanned(team.space(), MARCH, SANNE, 2, Optional.of(WINDOW)));
    }

    private Outcome<Session, SessionRefusal> followUp(StatementId statement) {
        return zwaluw.sessions().openFollowUp(zwaluw.space(), MARCH, JAN.member(), BOS, statement, Optional.empty());
    }
}
