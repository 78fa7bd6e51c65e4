package nl.balansmonitor.sessions;

import static nl.balansmonitor.Rooms.MONDAY_MORNING;
import static nl.balansmonitor.sessions.Zwaluw.FEEDBACK;
import static nl.balansmonitor.sessions.Zwaluw.JAN;
import static nl.balansmonitor.sessions.Zwaluw.SCREEN_FREE;
import static nl.balansmonitor.sessions.Zwaluw.TEAM;
import static nl.balansmonitor.sessions.Zwaluw.accepted;
import static nl.balansmonitor.sessions.Zwaluw.member;
import static nl.balansmonitor.sessions.Zwaluw.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.balansmonitor.Rooms;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.StatementId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ClosingTest {

    private static final StatementId UNANSWERED = new StatementId("st1");

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @TempDir
    private static Path folder;

    private static Rooms rooms;

    private Zwaluw zwaluw;

    @BeforeAll
    static void open() {
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
    void leavesReadingsAndNothingElse() {
        Session session = reacted();
        accepted(zwaluw.reveal(session, SCREEN_FREE));
        Session closed = accepted(zwaluw.close(session));
        assertThat(closed).isEqualTo(zwaluw.now(session));
        assertClosed(session);
        assertThat(zwaluw.stored("", JsonNode.class))
                .extracting(d -> d.key().id())
                .containsExactlyInAnyOrder(
                        "current",
                        "session:" + session.id(),
                        "reading:" + session.id() + ":st7",
                        "reading:" + session.id() + ":st13",
                        "reading:" + session.id() + ":st1");
    }

    @Test
    void countsWhatWasNotRevealedAndMarksItUnseen() {
        Session session = reacted();
        accepted(zwaluw.reveal(session, SCREEN_FREE));
        Session closed = accepted(zwaluw.close(session));
        assertThat(reading(closed, SCREEN_FREE).revealed()).isTrue();
        Reading unseen = reading(closed, FEEDBACK);
        assertThat(unseen.revealed()).isFalse();
        assertThat(unseen.distribution()).contains(new Distribution(List.of(0, 0, 1, 1, 2)));
        assertThat(unseen.invited()).isEqualTo(TEAM);
        assertThat(reading(closed, UNANSWERED).reactions()).isZero();
        assertThat(reading(closed, UNANSWERED).distribution()).isEmpty();
    }

    @Test
    void isTheFacilitatorsOrALeaders() {
        Session session = reacted();
        assertThat(zwaluw.closing().close(zwaluw.space(), session.id(), JAN, TEAM))
                .isEqualTo(refused(SessionRefusal.ONLY_FACILITATOR));
        assertThat(zwaluw.now(session)).isEqualTo(session);
        assertThat(zwaluw.thermometers().reactions(session, FEEDBACK)).isEqualTo(4);
    }

    @Test
    void happensOnce() {
        Session session = reacted();
        accepted(zwaluw.close(session));
        assertThat(zwaluw.close(session)).isEqualTo(refused(SessionRefusal.SESSION_OVER));
        assertClosed(session);
    }

    @Test
    void isRefusedForASessionThatIsNotThere() {
        assertThat(zwaluw.closing().close(zwaluw.space(), new SessionId("forged"), Zwaluw.SANNE_WHO_LEADS, TEAM))
                .isEqualTo(refused(SessionRefusal.NO_SUCH_SESSION));
    }

    @Test
    void cancelsASessionThatWasNeverStarted() {
        Session session = zwaluw.begun();
        Session cancelled = accepted(zwaluw.close(session));
        assertThat(cancelled.phase()).isEqualTo(Phase.CANCELLED);
        assertThat(cancelled.key()).isNull();
        assertThat(zwaluw.sessions().current(zwaluw.space())).isEmpty();
        assertThat(zwaluw.close(session)).isEqualTo(refused(SessionRefusal.SESSION_OVER));
    }

    @Test
    void cancelsASessionOfWhichOnlyTheStickersCameAndLeavesNoneOfThem() {
        Session session = zwaluw.stickering(List.of(SCREEN_FREE, FEEDBACK));
        String key = Objects.requireNonNull(session.key()).value();
        String pseudonym = session.key().pseudonymOf(member(1));
        zwaluw.place(session, member(1), Map.of(FEEDBACK, 3));
        zwaluw.place(session, member(2), Map.of(FEEDBACK, 3));
        assertThat(List.of(key, pseudonym)).allMatch(onDisk()::contains);
        Session cancelled = accepted(zwaluw.close(session));
        assertThat(cancelled.phase()).isEqualTo(Phase.CANCELLED);
        assertThat(cancelled.key()).isNull();
        assertThat(cancelled.uncounted()).isTrue();
        assertThat(zwaluw.stored("ballot:", JsonNode.class)).isEmpty();
        assertThat(zwaluw.sessions().current(zwaluw.space())).isEmpty();
        assertThat(List.of(key, pseudonym)).noneMatch(onDisk()::contains);
    }

    @Test
    void cancelsASessionInWhichNothingWasDecidedAfterTheStickers() {
        Session session = zwaluw.stickering(List.of(SCREEN_FREE, FEEDBACK));
        accepted(zwaluw.closeStickers(session));
        assertThat(accepted(zwaluw.close(session)).phase()).isEqualTo(Phase.CANCELLED);
    }

    @Test
    void deletesStickersThatLieBesideReactions() {
        Session session = zwaluw.stickering(List.of(SCREEN_FREE, FEEDBACK));
        zwaluw.place(session, member(1), Map.of(FEEDBACK, 3));
        zwaluw.store(session.in(Phase.DECIDING));
        accepted(zwaluw.sessions().measure(zwaluw.space(), session.id(), Zwaluw.SANNE_WHO_LEADS, List.of(SCREEN_FREE)));
        zwaluw.reactAll(session, SCREEN_FREE, 1, 2, 3);
        assertThat(zwaluw.stored("ballot:", JsonNode.class)).hasSize(4);
        assertThat(accepted(zwaluw.close(session)).phase()).isEqualTo(Phase.CLOSED);
        assertThat(zwaluw.stored("ballot:", JsonNode.class)).isEmpty();
    }

    @Test
    void resumesNothingThatNobodyClosed() {
        Session session = reacted();
        assertThat(zwaluw.closing().resume(session, TEAM)).isEqualTo(session);
        assertThat(zwaluw.now(session)).isEqualTo(session);
        Session closed = accepted(zwaluw.close(session));
        assertThat(zwaluw.closing().resume(closed, TEAM)).isEqualTo(closed);
    }

    @Test
    void goesOnWithBallotsAndNoReadings() {
        Session session = reacted();
        Session closing = session.in(Phase.CLOSING);
        zwaluw.store(closing);
        zwaluw.closing().resume(closing, TEAM);
        assertClosed(session);
        assertThat(reading(zwaluw.now(session), FEEDBACK).distribution())
                .contains(new Distribution(List.of(0, 0, 1, 1, 2)));
    }

    @Test
    void goesOnWithAReadingWhoseBallotsAreThereStill() {
        Session session = reacted();
        var ballots = zwaluw.stored("ballot:", Ballot.class);
        Session closing = session.in(Phase.CLOSING);
        zwaluw.store(closing);
        Reading before = zwaluw.thermometers().count(closing, FEEDBACK, TEAM);
        ballots.forEach(b -> zwaluw.documents().create(b.key(), b.content()));
        zwaluw.closing().resume(closing, TEAM);
        assertClosed(session);
        assertThat(reading(zwaluw.now(session), FEEDBACK)).isEqualTo(before);
    }

    @Test
    void goesOnWithReadingsAndNoBallots() {
        Session session = reacted();
        Session closing = session.in(Phase.CLOSING);
        zwaluw.store(closing);
        session.thermometers().forEach(t -> zwaluw.thermometers().count(closing, t.statement(), TEAM));
        assertThat(zwaluw.closing().resume(closing, TEAM)).isEqualTo(zwaluw.now(session));
        assertClosed(session);
    }

    /** A crash before each call to the store that a close makes; then the session is found as it was left, and closed again. */
    @Test
    void isFinishedWhereverACrashCutItOff() {
        Interrupted.everywhere(calls -> {
            zwaluw = Zwaluw.in(rooms);
            Session session = reacted();
            String key = Objects.requireNonNull(session.key()).value();
            accepted(zwaluw.reveal(session, SCREEN_FREE));
            var documents = Interrupted.after(calls, zwaluw.documents(), () -> {
                throw new Crash();
            });
            Zwaluw crashing = zwaluw.over(documents, rooms);
            try {
                crashing.close(session);
            } catch (Crash e) {
                Session left = zwaluw.closing().resume(zwaluw.now(session), TEAM);
                if (!left.over()) {
                    accepted(zwaluw.close(session));
                }
            }
            assertClosed(session);
            assertThat(reading(zwaluw.now(session), SCREEN_FREE).distribution())
                    .contains(new Distribution(List.of(1, 2, 0, 0, 1)));
            assertThat(reading(zwaluw.now(session), FEEDBACK).distribution())
                    .contains(new Distribution(List.of(0, 0, 1, 1, 2)));
            assertThat(onDisk().contains(key)).as("the key is on disk").isFalse();
            return documents.came();
        });
    }

    /** A step that is late must not bring a closed session back. */
    @Test
    void isClosedOnceWhereverASecondOneFinishesItInBetween() {
        Interrupted.everywhere(calls -> {
            zwaluw = Zwaluw.in(rooms);
            Session session = reacted();
            Session closing = session.in(Phase.CLOSING);
            zwaluw.store(closing);
            var versions = new ArrayList<String>();
            var documents = Interrupted.after(calls, zwaluw.documents(), () -> {
                zwaluw.closing().resume(closing, TEAM);
                versions.add(version(session));
            });
            zwaluw.over(documents, rooms).closing().resume(closing, TEAM);
            assertClosed(session);
            assertThat(versions).allMatch(version(session)::equals);
            return documents.came();
        });
    }

    @Test
    void letsACrashBeSeen() {
        Session session = reacted();
        var documents = Interrupted.after(3, zwaluw.documents(), () -> {
            throw new Crash();
        });
        assertThatThrownBy(() -> zwaluw.over(documents, rooms).close(session)).isInstanceOf(Crash.class);
        assertThat(zwaluw.now(session).phase()).isEqualTo(Phase.CLOSING);
    }

    @Test
    void leavesNoByteOfTheKeyOfBallotsOrOfRemarksThatWereWithheld() {
        Session session = zwaluw.measuring(SCREEN_FREE);
        SessionKey key = Objects.requireNonNull(zwaluw.now(session).key());
        for (int i = 0; i < 3; i++) {
            accepted(zwaluw.react(session, SCREEN_FREE, member(i), 3, "withheld-" + session.id()));
        }
        String pseudonym = key.pseudonymOf(member(1));
        List<String> secrets = List.of(key.value(), pseudonym, "withheld-" + session.id());
        assertThat(secrets).allMatch(onDisk()::contains);
        accepted(zwaluw.close(session));
        assertThat(secrets).noneMatch(onDisk()::contains);
    }

    private String version(Session session) {
        return zwaluw.stored("session:" + session.id(), JsonNode.class)
                .getFirst()
                .etag();
    }

    private static String onDisk() {
        var bytes = new StringBuilder();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                bytes.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString();
    }

    /** Three statements with four reactions each to the first two. */
    private Session reacted() {
        Session session = zwaluw.measuring(SCREEN_FREE, FEEDBACK, UNANSWERED);
        zwaluw.reactAll(session, SCREEN_FREE, 2, 1, 2, 5);
        zwaluw.reactAll(session, FEEDBACK, 4, 5, 5, 3);
        return session;
    }

    private Reading reading(Session session, StatementId statement) {
        return zwaluw.thermometers().reading(session, statement, 0);
    }

    private void assertClosed(Session session) {
        Session now = zwaluw.now(session);
        assertThat(now.phase()).isEqualTo(Phase.CLOSED);
        assertThat(now.key()).isNull();
        assertThat(zwaluw.stored("ballot:", JsonNode.class)).isEmpty();
        assertThat(zwaluw.stored("reading:", JsonNode.class)).hasSize(3);
        assertThat(zwaluw.sessions().current(zwaluw.space())).isEqualTo(Optional.empty());
    }
}
