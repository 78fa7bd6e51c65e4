package nl.balansmonitor.documents.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import nl.balansmonitor.documents.StorageUnavailableException;

/**
 * Work that one thread waits for and another does. SQLite's driver locks monitors and calls native code, both of which pin a virtual
 * thread to its carrier: so callers park here, and only platform threads touch a connection.
 */
final class Task<T> {

    private final Work<T> work;
    private final CompletableFuture<T> outcome = new CompletableFuture<>();

    Task(Work<T> work) {
        this.work = work;
    }

    /** Does the work; whoever waits learns of it when the answer is run. */
    Runnable attempt(Connection connection) throws SQLException {
        var result = work.on(connection);
        return () -> outcome.complete(result);
    }

    void fail(Throwable cause) {
        outcome.completeExceptionally(cause);
    }

    /**
     * Waits for the outcome.
     *
     * @throws StorageUnavailableException if the work failed, or the waiting thread was interrupted; the work may then still be done
     */
    T await() {
        try {
            return outcome.get();
        } catch (ExecutionException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw new StorageUnavailableException("the database can't be used: " + cause.getMessage(), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailableException("interrupted while the database was at work", e);
        }
    }
}
