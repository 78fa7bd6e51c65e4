package nl.balansmonitor.sessions;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.Key;
import nl.balansmonitor.documents.Page;
import nl.balansmonitor.documents.Partition;
import nl.balansmonitor.documents.Query;

/** Documents between two calls of which something else happens, once: another member is faster, or the process dies. */
public final class Interrupted implements Documents {

    private static final int MOST_CALLS = 200;

    private final Documents documents;
    private final Runnable interruption;
    private int callsBefore;

    private Interrupted(Documents documents, int callsBefore, Runnable interruption) {
        this.documents = documents;
        this.callsBefore = callsBefore;
        this.interruption = interruption;
    }

    /** Lets so many calls through, then the interruption happens, then the calls that follow. */
    public static Interrupted after(int calls, Documents documents, Runnable interruption) {
        return new Interrupted(documents, calls, interruption);
    }

    /** Whether the interruption came before what was under way had ended. */
    public boolean came() {
        return callsBefore < 0;
    }

    /** Tries something with 0, 1, 2 ... calls before an interruption, until it answers that none came. */
    public static void everywhere(IntPredicate attempt) {
        for (int calls = 0; calls < MOST_CALLS; calls++) {
            if (!attempt.test(calls)) {
                return;
            }
        }
        throw new AssertionError("more than " + MOST_CALLS + " calls");
    }

    private void call() {
        if (callsBefore-- == 0) {
            interruption.run();
        }
    }

    @Override
    public <T> Optional<Document<T>> create(Key key, T content) {
        call();
        return documents.create(key, content);
    }

    @Override
    public <T> Optional<Document<T>> read(Key key, Class<T> type) {
        call();
        return documents.read(key, type);
    }

    @Override
    public <T> Optional<Document<T>> replace(Document<?> version, T content) {
        call();
        return documents.replace(version, content);
    }

    @Override
    public boolean delete(Document<?> version) {
        call();
        return documents.delete(version);
    }

    @Override
    public <T> List<Document<T>> readMany(Partition partition, Collection<String> ids, Class<T> type) {
        call();
        return documents.readMany(partition, ids, type);
    }

    @Override
    public <T> Page<T> query(Query query, Class<T> type) {
        call();
        return documents.query(query, type);
    }

    @Override
    public int count(Query query) {
        call();
        return documents.count(query);
    }

    @Override
    public void eraseTraces() {
        call();
        documents.eraseTraces();
    }

    @Override
    public boolean shared() {
        return documents.shared();
    }
}
