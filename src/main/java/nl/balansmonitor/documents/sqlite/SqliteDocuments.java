package nl.balansmonitor.documents.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.Key;
import nl.balansmonitor.documents.Page;
import nl.balansmonitor.documents.Partition;
import nl.balansmonitor.documents.Query;
import nl.balansmonitor.documents.StorageUnavailableException;
import nl.balansmonitor.documents.sqlite.Selection.Row;
import nl.balansmonitor.documents.stores.Nonces;
import nl.balansmonitor.documents.stores.StoredForm;
import tools.jackson.databind.json.JsonMapper;

/** Documents as rows of a {@link DatabaseFile}, their contents as JSON text. */
final class SqliteDocuments implements Documents, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_IDS = 1_000;

    private static final JsonMapper JSON = StoredForm.MAPPER;

    private final DatabaseFile file;
    private final Writer writer;
    private final Readers readers;
    private final Nonces etags;

    /** Whether something may be left to erase; true at first, as an earlier run may have been killed. Of the writer's thread only. */
    private boolean traces = true;

    private SqliteDocuments(DatabaseFile file, RandomGenerator random) {
        this.file = file;
        this.writer = new Writer(file.writer());
        this.readers = new Readers(file.readers());
        this.etags = new Nonces(random);
    }

    /**
     * Opens the store, with its file and folder made if need be.
     *
     * @param random makes ETags; safe for use by many threads
     * @throws UnusableDatabaseException if the file can't be used
     */
    static SqliteDocuments open(Path path, RandomGenerator random) {
        return open(path, random, PATIENCE);
    }

    static SqliteDocuments open(Path path, RandomGenerator random, Duration patience) {
        return new SqliteDocuments(DatabaseFile.open(path, patience), random);
    }

    @Override
    public <T> Optional<Document<T>> create(Key key, T content) {
        var document = new Document<>(key, content, etags.next());
        var created = change(
                "INSERT INTO documents (pk, id, etag, body) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                key.partition().value(),
                key.id(),
                document.etag(),
                JSON.writeValueAsString(content));
        return created ? Optional.of(document) : Optional.empty();
    }

    @Override
    public <T> Optional<Document<T>> replace(Document<?> version, T content) {
        var document = new Document<>(version.key(), content, etags.next());
        var replaced = change(
                "UPDATE documents SET etag = ?, body = ? WHERE pk = ? AND id = ? AND etag = ?",
                document.etag(),
                JSON.writeValueAsString(content),
                version.key().partition().value(),
                version.key().id(),
                version.etag());
        return replaced ? Optional.of(document) : Optional.empty();
    }

    @Override
    public boolean delete(Document<?> version) {
        return change(
                "DELETE FROM documents WHERE pk = ? AND id = ? AND etag = ?",
                version.key().partition().value(),
                version.key().id(),
                version.etag());
    }

    @Override
    public <T> Optional<Document<T>> read(Key key, Class<T> type) {
        return readMany(key.partition(), List.of(key.id()), type).stream().findFirst();
    }

    @Override
    public <T> List<Document<T>> readMany(Partition partition, Collection<String> ids, Class<T> type) {
        if (ids.size() > MOST_IDS) {
            throw new IllegalArgumentException("at most " + MOST_IDS + " ids at a time");
        }
        var wanted = JSON.writeValueAsString(ids);
        var rows = readers.read(connection -> rows(connection, partition, wanted));
        return documents(partition, rows, type);
    }

    @Override
    public <T> Page<T> query(Query query, Class<T> type) {
        var selection = Selection.of(query);
        var rows = readers.read(selection::on);
        return new Page<>(documents(query.partition(), rows.rows(), type), rows.next());
    }

    @Override
    public int count(Query query) {
        var selection = Selection.counting(query);
        return readers.read(selection::count);
    }

    /**
     * Rewrites the file from what is alive in it and empties the log.
     *
     * <p>{@code secure_delete} alone overwrites what is deleted where it stands. But when SQLite spreads rows over new pages it leaves
     * copies in the unused part of the old ones, and a row deleted later stays readable there: rare, and found in practice. {@code
     * VACUUM} leaves nothing but the living rows, and these in the order of their keys, so that not even their place in a page tells
     * in which order they came. It costs some 6 ms per MB, for which writes wait, and the file's size of memory; nothing if nothing was
     * written since the last time.
     *
     * @throws StorageUnavailableException also if another program keeps reading an older state of the file, which holds the log back;
     *     what was deleted stays deleted then, and a later call tries again
     */
    @Override
    public void eraseTraces() {
        writer.alone(connection -> {
            if (traces) {
                Sql.execute(connection, "VACUUM");
                readers.paused(SqliteDocuments::emptyLog, connection);
                traces = false;
            }
            return true;
        });
    }

    /** No: the file is locked against other processes. */
    @Override
    public boolean shared() {
        return false;
    }

    /** Finishes what is under way, then closes the file. A second call does nothing. */
    @Override
    public void close() throws SQLException, IOException {
        writer.close();
        readers.close();
        file.close();
    }

    /** Does work within the next transaction. */
    <T> T write(Work<T> work) {
        return writer.write(work);
    }

    /** How many writes wait for their transaction to begin. */
    int waitingWrites() {
        return writer.waiting();
    }

    private boolean change(String sql, Object... parameters) {
        return write(connection -> {
            traces = true;
            return Sql.update(connection, sql, parameters) == 1;
        });
    }

    private static boolean emptyLog(Connection connection) throws SQLException {
        if (Sql.number(connection, "PRAGMA wal_checkpoint(TRUNCATE)") != 0) {
            throw new SQLException("another program reads the database and keeps its log from being emptied");
        }
        return true;
    }

    private static List<Row> rows(Connection connection, Partition partition, String ids) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT id, etag, body FROM documents WHERE pk = ? AND id IN (SELECT value FROM json_each(?))")) {
            Sql.bind(statement, partition.value(), ids);
            var rows = new ArrayList<Row>();
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(new Row(found.getString(1), found.getString(2), found.getString(3)));
                }
            }
            return rows;
        }
    }

    private static <T> List<Document<T>> documents(Partition partition, List<Row> rows, Class<T> type) {
        return rows.stream()
                .map(row -> new Document<>(partition.key(row.id()), JSON.readValue(row.body(), type), row.etag()))
                .toList();
    }
}
