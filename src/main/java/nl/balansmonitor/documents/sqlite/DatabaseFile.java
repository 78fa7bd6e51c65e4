package nl.balansmonitor.documents.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The database file: locked against other processes, checked, given its table, and opened for one writer and several readers. */
final class DatabaseFile implements AutoCloseable {

    /** Marks our files among all SQLite files: "BMon". */
    static final int APPLICATION_ID = 0x424D6F6E;

    static final int SCHEMA_VERSION = 1;

    private static final int READERS = 4;

    private static final List<String> WRITER_SETTINGS = List.of(
            "PRAGMA journal_mode = WAL",
            "PRAGMA synchronous = FULL",
            // On macOS a plain fsync leaves the data in the drive's own cache.
            "PRAGMA fullfsync = ON",
            "PRAGMA checkpoint_fullfsync = ON",
            "PRAGMA secure_delete = ON");

    /** Nothing in it tells when or in which order documents were written: no time, no rowid, and an ETag is random. */
    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS documents (
                pk TEXT NOT NULL,
                id TEXT NOT NULL,
                etag TEXT NOT NULL,
                body TEXT NOT NULL,
                PRIMARY KEY (pk, id)
            ) STRICT, WITHOUT ROWID
            """;

    private final ProcessLock lock;
    private final List<Connection> connections = new ArrayList<>();

    private DatabaseFile(ProcessLock lock) {
        this.lock = lock;
    }

    /**
     * Opens the file; makes it and its folder if they don't exist. Writes to it in any case, so that a file that can't be written is
     * found now.
     *
     * @param patience how long to wait while another program holds one of SQLite's own locks
     * @throws UnusableDatabaseException if that can't be, with the reason for the operator
     */
    static DatabaseFile open(Path path, Duration patience) {
        var place = place(path);
        var file = new DatabaseFile(lock(place));
        try {
            prepare(file.connect(place, patience), place);
            for (int i = 0; i < READERS; i++) {
                Sql.execute(file.connect(place, patience), "PRAGMA query_only = ON");
            }
            return file;
        } catch (SQLException e) {
            file.abandon(e);
            throw UnusableDatabaseException.because(place, e);
        } catch (RuntimeException e) {
            file.abandon(e);
            throw e;
        }
    }

    Connection writer() {
        return connections.getFirst();
    }

    List<Connection> readers() {
        return connections.subList(1, connections.size());
    }

    /** Closes the connections, at which SQLite moves its log into the file and deletes the log; gives the lock back. */
    @Override
    public void close() throws SQLException, IOException {
        try (lock) {
            for (var connection : connections) {
                connection.close();
            }
        }
    }

    private void abandon(Exception reason) {
        try {
            close();
        } catch (SQLException | IOException e) {
            reason.addSuppressed(e);
        }
    }

    private static Path place(Path path) {
        var wanted = path.toAbsolutePath().normalize();
        if (Files.isDirectory(wanted)) {
            throw UnusableDatabaseException.isFolder(wanted);
        }
        try {
            var folder = Files.createDirectories(wanted.resolveSibling("")).toRealPath();
            return Files.exists(wanted) ? wanted.toRealPath() : folder.resolve(wanted.getFileName());
        } catch (IOException e) {
            throw UnusableDatabaseException.noFolder(wanted, e);
        }
    }

    private static ProcessLock lock(Path place) {
        try {
            return ProcessLock.tryTake(place).orElseThrow(() -> UnusableDatabaseException.inUse(place));
        } catch (IOException e) {
            throw UnusableDatabaseException.notWritable(place, e);
        }
    }

    private Connection connect(Path place, Duration patience) throws SQLException {
        // As a URI, in which a question mark of the path is escaped: the driver takes one for the beginning of its
        // options.
        var connection = DriverManager.getConnection("jdbc:sqlite:" + place.toUri());
        connections.add(connection);
        Sql.execute(connection, "PRAGMA busy_timeout = " + patience.toMillis());
        // What is sorted or rewritten would else pass through files that nobody erases.
        Sql.execute(connection, "PRAGMA temp_store = MEMORY");
        return connection;
    }

    private static void prepare(Connection writer, Path place) throws SQLException {
        requireOurs(writer, place);
        for (var setting : WRITER_SETTINGS) {
            Sql.execute(writer, setting);
        }
        Sql.execute(writer, "BEGIN IMMEDIATE");
        Sql.execute(writer, TABLE);
        Sql.execute(writer, "PRAGMA application_id = " + APPLICATION_ID);
        Sql.execute(writer, "PRAGMA user_version = " + SCHEMA_VERSION);
        Sql.execute(writer, "COMMIT");
    }

    /** Before anything is changed in somebody else's file. */
    private static void requireOurs(Connection writer, Path place) throws SQLException {
        int application = Sql.number(writer, "PRAGMA application_id");
        int version = Sql.number(writer, "PRAGMA user_version");
        int tables = Sql.number(writer, "SELECT count(*) FROM sqlite_schema");
        if (application != APPLICATION_ID && (application != 0 || tables > 0)) {
            throw UnusableDatabaseException.notOurs(place);
        }
        if (version > SCHEMA_VERSION) {
            throw UnusableDatabaseException.newer(place, version, SCHEMA_VERSION);
        }
    }
}
