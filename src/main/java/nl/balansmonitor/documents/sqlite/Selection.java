package nl.balansmonitor.documents.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.balansmonitor.documents.Query;
import nl.balansmonitor.documents.stores.Continuation;

/** A {@link Query} as SQL. Values are bound; of the query only field names become part of the text, and it has checked those. */
final class Selection {

    /** A stored document that nobody has mapped yet. */
    record Row(String id, String etag, String body) {}

    /** Rows and where to go on behind them. */
    record Rows(List<Row> rows, Optional<String> next) {}

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();
    private final int pageSize;

    private Selection(int pageSize) {
        this.pageSize = pageSize;
    }

    static Selection of(Query query) {
        var selection = new Selection(query.pageSize());
        var field = query.orderBy().map(Selection::value);
        selection.add("SELECT id, etag, body, " + field.orElse("NULL"));
        selection.addCondition(query);
        // A document without the field comes first; NULL itself can't be compared with.
        var order = field.map(value -> "ifnull(" + value + ", -9e999)");
        query.from().map(Continuation::decode).ifPresent(last -> {
            if (order.isPresent()) {
                selection.add(" AND (" + order.get() + ", id) > (?, ?)");
                selection.parameters.add(last.sortKey().orElse(Double.NEGATIVE_INFINITY));
            } else {
                selection.add(" AND id > ?");
            }
            selection.parameters.add(last.id());
        });
        selection.add(" ORDER BY " + order.map(by -> by + ", ").orElse("") + "id LIMIT ?");
        selection.parameters.add(query.pageSize() + 1); // one more tells whether there is a next page
        return selection;
    }

    /** What a query finds in all its pages, to be counted. */
    static Selection counting(Query query) {
        var selection = new Selection(query.pageSize());
        selection.add("SELECT count(*)");
        selection.addCondition(query);
        return selection;
    }

    private void addCondition(Query query) {
        add(" FROM documents WHERE pk = ?");
        parameters.add(query.partition().value());
        if (!query.idPrefix().isEmpty()) {
            // Text compares by its UTF-8 bytes, among which 0xFF never occurs: everything that begins so lies before
            // prefix + 0xFF.
            add(" AND id >= ? AND id < ? || CAST(x'FF' AS TEXT)");
            parameters.add(query.idPrefix());
            parameters.add(query.idPrefix());
        }
        query.equal().forEach((name, wanted) -> {
            // Without the type an object would equal the string of its own JSON.
            add(" AND json_type(body, '$." + name + "') = 'text' AND " + value(name) + " = ?");
            parameters.add(wanted);
        });
    }

    /** Runs it. */
    Rows on(Connection connection) throws SQLException {
        var rows = new ArrayList<Row>();
        Optional<Object> sortKey = Optional.empty();
        try (var statement = connection.prepareStatement(sql.toString())) {
            Sql.bind(statement, parameters.toArray());
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    if (rows.size() == pageSize) {
                        var last = new Continuation(rows.getLast().id(), sortKey);
                        return new Rows(rows, Optional.of(last.encoded()));
                    }
                    rows.add(new Row(found.getString(1), found.getString(2), found.getString(3)));
                    sortKey = Optional.ofNullable(found.getObject(4));
                }
            }
        }
        return new Rows(rows, Optional.empty());
    }

    /** Runs one that counts. */
    int count(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(sql.toString())) {
            Sql.bind(statement, parameters.toArray());
            try (var counted = statement.executeQuery()) {
                counted.next();
                return counted.getInt(1);
            }
        }
    }

    private static String value(String field) {
        return "body ->> '$." + field + "'";
    }

    private void add(String part) {
        sql.append(part);
    }
}
