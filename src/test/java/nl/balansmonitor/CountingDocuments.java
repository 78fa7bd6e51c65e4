package nl.balansmonitor;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.Key;
import nl.balansmonitor.documents.Page;
import nl.balansmonitor.documents.Partition;
import nl.balansmonitor.documents.Query;

/** A store that counts what it is asked for and what it gives. */
public final class CountingDocuments {

    /** What passed between a store and its user. */
    public record Cost(int calls, int documents) {}

    private final Documents counting;
    private final Set<Partition> partitions = ConcurrentHashMap.newKeySet();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger documents = new AtomicInteger();

    public CountingDocuments(Documents store) {
        counting = (Documents) Proxy.newProxyInstance(
                Documents.class.getClassLoader(),
                new Class<?>[] {Documents.class},
                (proxy, method, arguments) -> method.isDefault()
                        ? InvocationHandler.invokeDefault(proxy, method, arguments)
                        : counted(store, method, arguments));
    }

    /** The store that counts. */
    public Documents documents() {
        return counting;
    }

    /** Begins anew. */
    public void forget() {
        partitions.clear();
        calls.set(0);
        documents.set(0);
    }

    /** What passed until now. */
    public Cost cost() {
        return new Cost(calls.get(), documents.get());
    }

    /** The partitions that were asked. */
    public Set<Partition> partitions() {
        return Set.copyOf(partitions);
    }

    private Object counted(Documents store, Method method, Object... arguments) throws Throwable {
        try {
            Object answer = method.invoke(store, arguments);
            calls.incrementAndGet();
            documents.addAndGet(sizeOf(answer));
            Stream.of(arguments).flatMap(CountingDocuments::partition).forEach(partitions::add);
            return answer;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static int sizeOf(Object answer) {
        return switch (answer) {
            case Page<?>(List<?> found, Optional<String> next) -> found.size();
            case Collection<?> found -> found.size();
            case Optional<?> found -> found.filter(Document.class::isInstance).isPresent() ? 1 : 0;
            default -> 0;
        };
    }

    private static Stream<Partition> partition(Object argument) {
        return switch (argument) {
            case Partition partition -> Stream.of(partition);
            case Key key -> Stream.of(key.partition());
            case Query query -> Stream.of(query.partition());
            case Document<?> document -> Stream.of(document.key().partition());
            default -> Stream.empty();
        };
    }
}
