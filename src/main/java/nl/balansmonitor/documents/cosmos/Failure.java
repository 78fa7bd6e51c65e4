package nl.balansmonitor.documents.cosmos;

import com.azure.cosmos.CosmosException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import nl.balansmonitor.documents.StorageUnavailableException;
import reactor.core.Exceptions;

/** What an error of the SDK means for the operation that met it. */
enum Failure {
    /** May pass; whether the store did what was asked is not known. */
    UNCERTAIN,
    /** May pass; the store did not do what was asked. */
    NOT_DONE,
    /** Won't pass by trying again now, and the store did not do what was asked. */
    REFUSED,
    /** Ours, not the store's. */
    BUG;

    static final int CONFLICT = 409;
    static final int PRECONDITION_FAILED = 412;

    private static final int NOT_FOUND = 404;
    private static final int LONGEST_DESCRIPTION = 200;

    static Failure of(Throwable error) {
        if (error instanceof CosmosException answer) {
            return of(answer.getStatusCode());
        }
        if (error instanceof StorageUnavailableException) {
            return REFUSED;
        }
        // The time is over, or the connection, or this thread's work.
        boolean cut = error instanceof TimeoutException
                || error instanceof IOException
                || error instanceof InterruptedException;
        return cut ? UNCERTAIN : BUG;
    }

    private static Failure of(int status) {
        return switch (status) {
            case 400, CONFLICT, PRECONDITION_FAILED, 413 -> BUG;
            // 429 only after the SDK has waited as long as it was told to; 404 is that of the container.
            case 401, 403, NOT_FOUND, 429 -> REFUSED;
            case 449 -> NOT_DONE;
            default -> UNCERTAIN;
        };
    }

    /** What the SDK threw, without what a blocking call wraps around it. */
    static Throwable cause(RuntimeException thrown) {
        return Exceptions.unwrap(thrown);
    }

    /** Whether the document does not exist; that the container does not has another sub-status. */
    static boolean isMissingDocument(Throwable error) {
        return error instanceof CosmosException answer
                && answer.getStatusCode() == NOT_FOUND
                && answer.getSubStatusCode() == 0;
    }

    static boolean is(int status, Throwable error) {
        return error instanceof CosmosException answer && answer.getStatusCode() == status;
    }

    /** In a few words; the SDK's own message is pages of diagnostics. */
    static String describe(Throwable error) {
        if (error instanceof CosmosException answer) {
            return "status " + answer.getStatusCode() + ", sub-status " + answer.getSubStatusCode();
        }
        var words = error.toString().lines().findFirst().orElse("");
        return words.substring(0, Math.min(words.length(), LONGEST_DESCRIPTION));
    }
}
