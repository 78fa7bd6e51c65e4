package nl.balansmonitor.sessions;

import static nl.balansmonitor.sessions.Zwaluw.FEEDBACK;
import static nl.balansmonitor.sessions.Zwaluw.SANNE_WHO_LEADS;
import static nl.balansmonitor.sessions.Zwaluw.SCREEN_FREE;
import static nl.balansmonitor.sessions.Zwaluw.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import nl.balansmonitor.Rooms;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.statements.Agenda;
import nl.balansmonitor.statements.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a new session is suggested to be about. */
class SuggestionTest {

    private static Rooms rooms;

    private Zwaluw zwaluw;
    private Agenda agenda;

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
        agenda = rooms.get(Agenda.class);
    }

    @Test
    void beginsWithTheAgendaAndIsFilledUpToTwo() {
        schedule("st7");
        assertThat(zwaluw.begun().suggestion()).containsExactly(SCREEN_FREE, new StatementId("st1"));
    }

    @Test
    void isThreeOfTheAgendaAtMost() {
        schedule("st7", "st13", "st21", "st20");
        assertThat(zwaluw.begun().suggestion()).containsExactly(SCREEN_FREE, FEEDBACK, new StatementId("st21"));
    }

    @Test
    void losesOfTheAgendaWhatWasMeasured() {
        schedule("st7", "st13");
        zwaluw.closedWith(SCREEN_FREE, 3, 4, 5);
        assertThat(agenda.of(zwaluw.space())).extracting(Statement::id).containsExactly(FEEDBACK);
        assertThat(zwaluw.begun().suggestion()).startsWith(FEEDBACK);
    }

    @Test
    void keepsTheAgendaOfASessionThatWasNeverStarted() {
        schedule("st7");
        zwaluw.close(zwaluw.begun());
        assertThat(zwaluw.begun().suggestion()).startsWith(SCREEN_FREE);
    }

    @Test
    void keepsWhatIsScheduledAgainWhileTheStoreStillForgets() {
        Session session = zwaluw.measuring(SCREEN_FREE);
        Session closing = accepted(zwaluw.closing().close(zwaluw.space(), session.id(), SANNE_WHO_LEADS, Zwaluw.TEAM));
        schedule("st7");
        zwaluw.closing().resume(closing, Zwaluw.TEAM);
        assertThat(zwaluw.begun().suggestion()).startsWith(SCREEN_FREE);
    }

    @Test
    void ofARoundIsTheThemeThatWasMeasuredLongestAgo() {
        zwaluw.closedWith(new StatementId("st1"), 3, 4, 5);
        assertThat(zwaluw.sessions().suggestedRound(zwaluw.space()))
                .extracting(s -> s.id().value())
                .containsExactly("st5", "st6", "st7", "st8");
    }

    private void schedule(String... statements) {
        Stream.of(statements).map(StatementId::new).forEach(s -> agenda.schedule(zwaluw.space(), s));
    }
}
