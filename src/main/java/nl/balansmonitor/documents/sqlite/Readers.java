package nl.balansmonitor.documents.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import nl.balansmonitor.documents.StorageUnavailableException;

/** A few connections that read beside the writer, each in a thread of its own while it does. */
final class Readers implements AutoCloseable {

    private final BlockingQueue<Connection> idle;
    private final ExecutorService threads;

    Readers(Collection<Connection> connections) {
        idle = new ArrayBlockingQueue<>(connections.size(), true, connections);
        threads = Executors.newFixedThreadPool(
                connections.size(),
                Thread.ofPlatform().daemon().name("documents-reader-", 1).factory());
    }

    /**
     * Reads what is committed now.
     *
     * @throws StorageUnavailableException if it can't be read
     */
    <T> T read(Work<T> work) {
        var task = new Task<>(work);
        try {
            threads.execute(() -> run(task));
        } catch (RejectedExecutionException e) {
            throw new StorageUnavailableException("the database is closed", e);
        }
        return task.await();
    }

    /** Does the work while none of these connections reads; reads asked for meanwhile wait. */
    <T> T paused(Work<T> work, Connection connection) throws SQLException {
        var taken = new ArrayList<Connection>();
        try {
            for (int count = idle.size() + idle.remainingCapacity(); count > 0; count--) {
                taken.add(idle.take());
            }
            return work.on(connection);
        } catch (InterruptedException e) {
            throw new SQLException("interrupted while the readers finished", e);
        } finally {
            idle.addAll(taken);
        }
    }

    /** Finishes the reads that wait; later ones fail. The connections stay open. */
    @Override
    public void close() {
        threads.close();
    }

    private void run(Task<?> task) {
        try {
            var connection = idle.take();
            try {
                task.attempt(connection).run();
            } finally {
                idle.add(connection);
            }
        } catch (Throwable e) { // an Error too must reach the caller, who would wait for ever
            task.fail(e);
        }
    }
}
