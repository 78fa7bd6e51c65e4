package nl.balansmonitor.statements;

import static nl.balansmonitor.statements.Answers.accepted;
import static nl.balansmonitor.statements.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import nl.balansmonitor.Rooms;
import nl.balansmonitor.shared.Actor;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.shared.StatementId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgendaTest {

    private static final Actor SANNE_WHO_LEADS = new Actor(new MemberId("sanne"), true);
    private static final Statement SCREEN_FREE = Deck.READY_MADE.get(new StatementId("st7"));
    private static final Statement FEEDBACK = Deck.READY_MADE.get(new StatementId("st13"));

    private static Rooms rooms;

    private Agenda agenda;
    private SpaceId space;

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
        agenda = rooms.get(Agenda.class);
        space = rooms.newSpace();
    }

    @Test
    void holdsWhatTheTeamPutThereInThatOrderAndOnce() {
        assertThat(agenda.of(space)).isEmpty();
        assertThat(accepted(agenda.schedule(space, FEEDBACK.id()))).isEqualTo(FEEDBACK);
        accepted(agenda.schedule(space, SCREEN_FREE.id()));
        accepted(agenda.schedule(space, FEEDBACK.id()));
        assertThat(agenda.of(space)).containsExactly(FEEDBACK, SCREEN_FREE);
        assertThat(agenda.of(rooms.newSpace())).isEmpty();
    }

    @Test
    void losesWhatIsTakenOff() {
        accepted(agenda.schedule(space, FEEDBACK.id()));
        accepted(agenda.schedule(space, SCREEN_FREE.id()));
        agenda.clear(space, List.of(FEEDBACK.id()));
        agenda.clear(space, List.of(FEEDBACK.id()));
        assertThat(agenda.of(space)).containsExactly(SCREEN_FREE);
    }

    @Test
    void takesOnlyWhatCanBeChosen() {
        accepted(rooms.get(OwnStatements.class).retire(space, SANNE_WHO_LEADS, FEEDBACK.id()));
        assertThat(agenda.schedule(space, FEEDBACK.id())).isEqualTo(refused(StatementRefusal.RETIRED));
        assertThat(agenda.schedule(space, new StatementId("forged")))
                .isEqualTo(refused(StatementRefusal.NO_SUCH_STATEMENT));
        assertThat(agenda.of(space)).isEmpty();
    }

    @Test
    void leavesOutWhatWasRetiredSince() {
        accepted(agenda.schedule(space, FEEDBACK.id()));
        accepted(agenda.schedule(space, SCREEN_FREE.id()));
        accepted(rooms.get(OwnStatements.class).retire(space, SANNE_WHO_LEADS, FEEDBACK.id()));
        assertThat(agenda.of(space)).containsExactly(SCREEN_FREE);
    }
}
