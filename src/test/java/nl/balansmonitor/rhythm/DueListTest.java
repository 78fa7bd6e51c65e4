package nl.balansmonitor.rhythm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.balansmonitor.Rooms;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.shared.SpaceId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DueListTest {

    private static final Instant NOW = Rooms.MONDAY_MORNING;

    @TempDir
    private Path folder;

    private Rooms rooms;
    private DueList list;

    @BeforeEach
    void open() {
        rooms = Rooms.over(folder.resolve("balans.db"));
        list = rooms.get(DueList.class);
    }

    @AfterEach
    void close() {
        rooms.close();
    }

    @Test
    void saysWhatIsDueFromItsMomentOnUntilItIsDone() {
        Due due = in(Duration.ofMinutes(90));
        list.add(due);

        itIs(Duration.ofMinutes(90).minusSeconds(1));
        assertThat(list.due()).isEmpty();
        itIs(Duration.ofMinutes(90));
        assertThat(contents()).containsExactly(due);
        Document<Due> found = list.due().getFirst();
        list.done(found);
        list.done(found);
        assertThat(list.due()).isEmpty();
    }

    @Test
    void takesWhatLiesInThePastForDueAtOnce() {
        Due late = in(Duration.ofDays(-40));
        list.add(late);

        assertThat(contents()).containsExactly(late);
    }

    @Test
    void addsTheSameOnce() {
        list.add(in(Duration.ZERO));
        list.add(in(Duration.ZERO));

        assertThat(list.due()).hasSize(1);
    }

    @Test
    void keepsWhatIsAddedWhileSomebodyIsAboutToBeDoneWithTheSame() {
        Due due = in(Duration.ZERO);
        list.add(due);
        Document<Due> handled = list.due().getFirst();
        list.add(due);
        list.done(handled);

        assertThat(contents()).containsExactly(due);
        list.done(list.due().getFirst());
        assertThat(list.due()).isEmpty();
    }

    @Test
    void saysTheEarliestFirst() {
        for (int minutes : List.of(200, 10, 100)) {
            list.add(in(Duration.ofMinutes(minutes)));
        }
        itIs(Duration.ofHours(5));

        assertThat(contents())
                .containsExactly(in(Duration.ofMinutes(10)), in(Duration.ofMinutes(100)), in(Duration.ofMinutes(200)));
    }

    /** Two days, as a laptop over a weekend; and a year, in several looks. */
    @Test
    void missesNothingWhileNobodyLooked() {
        list.add(in(Duration.ofHours(1)));
        list.add(in(Duration.ofHours(47)));
        list.add(in(Duration.ofDays(300)));

        itIs(Duration.ofDays(2));
        assertThat(doneAtOneLook()).containsExactly(in(Duration.ofHours(1)), in(Duration.ofHours(47)));
        itIs(Duration.ofDays(365));
        for (int looks = 0; looks < 365 * 24 / DueList.MOST_HOURS; looks++) {
            if (!list.due().isEmpty()) {
                break;
            }
        }
        assertThat(doneAtOneLook()).containsExactly(in(Duration.ofDays(300)));
    }

    @Test
    void goesOnAfterAClockThatWasAhead() {
        list.add(in(Duration.ofHours(1)));
        itIs(Duration.ofDays(3));
        assertThat(doneAtOneLook()).hasSize(1);
        assertThat(list.due()).isEmpty();

        itIs(Duration.ofHours(2));
        list.add(in(Duration.ofHours(3)));
        assertThat(list.due()).isEmpty();
        itIs(Duration.ofHours(9));
        assertThat(contents()).containsExactly(in(Duration.ofHours(3)));
    }

    private List<Due> doneAtOneLook() {
        List<Document<Due>> due = list.due();
        due.forEach(list::done);
        return due.stream().map(Document::content).toList();
    }

    private List<Due> contents() {
        return list.due().stream().map(Document::content).toList();
    }

    private void itIs(Duration later) {
        rooms.itIs(NOW.plus(later));
    }

    private static Due in(Duration later) {
        return new Due(Due.Kind.REMINDER, new SpaceId("zwaluw"), "action-1", NOW.plus(later));
    }
}
