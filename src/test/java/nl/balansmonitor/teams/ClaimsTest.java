package nl.balansmonitor.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import nl.balansmonitor.Rooms;
import nl.balansmonitor.documents.Documents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances of the bot on one store, which here is a database file that says it may be shared. */
class ClaimsTest {

    private static final Duration LEASE = Duration.ofSeconds(12);
    private static final Duration SKEW = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    private Rooms rooms;
    private Outbox outbox;
    private Claims one;
    private Claims other;
    private Outbox.Entry entry;

    @BeforeEach
    void open() {
        rooms = Rooms.over(folder.resolve("balans.db"));
        outbox = new Outbox(rooms.get(Documents.class));
        one = instance(true, "update-interval=0s");
        other = instance(true, "update-interval=0s");
        entry = Outbox.Entry.ofProposals(rooms.newSpace());
    }

    @AfterEach
    void close() {
        rooms.close();
    }

    @Test
    void givesAnEntryToOneInstanceAtATime() {
        assertThat(one.hold(entry)).isEmpty();
        assertThat(other.hold(entry)).isPresent();
        assertThat(one.hold(entry)).isEmpty();

        assertThat(one.release(entry)).isEmpty();
        assertThat(other.hold(entry)).isEmpty();
        assertThat(one.hold(entry)).isPresent();
    }

    @Test
    void keepsAnEntryThroughTheIntervalBetweenTwoUpdates() {
        Claims patient = instance(true, "update-interval=11s");
        patient.hold(entry);

        assertThat(patient.release(entry).orElseThrow()).isPositive();
        assertThat(other.hold(entry)).isPresent();
    }

    @Test
    void handsAnEntryOnOnceTheLeaseOfAKilledInstanceHasRunOut() {
        one.hold(entry);
        assertThat(abandoned()).isEmpty();

        rooms.itIs(Rooms.MONDAY_MORNING.plus(LEASE).plus(SKEW).minusMillis(1));
        assertThat(abandoned()).isEmpty();
        assertThat(other.hold(entry)).isPresent();

        rooms.itIs(Rooms.MONDAY_MORNING.plus(LEASE).plus(SKEW));
        assertThat(abandoned()).containsExactly(entry);
        assertThat(other.hold(entry)).isEmpty();
        assertThat(abandoned()).isEmpty();
    }

    @Test
    void handsBackAtOnceWhatAnInstanceHadThatStops() {
        one.hold(entry);
        one.releaseAll();

        assertThat(other.hold(entry)).isEmpty();
    }

    @Test
    void takesNothingFromAnotherByReleasing() {
        one.hold(entry);
        assertThat(other.release(entry)).isEmpty();
        other.releaseAll();

        assertThat(other.hold(entry)).isPresent();
    }

    @Test
    void takesNothingBackThatAnotherTookOverMeanwhile() {
        one.hold(entry);
        rooms.itIs(Rooms.MONDAY_MORNING.plus(LEASE).plus(SKEW));
        other.hold(entry);
        one.releaseAll();

        assertThat(instance(true).hold(entry)).isPresent();
    }

    @Test
    void claimsWhatWasForgottenMeanwhile() {
        outbox.forget(entry);

        assertThat(one.hold(entry)).isEmpty();
        assertThat(other.hold(entry)).isPresent();
    }

    @Test
    void goesOnAtOnceAfterAKillWhereNoOtherInstanceCanBe() {
        Claims killed = instance(false);
        killed.hold(entry);
        Claims restarted = instance(false);

        assertThat(restarted.hold(entry)).isEmpty();
    }

    private List<Outbox.Entry> abandoned() {
        return outbox.all().stream()
                .filter(kept -> other.abandoned(kept))
                .map(Outbox.Kept::entry)
                .toList();
    }

    private Claims instance(boolean shared, String... settings) {
        Documents documents = mock(Documents.class, delegatesTo(rooms.get(Documents.class)));
        when(documents.shared()).thenReturn(shared);
        return new Claims(outbox, documents, SendingSettings.with(settings), rooms.clock());
    }
}
