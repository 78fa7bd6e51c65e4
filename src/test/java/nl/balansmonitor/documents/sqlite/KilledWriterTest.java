package nl.balansmonitor.documents.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import nl.balansmonitor.documents.Partition;
import nl.balansmonitor.documents.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process amid its writes, as often as the loop says, and looks what is there. */
class KilledWriterTest {

    private static final int ROUNDS = 5;
    private static final int THREADS = 8;
    private static final Partition ZWALUW = new Partition("De Zwaluw");

    /** Whole only if both parts are of the same number. */
    record Tally(int number, String echo) {

        static Tally of(int number) {
            return new Tally(number, (number + " ").repeat(number % 3_000));
        }
    }

    /** Each thread counts in a document of its own and notes in a file what was acknowledged. */
    static class Counting {

        public static void main(String[] arguments) {
            var documents = SqliteDocuments.open(Path.of(arguments[0]), new SecureRandom());
            var notes = Path.of(arguments[1]);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int thread = 0; thread < THREADS; thread++) {
                    var id = "tally:" + thread;
                    threads.execute(() -> count(documents, id, notes));
                }
            }
        }

        private static void count(SqliteDocuments documents, String id, Path notes) {
            var key = ZWALUW.key(id);
            var tally = documents
                    .read(key, Tally.class)
                    .or(() -> documents.create(key, Tally.of(0)))
                    .orElseThrow();
            for (int left = 1_000_000; left > 0; left--) {
                var next = Tally.of(tally.content().number() + 1);
                tally = documents.replace(tally, next).orElseThrow();
                note(notes, id + " " + next.number() + "\n");
            }
        }

        private static void note(Path notes, String line) {
            try {
                Files.writeString(notes, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void losesNoAcknowledgedWriteAndKeepsNoPartOfAnother(@TempDir Path folder) throws Exception {
        var file = folder.resolve("test.db");
        var notes = folder.resolve("acknowledged");
        for (int round = 1; round <= ROUNDS; round++) {
            int before = lines(notes).size();
            var process = OtherJvm.start(List.of(), List.of(), Counting.class, file.toString(), notes.toString());
            try {
                await().atMost(Duration.ofMinutes(2))
                        .until(() -> lines(notes).size() > before + 200 || !process.isAlive());
                assertThat(process.isAlive()).as("still at work").isTrue();
            } finally {
                process.destroyForcibly().waitFor();
            }

            // That it opens at all shows that the lock died with the process.
            try (var documents = SqliteDocuments.open(file, new SecureRandom())) {
                assertHolds(documents, acknowledged(notes));
            }
        }
    }

    private static void assertHolds(SqliteDocuments documents, Map<String, Integer> acknowledged) {
        assertThat(acknowledged).hasSize(THREADS);
        var found = documents.query(Query.in(ZWALUW), Tally.class).documents();
        assertThat(found).hasSize(THREADS);
        for (var document : found) {
            var tally = document.content();
            int least = acknowledged.getOrDefault(document.key().id(), Integer.MAX_VALUE);
            // One more may have been written and not yet acknowledged or noted; never half of one.
            assertThat(tally.number()).isBetween(least, least + 1);
            assertThat(tally).isEqualTo(Tally.of(tally.number()));
        }
    }

    private static Map<String, Integer> acknowledged(Path notes) throws IOException {
        var highest = new HashMap<String, Integer>();
        for (var line : lines(notes)) {
            var words = line.split(" ", -1);
            highest.merge(words[0], Integer.valueOf(words[1]), Math::max);
        }
        return highest;
    }

    private static List<String> lines(Path notes) throws IOException {
        return Files.exists(notes) ? Files.readAllLines(notes) : List.of();
    }
}
