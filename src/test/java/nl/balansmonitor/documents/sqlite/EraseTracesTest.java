package nl.balansmonitor.documents.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.documents.Partition;
import nl.balansmonitor.documents.Query;
import nl.balansmonitor.documents.StorageUnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the files' own bytes: what was deleted must be nowhere in them. */
class EraseTracesTest {

    /** Its text is one secret again and again, so that a leftover piece of a row shows a whole one. */
    record Secret(String text) {

        static Secret of(Random random, int length) {
            var marker = "secret-%016x".formatted(random.nextLong());
            return new Secret(marker.repeat(1 + length / marker.length()));
        }

        String marker() {
            return text.substring(0, 23);
        }
    }

    private static final Pattern MARKER = Pattern.compile("secret-[0-9a-f]{16}");
    private static final Partition ZWALUW = new Partition("De Zwaluw");

    /** In characters: rows that share a page, rows that fill one, rows that overflow into several. */
    private static final int[] LENGTHS = {30, 100, 300, 900, 1_100, 5_000, 60_000};

    private DatabaseBytes bytes;
    private SqliteDocuments documents;

    @BeforeEach
    void open(@TempDir Path folder) {
        bytes = new DatabaseBytes(folder.resolve("test.db"));
        documents = SqliteDocuments.open(bytes.file(), new SecureRandom(), Duration.ofMillis(100));
    }

    @AfterEach
    void close() throws Exception {
        documents.close();
    }

    @Test
    void leavesNothingOfWhatWasDeletedOrReplacedWhileOthersRead() throws Exception {
        var alive = new HashSet<String>();
        var gone = new HashSet<String>();
        var reading = new AtomicBoolean(true);
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var reads = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 3; i++) {
                reads.add(readers.submit(() -> readWhile(reading)));
            }
            try {
                liveThrough(7, alive, gone);
                documents.eraseTraces();
                assertNothingLeft(alive, gone);
            } finally {
                reading.set(false);
            }
            for (var read : reads) {
                assertThat(read.get()).isPositive();
            }
        }
        assertThat(bytes.logSize()).isZero();
    }

    @Test
    void leavesNothingThatPageSplitsLeftBehind() throws Exception {
        var alive = new HashSet<String>();
        var gone = new HashSet<String>();
        // Within one transaction, as nothing but the number of rows matters here.
        documents.write(connection -> {
            var random = new Random(1);
            var living = new ArrayList<String[]>();
            for (int i = 0; i < 12_000; i++) {
                var id = "%08x".formatted(random.nextInt());
                var secret = Secret.of(random, random.nextInt(400));
                Sql.update(
                        connection,
                        "INSERT INTO documents VALUES ('De Zwaluw', ?, 'e', ?)",
                        id,
                        "\"" + secret.text() + "\"");
                living.add(new String[] {id, secret.marker()});
                if (random.nextInt(10) > 1) {
                    var victim = living.remove(random.nextInt(living.size()));
                    gone.add(victim[1]);
                    Sql.update(connection, "DELETE FROM documents WHERE pk = 'De Zwaluw' AND id = ?", victim[0]);
                }
            }
            living.forEach(row -> alive.add(row[1]));
            return true;
        });

        documents.eraseTraces();

        assertNothingLeft(alive, gone);
    }

    @Test
    void leavesNothingOfAnEarlierProcess() throws Exception {
        var random = new Random(3);
        var secret = Secret.of(random, 300);
        documents.delete(documents.create(ZWALUW.key("secret"), secret).orElseThrow());
        documents.close();

        documents = SqliteDocuments.open(bytes.file(), new SecureRandom());
        documents.eraseTraces();

        assertNothingLeft(Set.of(), Set.of(secret.marker()));
    }

    @Test
    void failsAloudWhileAnotherProgramReadsAnOlderStateAndSucceedsAfterwards() throws Exception {
        var secret = Secret.of(new Random(5), 300);
        var version = documents.create(ZWALUW.key("secret"), secret).orElseThrow();
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + bytes.file())) {
            Sql.execute(other, "BEGIN");
            assertThat(Sql.number(other, "SELECT count(*) FROM documents")).isEqualTo(1);
            documents.delete(version);

            assertThatThrownBy(documents::eraseTraces).isInstanceOf(StorageUnavailableException.class);

            assertThat(documents.create(ZWALUW.key("note"), new Secret("goes on")))
                    .isPresent();
            Sql.execute(other, "COMMIT");
        }
        documents.eraseTraces();
        assertNothingLeft(Set.of(), Set.of(secret.marker()));
    }

    private void assertNothingLeft(Set<String> alive, Set<String> gone) throws Exception {
        var found = bytes.find(MARKER);
        assertThat(found).containsAll(alive).doesNotContainAnyElementsOf(gone);
        assertThat(gone).isNotEmpty();
    }

    private void liveThrough(long seed, Set<String> alive, Set<String> gone) {
        var random = new Random(seed);
        var living = new ArrayList<Document<Secret>>();
        for (int i = 0; i < 600; i++) {
            var secret = Secret.of(random, LENGTHS[random.nextInt(LENGTHS.length)]);
            if (living.isEmpty() || random.nextInt(10) < 5) {
                var key = ZWALUW.key("%08x".formatted(random.nextInt()));
                living.add(documents.create(key, secret).orElseThrow());
            } else {
                var victim = living.remove(random.nextInt(living.size()));
                gone.add(victim.content().marker());
                if (random.nextBoolean()) {
                    living.add(documents.replace(victim, secret).orElseThrow());
                } else {
                    assertThat(documents.delete(victim)).isTrue();
                }
            }
        }
        living.forEach(document -> alive.add(document.content().marker()));
    }

    private int readWhile(AtomicBoolean reading) {
        int read = 0;
        do {
            read += documents
                    .query(Query.in(ZWALUW).pagesOf(50), Secret.class)
                    .documents()
                    .size();
            read += documents
                            .readMany(ZWALUW, List.of("no", "such"), Secret.class)
                            .size()
                    + 1;
        } while (reading.get());
        return read;
    }
}
