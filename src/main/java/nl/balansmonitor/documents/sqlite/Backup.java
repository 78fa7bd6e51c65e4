package nl.balansmonitor.documents.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Copies a database as it is at one moment, also while a bot writes to it: every write that was acknowledged before is in the copy, and
 * nothing that was deleted.
 */
record Backup(Path database) {

    /** How long to wait while the bot holds one of SQLite's own locks, which it does for moments. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Only an absolute path is sure to be taken for one. */
    Backup {
        database = database.toAbsolutePath().normalize();
    }

    /**
     * Writes the copy. It gets its name once it is whole and on the disk, so that what has that name can be restored.
     *
     * @param file in a folder that exists; there must be no such file
     * @return the file's absolute path
     * @throws BackupRefusedException    if there is no database, or the copy can't be where it should
     * @throws UnusableDatabaseException if the database is not ours, or damaged
     * @throws IOException               if the copy can't be brought to the disk or given its name
     */
    Path to(Path file) throws IOException {
        Path target = file.toAbsolutePath().normalize();
        if (!Files.isRegularFile(database)) {
            throw new BackupRefusedException("there is no database " + database
                    + "; let balans.storage.sqlite.path name the one that the bot uses");
        }
        if (!Files.isDirectory(target.resolveSibling(""))) {
            throw new BackupRefusedException("there is no folder for " + target + "; make it first");
        }
        requireFree(target);
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        requireFree(unfinished);
        try {
            copy(unfinished);
            force(unfinished);
            Files.move(unfinished, target);
            return target;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void requireFree(Path file) {
        if (Files.exists(file)) {
            throw new BackupRefusedException(file + " exists already; name another file, or take that one away");
        }
    }

    private void copy(Path target) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database.toUri())) {
            Sql.execute(connection, "PRAGMA busy_timeout = " + PATIENCE.toMillis());
            // What is rewritten would else pass through files that nobody erases.
            Sql.execute(connection, "PRAGMA temp_store = MEMORY");
            requireOurs(connection);
            copy(connection, target);
        } catch (SQLException e) {
            throw UnusableDatabaseException.because(database, e);
        }
    }

    /** Stricter than at the bot's start: to that an empty file is as good as none. */
    private void requireOurs(Connection connection) throws SQLException {
        if (Sql.number(connection, "PRAGMA application_id") != DatabaseFile.APPLICATION_ID) {
            throw UnusableDatabaseException.notOurs(database);
        }
    }

    /** One read transaction: the bot's writes go on meanwhile and are not seen. */
    private static void copy(Connection connection, Path target) {
        try {
            Sql.update(connection, "VACUUM INTO ?", target.toString());
        } catch (SQLException e) {
            throw new BackupRefusedException(target + " can't be written (" + e.getMessage() + ")", e);
        }
    }

    /** SQLite leaves that to whoever asked for the copy (https://www.sqlite.org/lang_vacuum.html#vacuum_with_an_into_clause). */
    private static void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
