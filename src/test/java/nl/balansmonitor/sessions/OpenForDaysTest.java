package nl.balansmonitor.sessions;

import static nl.balansmonitor.Rooms.MONDAY_MORNING;
import static nl.balansmonitor.sessions.Zwaluw.FEEDBACK;
import static nl.balansmonitor.sessions.Zwaluw.SANNE_WHO_LEADS;
import static nl.balansmonitor.sessions.Zwaluw.SCREEN_FREE;
import static nl.balansmonitor.sessions.Zwaluw.TEAM;
import static nl.balansmonitor.sessions.Zwaluw.accepted;
import static nl.balansmonitor.sessions.Zwaluw.member;
import static nl.balansmonitor.sessions.Zwaluw.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.balansmonitor.Rooms;
import nl.balansmonitor.spaces.Spaces;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A session that stays open until Friday, and what time alone does to it. */
class OpenForDaysTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private static Rooms rooms;

    private Zwaluw zwaluw;
    private Window window;
    private Session session;

    @BeforeAll
    static void open(@TempDir Path folder) {
        rooms = Rooms.over(folder.resolve("test.db"));
    }

    @AfterAll
    static void close() {
        rooms.close();
    }

    @BeforeEach
    void openUntilFriday() {
        rooms.itIs(MONDAY_MORNING);
        zwaluw = Zwaluw.in(rooms);
        var friday = LocalDate.parse("2026-01-16");
        window = accepted(zwaluw.sessions().windowUntil(rooms.get(Spaces.class).of(zwaluw.space()), friday));
        session = accepted(zwaluw.sessions()
                .measure(
                        zwaluw.space(),
                        zwaluw.begun().id(),
                        SANNE_WHO_LEADS,
                        List.of(SCREEN_FREE, FEEDBACK),
                        Optional.of(window)));
    }

    @Test
    void remembersItsWindowAndTakesReactionsUntilItsReveal() {
        assertThat(zwaluw.now(session).window()).contains(window);
        rooms.itIs(window.revealAt().minus(SECOND));
        zwaluw.reactAll(session, SCREEN_FREE, 3, 4, 5);
        assertThat(resumed()).isEqualTo(session);
    }

    @Test
    void takesNoReactionAtItsRevealAlsoIfNobodyHasRevealedItYet() {
        accepted(zwaluw.react(session, SCREEN_FREE, member(1), 4, "rust"));
        rooms.itIs(window.revealAt());
        assertThat(zwaluw.react(session, SCREEN_FREE, member(1), 2, ""))
                .isEqualTo(refused(SessionRefusal.ALREADY_REVEALED));
        assertThat(zwaluw.thermometers().eraseRemark(zwaluw.space(), session.id(), SCREEN_FREE, member(1)))
                .isEqualTo(refused(SessionRefusal.ALREADY_REVEALED));
    }

    @Test
    void revealsAllThatIsOpenAtItsMomentOnce() {
        zwaluw.reactAll(session, SCREEN_FREE, 3, 4, 5);
        zwaluw.reactAll(session, FEEDBACK, 1, 2, 3, 4);
        rooms.itIs(window.revealAt());
        Session revealed = resumed();
        assertThat(revealed.thermometers())
                .containsExactly(new Thermometer(SCREEN_FREE, 1), new Thermometer(FEEDBACK, 2));
        assertThat(revealed.phase()).isEqualTo(Phase.REACTING);
        assertThat(zwaluw.stored("ballot:", JsonNode.class)).isEmpty();
        Reading reading = zwaluw.thermometers().reading(revealed, FEEDBACK, TEAM);
        assertThat(reading.reactions()).isEqualTo(4);
        assertThat(reading.revealed()).isTrue();

        rooms.itIs(window.revealAt().plus(Duration.ofDays(1)));
        assertThat(resumed()).isEqualTo(revealed);
        assertThat(zwaluw.thermometers().reading(revealed, FEEDBACK, TEAM)).isEqualTo(reading);
    }

    @Test
    void revealsTheSameWhereverAnotherRevealsInBetween() {
        Interrupted.everywhere(calls -> {
            openUntilFriday();
            zwaluw.reactAll(session, SCREEN_FREE, 3, 4, 5);
            rooms.itIs(window.revealAt());
            var documents = Interrupted.after(calls, zwaluw.documents(), this::resumed);
            Session answer = zwaluw.over(documents, rooms).thermometers().resume(session, TEAM);
            assertThat(answer).isEqualTo(zwaluw.now(session));
            assertThat(answer.thermometers()).noneMatch(Thermometer::open);
            assertThat(zwaluw.thermometers().reading(answer, SCREEN_FREE, TEAM).reactions())
                    .isEqualTo(3);
            return documents.came();
        });
    }

    @Test
    void revealsNothingThatIsClosedInBetween() {
        Interrupted.everywhere(calls -> {
            openUntilFriday();
            zwaluw.reactAll(session, SCREEN_FREE, 3, 4, 5);
            rooms.itIs(window.revealAt());
            var documents = Interrupted.after(calls, zwaluw.documents(), () -> accepted(zwaluw.close(session)));
            zwaluw.over(documents, rooms).thermometers().resume(session, TEAM);
            if (documents.came()) {
                Session closed = zwaluw.now(session);
                assertThat(closed.phase()).isEqualTo(Phase.CLOSED);
                assertThat(zwaluw.thermometers()
                                .reading(closed, SCREEN_FREE, TEAM)
                                .revealed())
                        .isEqualTo(closed.revealed(SCREEN_FREE));
            }
            return documents.came();
        });
    }

    @Test
    void leavesWhatTheFacilitatorRevealedSooner() {
        accepted(zwaluw.reveal(session, FEEDBACK));
        rooms.itIs(window.revealAt());
        assertThat(resumed().thermometers())
                .containsExactly(new Thermometer(SCREEN_FREE, 2), new Thermometer(FEEDBACK, 1));
    }

    @Test
    void closesItselfAWeekAfterItsReveal() {
        zwaluw.reactAll(session, SCREEN_FREE, 3, 4, 5);
        rooms.itIs(window.closesAt().minus(SECOND));
        Session revealed = resumed();
        assertThat(zwaluw.closing().resume(revealed, TEAM)).isEqualTo(revealed);

        rooms.itIs(window.closesAt());
        Session closed = zwaluw.closing().resume(revealed, TEAM);
        assertThat(closed.phase()).isEqualTo(Phase.CLOSED);
        assertThat(closed.key()).isNull();
        assertThat(closed.window()).contains(window);
        assertThat(zwaluw.closing().resume(revealed, TEAM)).isEqualTo(closed);
        assertThat(zwaluw.sessions().current(zwaluw.space())).isEmpty();
    }

    @Test
    void isClosedByHandAsAnyOther() {
        accepted(zwaluw.close(session));
        rooms.itIs(window.closesAt());
        assertThat(resumed().phase()).isEqualTo(Phase.CLOSED);
        assertThat(zwaluw.thermometers()
                        .reading(zwaluw.now(session), SCREEN_FREE, TEAM)
                        .revealed())
                .isFalse();
    }

    @Test
    void doesNothingToASessionOfOneMeeting() {
        accepted(zwaluw.close(session));
        Session meeting = zwaluw.measuring(SCREEN_FREE);
        rooms.itIs(MONDAY_MORNING.plus(Duration.ofDays(400)));
        assertThat(zwaluw.thermometers().resume(meeting, TEAM)).isEqualTo(meeting);
        assertThat(zwaluw.closing().resume(meeting, TEAM)).isEqualTo(meeting);
        accepted(zwaluw.react(meeting, SCREEN_FREE, member(1), 4, ""));
    }

    private Session resumed() {
        return zwaluw.thermometers().resume(zwaluw.now(session), TEAM);
    }
}
