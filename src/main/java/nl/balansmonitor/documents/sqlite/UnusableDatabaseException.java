package nl.balansmonitor.documents.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import nl.balansmonitor.documents.stores.UnusableStoreException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/** The database file can't be used, and waiting won't help: the operator has to do something. */
final class UnusableDatabaseException extends UnusableStoreException {

    private static final long serialVersionUID = 1;

    private static final String ELSEWHERE = "set balans.storage.sqlite.path to another file";

    private UnusableDatabaseException(Path file, String problem, String action, @Nullable Throwable cause) {
        super("The database " + file + " " + problem + ".", action + ".", cause);
    }

    static UnusableDatabaseException isFolder(Path file) {
        return new UnusableDatabaseException(
                file, "is a folder", "Let balans.storage.sqlite.path name a file, in that folder for instance", null);
    }

    static UnusableDatabaseException noFolder(Path file, IOException cause) {
        return new UnusableDatabaseException(
                file,
                "has no folder and it can't be made (" + cause + ")",
                "Make the folder and let this process write in it, or " + ELSEWHERE,
                cause);
    }

    static UnusableDatabaseException inUse(Path file) {
        return new UnusableDatabaseException(
                file, "is in use by another process", "Stop the other process, or " + ELSEWHERE, null);
    }

    static UnusableDatabaseException notWritable(Path file, Exception cause) {
        return new UnusableDatabaseException(
                file,
                "can't be written (" + cause + ")",
                "Let this process write the file and in its folder, or " + ELSEWHERE,
                cause);
    }

    static UnusableDatabaseException notOurs(Path file) {
        return new UnusableDatabaseException(
                file, "belongs to another program", "Leave that file alone and " + ELSEWHERE, null);
    }

    static UnusableDatabaseException newer(Path file, int version, int known) {
        return new UnusableDatabaseException(
                file,
                "was written by a newer version of this program (schema " + version + ", known here is " + known + ")",
                "Start that version or a later one, or " + ELSEWHERE,
                null);
    }

    static UnusableDatabaseException because(Path file, SQLException cause) {
        return switch (SQLiteErrorCode.getErrorCode(cause.getErrorCode())) {
            case SQLITE_NOTADB, SQLITE_CORRUPT ->
                new UnusableDatabaseException(
                        file,
                        "is not a database or is damaged (" + cause.getMessage() + ")",
                        "Restore a backup, or " + ELSEWHERE,
                        cause);
            case SQLITE_FULL, SQLITE_IOERR ->
                new UnusableDatabaseException(
                        file,
                        "can't be written, as on a full disk (" + cause.getMessage() + ")",
                        "Make room on the disk or raise the quota, or " + ELSEWHERE,
                        cause);
            case SQLITE_BUSY, SQLITE_LOCKED ->
                new UnusableDatabaseException(
                        file, "is locked by another program", "Close the program that has it open", cause);
            default -> notWritable(file, cause);
        };
    }
}
