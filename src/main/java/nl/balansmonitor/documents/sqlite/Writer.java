package nl.balansmonitor.documents.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import nl.balansmonitor.documents.StorageUnavailableException;

/**
 * The only one that writes: one thread, one connection. Writes that wait at the same time share a transaction, and so its one fsync
 * (group commit): while the disk is busy with one group, the next one gathers.
 */
final class Writer implements AutoCloseable {

    /** Keeps a transaction, and with it the wait of the first in the group, short. */
    private static final int LARGEST_GROUP = 256;

    private final Connection connection;
    private final Queue<Task<?>> waiting = new ConcurrentLinkedQueue<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("documents-writer").factory());

    Writer(Connection connection) {
        this.connection = connection;
    }

    /**
     * Does the work within a transaction and returns once it is durable. What others wrote in the same group neither spoils it nor is
     * spoilt by it.
     *
     * @throws StorageUnavailableException if it could not be done or committed
     */
    <T> T write(Work<T> work) {
        var task = new Task<>(work);
        waiting.add(task);
        onThread(this::commitWaiting);
        return task.await();
    }

    /** Does the work after every write that was asked for earlier, outside of a transaction and with no write beside it. */
    <T> T alone(Work<T> work) {
        var task = new Task<>(work);
        onThread(() -> {
            try {
                task.attempt(connection).run();
            } catch (Throwable e) { // an Error too must reach the caller, who would wait for ever
                task.fail(e);
            }
        });
        return task.await();
    }

    int waiting() {
        return waiting.size();
    }

    /** Finishes the writes that wait; later ones fail. The connection stays open. */
    @Override
    public void close() {
        thread.close();
    }

    private void onThread(Runnable job) {
        try {
            thread.execute(job);
        } catch (RejectedExecutionException e) {
            throw new StorageUnavailableException("the database is closed", e);
        }
    }

    /** Runs once per write, and most often finds that an earlier run took that write along. */
    private void commitWaiting() {
        var group = new ArrayList<Task<?>>();
        for (var task = waiting.poll(); task != null; task = group.size() < LARGEST_GROUP ? waiting.poll() : null) {
            group.add(task);
        }
        if (!group.isEmpty()) {
            commit(group);
        }
    }

    private void commit(List<Task<?>> group) {
        try {
            Sql.execute(connection, "BEGIN IMMEDIATE");
        } catch (Throwable e) {
            group.forEach(task -> task.fail(e));
            return;
        }
        try {
            var answers = new ArrayList<Runnable>();
            for (var task : group) {
                answers.add(task.attempt(connection));
            }
            Sql.execute(connection, "COMMIT");
            answers.forEach(Runnable::run);
        } catch (Throwable e) {
            rollBack();
            if (group.size() == 1) {
                group.getFirst().fail(e);
            } else {
                // One of them does not fit or can't be done; the others may. Refused writes (a changed ETag) don't come
                // here.
                group.forEach(task -> commit(List.of(task)));
            }
        }
    }

    private void rollBack() {
        try {
            Sql.execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            // SQLite has rolled back by itself, as it does when the disk is full.
            return;
        }
    }
}
