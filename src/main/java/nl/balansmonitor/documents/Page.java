package nl.balansmonitor.documents;

import java.util.List;
import java.util.Optional;

/**
 * Part of a query's result.
 *
 * @param next where to go on, for {@link Query#from(String)}; empty on the last page
 */
public record Page<T>(List<Document<T>> documents, Optional<String> next) {

    /** Keeps its own copy of the list. */
    public Page {
        documents = List.copyOf(documents);
    }
}
