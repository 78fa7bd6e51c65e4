package nl.balansmonitor.rhythm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import nl.balansmonitor.CountingDocuments;
import nl.balansmonitor.CountingDocuments.Cost;
import nl.balansmonitor.Finding;
import nl.balansmonitor.Rooms;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.shared.SpaceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding what is due costs what is due, however many spaces the store holds. */
class CostOfALookTest {

    private static final Instant NOW = Rooms.MONDAY_MORNING;
    private static final Duration WITHIN = Duration.ofDays(50);
    private static final int DUE = 3;

    @TempDir
    private Path folder;

    @Test
    void isTheSameWithTenSpacesAndWithTenThousand() {
        Cost ten = costOfALookWith(10);
        Cost tenThousand = costOfALookWith(10_000);
        Finding.say(
                "a look that finds %d due things: %d calls and %d documents with 10 spaces, %d calls and %d documents with 10,000"
                        .formatted(DUE, ten.calls(), ten.documents(), tenThousand.calls(), tenThousand.documents()));
        assertThat(tenThousand).isEqualTo(ten);
        assertThat(ten.documents()).isEqualTo(DUE + 1);
    }

    /** Three of the spaces have something due now, and every one has something in the seven weeks to come. */
    private Cost costOfALookWith(int spaces) {
        try (Rooms rooms = Rooms.over(folder.resolve(spaces + ".db"))) {
            DueList list = rooms.get(DueList.class);
            IntStream.range(0, spaces)
                    .forEach(i -> list.add(due(
                            i,
                            NOW.plus(WITHIN.dividedBy(spaces).multipliedBy(i)).plus(Duration.ofHours(2)))));
            IntStream.range(0, DUE).forEach(i -> list.add(due(i, NOW)));
            var counting = new CountingDocuments(rooms.get(Documents.class));
            assertThat(new DueList(counting.documents(), rooms.clock()).due()).hasSize(DUE);
            return counting.cost();
        }
    }

    private static Due due(int space, Instant at) {
        return new Due(Due.Kind.PLAN, new SpaceId("zwaluw-" + space), "plan", at);
    }
}
