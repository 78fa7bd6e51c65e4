package nl.balansmonitor.documents.cosmos;

import com.azure.cosmos.models.SqlParameter;
import com.azure.cosmos.models.SqlQuerySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.balansmonitor.documents.Partition;
import nl.balansmonitor.documents.Query;
import nl.balansmonitor.documents.stores.Continuation;

/**
 * A {@link Query} in Cosmos DB's SQL, within one partition. Values are parameters; of the query only field names become part of the
 * text, and it has checked those.
 *
 * <p>A page begins behind the last document of the one before, found by its sort key and id, rather than by the SDK's continuation: so
 * documents that come and go between two pages neither hide nor double others.
 */
final class Selection {

    private static final String ITEM = "c.id, c.write, c.body, c._etag";

    private final StringBuilder sql = new StringBuilder();
    private final List<SqlParameter> parameters = new ArrayList<>();

    private Selection(String what, Partition partition) {
        sql.append("SELECT ").append(what).append(" FROM c WHERE c.pk = @pk");
        bind("@pk", partition.value());
    }

    private Selection(String what, Query query) {
        this(what, query.partition());
        if (!query.idPrefix().isEmpty()) {
            sql.append(" AND STARTSWITH(c.id, @prefix)");
            bind("@prefix", query.idPrefix());
        }
        int count = 0;
        for (var condition : query.equal().entrySet()) {
            var name = "@value" + count++;
            // Equal is so only within a type: no number or null equals a text.
            sql.append(" AND %s = %s".formatted(path(condition.getKey()), name));
            bind(name, condition.getValue());
        }
    }

    /** One document more than a page holds: that one tells whether there is a next page. */
    static SqlQuerySpec of(Query query) {
        var selection = new Selection("TOP %d %s".formatted(query.pageSize() + 1, ITEM), query);
        Optional<String> field = query.orderBy().map(Selection::path);
        query.from().map(Continuation::decode).ifPresent(last -> selection.goOnBehind(last, field));
        selection
                .sql
                .append(" ORDER BY ")
                .append(field.map(by -> by + " ASC, ").orElse(""))
                .append("c.id ASC");
        return selection.spec();
    }

    /** Those that exist of these; a few hundred ids at most. */
    static SqlQuerySpec of(Partition partition, List<String> ids) {
        var selection = new Selection(ITEM, partition);
        var names = new ArrayList<String>();
        for (String id : ids) {
            var name = "@id" + names.size();
            names.add(name);
            selection.bind(name, id);
        }
        selection.sql.append(" AND c.id IN (").append(String.join(", ", names)).append(')');
        return selection.spec();
    }

    /** What a query finds in all its pages, to be counted. */
    static SqlQuerySpec counting(Query query) {
        return new Selection("VALUE COUNT(1)", query).spec();
    }

    /** In the order of types null, number, text; comparing two of them is never true. */
    private void goOnBehind(Continuation last, Optional<String> field) {
        bind("@id", last.id());
        if (field.isEmpty()) {
            sql.append(" AND c.id > @id");
            return;
        }
        String by = field.get();
        if (last.sortKey().isEmpty()) {
            sql.append(" AND ((IS_NULL(%1$s) AND c.id > @id) OR IS_NUMBER(%1$s) OR IS_STRING(%1$s))".formatted(by));
            return;
        }
        Object key = last.sortKey().get();
        bind("@key", key);
        sql.append(" AND (%1$s > @key OR (%1$s = @key AND c.id > @id)".formatted(by))
                .append(key instanceof Number ? " OR IS_STRING(%s))".formatted(by) : ")");
    }

    private void bind(String name, Object value) {
        parameters.add(new SqlParameter(name, value));
    }

    private SqlQuerySpec spec() {
        return new SqlQuerySpec(sql.toString(), parameters);
    }

    /** In brackets, as some names are words of the language. */
    private static String path(String field) {
        return "c.body[\"" + field + "\"]";
    }
}
