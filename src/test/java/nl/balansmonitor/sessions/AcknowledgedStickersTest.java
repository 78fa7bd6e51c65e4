package nl.balansmonitor.sessions;

import static nl.balansmonitor.sessions.Zwaluw.FEEDBACK;
import static nl.balansmonitor.sessions.Zwaluw.SCREEN_FREE;
import static nl.balansmonitor.sessions.Zwaluw.accepted;
import static nl.balansmonitor.sessions.Zwaluw.member;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.balansmonitor.Rooms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Stickers that were acknowledged are counted, whatever happens at the same time, and a close is finished wherever it was cut off. */
class AcknowledgedStickersTest {

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

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
        zwaluw = Zwaluw.in(rooms);
    }

    @Test
    void areCountedWhereverACloseComesInBetween() {
        Interrupted.everywhere(calls -> {
            Session session = placed();
            var documents = Interrupted.after(calls, zwaluw.documents(), () -> accepted(zwaluw.closeStickers(session)));
            Placement answer = zwaluw.over(documents, rooms).place(session, member(4), Map.of(FEEDBACK, 2));
            if (!documents.came()) {
                accepted(zwaluw.closeStickers(session));
            }
            assertCountedIfPlaced(session, answer);
            return documents.came();
        });
    }

    @Test
    void areCountedWhereverTheyComeDuringAClose() {
        Interrupted.everywhere(calls -> {
            Session session = placed();
            var answers = new ArrayList<Placement>();
            var documents = Interrupted.after(
                    calls,
                    zwaluw.documents(),
                    () -> answers.add(zwaluw.place(session, member(4), Map.of(FEEDBACK, 2))));
            accepted(zwaluw.over(documents, rooms).closeStickers(session));
            answers.forEach(answer -> assertCountedIfPlaced(session, answer));
            return documents.came();
        });
    }

    @Test
    void areCountedWhereverTheProcessDiesDuringAClose() {
        Interrupted.everywhere(calls -> {
            Session session = placed();
            var documents = Interrupted.after(calls, zwaluw.documents(), () -> {
                throw new Crash();
            });
            try {
                accepted(zwaluw.over(documents, rooms).closeStickers(session));
            } catch (Crash e) {
                Session left = zwaluw.now(session);
                if (left.phase() == Phase.STICKERING || left.uncounted()) {
                    accepted(zwaluw.closeStickers(session));
                } else {
                    zwaluw.stickers().resume(left);
                }
            }
            assertThat(zwaluw.now(session).phase()).isEqualTo(Phase.DECIDING);
            assertCounted(session, 9, 0);
            return documents.came();
        });
    }

    @Test
    void areCountedOnceWhereverASecondOneFinishesTheCloseInBetween() {
        Interrupted.everywhere(calls -> {
            Session session = placed();
            Session closing = session.in(Phase.DECIDING);
            zwaluw.store(closing);
            var documents = Interrupted.after(
                    calls, zwaluw.documents(), () -> zwaluw.stickers().resume(closing));
            zwaluw.over(documents, rooms).stickers().resume(closing);
            assertCounted(session, 9, 0);
            return documents.came();
        });
    }

    @Test
    void areCountedEvenIfTheThermometersCameFirst() {
        Session session = placed();
        zwaluw.store(session.in(Phase.DECIDING));
        accepted(zwaluw.sessions().measure(zwaluw.space(), session.id(), Zwaluw.SANNE_WHO_LEADS, List.of(SCREEN_FREE)));
        zwaluw.stickers().resume(zwaluw.now(session));
        assertCounted(session, 9, 0);
    }

    @Test
    void areLeftAloneWhileTheRoundIsOpen() {
        Session session = placed();
        assertThat(zwaluw.stickers().resume(session)).isEqualTo(session);
        assertThat(zwaluw.stickers().done(session)).isEqualTo(3);
    }

    /** Three members placed three stickers each on the first statement; a fourth is about to place two on the second. */
    private Session placed() {
        zwaluw = Zwaluw.in(rooms);
        Session session = zwaluw.stickering(List.of(SCREEN_FREE, FEEDBACK));
        for (int i = 0; i < 3; i++) {
            zwaluw.place(session, member(i), Map.of(SCREEN_FREE, 3));
        }
        return session;
    }

    private void assertCountedIfPlaced(Session session, Placement answer) {
        switch (answer) {
            case Placement.Placed placed -> assertCounted(session, 9, 2);
            case Placement.Refused refused -> {
                assertThat(refused.reason()).isIn(SessionRefusal.STICKERS_JUST_CLOSED, SessionRefusal.STICKERS_CLOSED);
                assertThat(zwaluw.stored("ballot:", JsonNode.class)).isEmpty();
            }
            case Placement.OverBudget over -> throw new AssertionError(over);
        }
    }

    private void assertCounted(Session session, int first, int second) {
        Tally tally =
                zwaluw.now(session).stickers().flatMap(StickerRound::tally).orElseThrow();
        assertThat(tally.ranking())
                .containsExactly(new Tally.Ranked(1, SCREEN_FREE, first), new Tally.Ranked(2, FEEDBACK, second));
        assertThat(zwaluw.stored("ballot:", JsonNode.class)).isEmpty();
    }
}
