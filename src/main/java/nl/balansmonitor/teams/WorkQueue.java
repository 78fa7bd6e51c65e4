package nl.balansmonitor.teams;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A delaying work queue: each item is in it once, has a moment before which nobody takes it, and is owed from then on until it is done.
 * Moments are nanoseconds from any fixed moment on. Not safe for use by several threads.
 */
final class WorkQueue<T> {

    private final Map<T, Long> due = new LinkedHashMap<>();
    private final Set<T> underWay = new HashSet<>();

    /** Since when it has been time for each, what is under way included. */
    private final Map<T, Long> owed = new LinkedHashMap<>();

    /** It is time for this item from then on. Of two moments the earlier one counts; what is under way waits to be taken once more. */
    void add(T item, long when) {
        due.merge(item, when, Math::min);
        owed.merge(item, when, Math::min);
    }

    /** When the next item may be taken; empty if none waits. */
    OptionalLong next() {
        return due.values().stream().mapToLong(when -> when).min();
    }

    /** The item whose moment came first, which is under way from now on; empty if it is time for none. */
    Optional<T> take(long now) {
        Optional<T> first = due.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .filter(entry -> entry.getValue() <= now)
                .map(Map.Entry::getKey);
        first.ifPresent(item -> {
            due.remove(item);
            underWay.add(item);
        });
        return first;
    }

    /** What was taken is done: only what came in meanwhile is still owed, from its own moment on. */
    void done(T item) {
        underWay.remove(item);
        owed.remove(item);
        Long again = due.get(item);
        if (again != null) {
            owed.put(item, again);
        }
    }

    /** What was taken failed: it is as old as it was, and can be taken again. */
    void failed(T item, long now) {
        underWay.remove(item);
        add(item, now);
    }

    /** Whether this item waits to be taken. */
    boolean contains(T item) {
        return due.containsKey(item);
    }

    /** How many items wait to be taken. */
    int waiting() {
        return due.size();
    }

    /** How many items wait or are under way; one that came in again while it was is both. */
    int size() {
        return due.size() + underWay.size();
    }

    /** For how many nanoseconds the oldest has been owed, however often it failed since; 0 if it was time for none. */
    long age(long now) {
        return owed.values().stream()
                .map(since -> now - since)
                .filter(age -> age > 0)
                .max(Comparator.naturalOrder())
                .orElse(0L);
    }

    /** Lets go of everything. */
    void clear() {
        due.clear();
        underWay.clear();
        owed.clear();
    }
}
