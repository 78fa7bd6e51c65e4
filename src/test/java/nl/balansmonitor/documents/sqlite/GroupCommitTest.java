package nl.balansmonitor.documents.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.documents.Partition;
import nl.balansmonitor.documents.StorageUnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupCommitTest {

    record Note(String text) {}

    private static final Partition ZWALUW = new Partition("De Zwaluw");

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private DatabaseBytes bytes;
    private SqliteDocuments documents;

    @BeforeEach
    void open(@TempDir Path folder) {
        bytes = new DatabaseBytes(folder.resolve("test.db"));
        documents = SqliteDocuments.open(bytes.file(), new SecureRandom());
    }

    @AfterEach
    void close() throws Exception {
        callers.close();
        documents.close();
    }

    @Test
    void commitsWritesThatWaitTogetherInOneTransaction() throws Exception {
        int before = bytes.transactionsInLog();
        var writes = new ArrayList<Callable<Optional<Document<Note>>>>();
        for (int i = 0; i < 100; i++) {
            var key = ZWALUW.key("note:" + i);
            writes.add(() -> documents.create(key, new Note("rust")));
        }

        var results = whileTheWriterIsBusy(writes);

        assertThat(results).allMatch(result -> result.resultNow().isPresent());
        assertThat(bytes.transactionsInLog() - before).isEqualTo(1);
    }

    @Test
    void commitsWritesThatComeOneByOneOneByOne() throws Exception {
        int before = bytes.transactionsInLog();
        for (int i = 0; i < 5; i++) {
            documents.create(ZWALUW.key("note:" + i), new Note("rust"));
        }

        assertThat(bytes.transactionsInLog() - before).isEqualTo(5);
    }

    @Test
    void answersEachOfAGroupForItself() throws Exception {
        var read = documents.create(ZWALUW.key("note"), new Note("first")).orElseThrow();

        var results = whileTheWriterIsBusy(List.of(
                () -> documents.create(ZWALUW.key("other"), new Note("new")).isPresent(),
                () -> documents.create(read.key(), new Note("again")).isPresent(),
                () -> documents.delete(new Document<>(read.key(), read.content(), "an older version")),
                () -> documents.replace(read, new Note("second")).isPresent()));

        assertThat(results).extracting(Future::resultNow).containsExactly(true, false, false, true);
    }

    @Test
    void letsAFailingWriteFailAlone() throws Exception {
        var results = whileTheWriterIsBusy(List.of(
                () -> documents.create(ZWALUW.key("1"), new Note("before")).isPresent(),
                () -> documents.write(connection -> Sql.update(connection, "DELETE FROM nowhere") == 0),
                () -> documents.write(connection -> {
                    throw new IllegalStateException("a mistake in the program");
                }),
                () -> documents.create(ZWALUW.key("2"), new Note("behind")).isPresent()));

        assertThat(results.get(0).resultNow()).isEqualTo(true);
        assertThat(results.get(1).exceptionNow()).isInstanceOf(StorageUnavailableException.class);
        assertThat(results.get(2).exceptionNow()).isInstanceOf(StorageUnavailableException.class);
        assertThat(results.get(3).resultNow()).isEqualTo(true);
        assertThat(documents.readMany(ZWALUW, List.of("1", "2"), Note.class)).hasSize(2);
    }

    @Test
    void tellsAnInterruptedCallerThatItDoesNotKnow() throws Exception {
        var results = whileTheWriterIsBusy(List.of(() -> {
            Thread.currentThread().interrupt();
            return documents.create(ZWALUW.key("1"), new Note("whole or not at all"));
        }));

        assertThat(results.getFirst().exceptionNow()).isInstanceOf(StorageUnavailableException.class);
    }

    @Test
    void refusesWritesAndReadsOnceItIsClosed() throws Exception {
        documents.close();

        assertThatThrownBy(() -> documents.create(ZWALUW.key("1"), new Note("late")))
                .isInstanceOf(StorageUnavailableException.class);
        assertThatThrownBy(() -> documents.read(ZWALUW.key("1"), Note.class))
                .isInstanceOf(StorageUnavailableException.class);
        assertThatThrownBy(documents::eraseTraces).isInstanceOf(StorageUnavailableException.class);
    }

    /** Holds the writer until all writes wait, and returns when all are done, well or not. */
    private <T> List<Future<T>> whileTheWriterIsBusy(List<Callable<T>> writes) throws Exception {
        var busy = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var first = callers.submit(() -> documents.write(connection -> {
            busy.countDown();
            awaitUninterruptibly(goOn);
            return true;
        }));
        busy.await();
        var results = new ArrayList<Future<T>>();
        for (var write : writes) {
            results.add(callers.submit(write));
        }
        await().until(() -> documents.waitingWrites() == writes.size());
        goOn.countDown();
        first.get();
        await().until(() -> results.stream().allMatch(Future::isDone));
        return results;
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
