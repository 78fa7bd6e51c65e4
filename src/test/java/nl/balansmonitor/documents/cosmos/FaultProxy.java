package nl.balansmonitor.documents.cosmos;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the application and the store, and lets happen there what happens on a network: to the requests for documents, never to
 * those for the account and its containers.
 */
public final class FaultProxy implements AutoCloseable {

    private static final Set<String> OF_THE_CONNECTION =
            Set.of("host", "connection", "content-length", "transfer-encoding", "expect", "upgrade", "keep-alive");

    private final HttpServer server;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final URI store;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<@Nullable Fault> fault = new AtomicReference<>();
    private final List<HeldWrite> held = new CopyOnWriteArrayList<>();
    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicInteger injected = new AtomicInteger();
    private final AtomicReference<Optional<String>> authorization = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<Integer>> refusal = new AtomicReference<>(Optional.empty());
    private volatile UnaryOperator<String> account = UnaryOperator.identity();
    private volatile UnaryOperator<String> container = UnaryOperator.identity();

    private FaultProxy(HttpServer server, URI store) {
        this.server = server;
        this.store = store;
    }

    /** Starts one on a free port of loopback. */
    public static FaultProxy before(URI store) {
        return before(store, 0);
    }

    /** Starts one on this port. */
    static FaultProxy before(URI store, int port) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            var proxy = new FaultProxy(server, store);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", proxy::handle);
            server.start();
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the application finds it. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** From now on: to the next request for documents, or to all if it lasts. */
    public void inject(Fault next) {
        injected.set(0);
        fault.set(next);
    }

    /** Everything works again. */
    public void heal() {
        fault.set(null);
    }

    /** How many requests the newest fault befell. */
    public int injected() {
        return injected.get();
    }

    /** How many documents were created, replaced or deleted, or would have been, since it began. */
    public int writes() {
        return writes.get();
    }

    /** Holds the n-th write from now, the first being 1. */
    public HeldWrite holdWrite(int n, HeldWrite.When when) {
        return hold(new HeldWrite(Optional.empty(), n, when));
    }

    /** Holds the n-th write into this partition from now, the first being 1; several may be held at the same time. */
    public HeldWrite holdWrite(String partition, int n, HeldWrite.When when) {
        return hold(new HeldWrite(Optional.of(partition), n, when));
    }

    private HeldWrite hold(HeldWrite write) {
        held.add(write);
        return write;
    }

    /** Changes what the store says of its account. */
    void changeAccount(UnaryOperator<String> change) {
        account = change;
    }

    /** Changes what the store says of a container, after it was made. */
    void changeContainer(UnaryOperator<String> change) {
        container = change;
    }

    /** From now on every request whatsoever is answered with this status. */
    void refuse(int status) {
        refusal.set(Optional.of(status));
    }

    /** What the newest request proved its identity with. */
    Optional<String> authorization() {
        return authorization.get();
    }

    /** Lets go of everything that hangs. */
    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        client.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            authorization.set(Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")));
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (refusal.get().isPresent()) {
                send(exchange, refusal.get().get(), "{}".getBytes(UTF_8));
                return;
            }
            boolean ofDocuments = exchange.getRequestURI().getRawPath().contains("/docs");
            @Nullable Fault now = ofDocuments ? take() : null;
            if (now == null) {
                @Nullable HeldWrite write = ofDocuments && isWrite(exchange) ? ours(partitionOf(exchange)) : null;
                hold(write, HeldWrite.When.BEFORE_IT_IS_APPLIED);
                var answer = forward(exchange, body);
                hold(write, HeldWrite.When.BEFORE_IT_IS_ANSWERED);
                relay(exchange, answer);
            } else {
                befall(now, exchange, body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Fault take() {
        @Nullable Fault now = fault.get();
        if (now != null && (now.isLasting() || fault.compareAndSet(now, null))) {
            injected.incrementAndGet();
            return now;
        }
        return null;
    }

    private void befall(Fault now, HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        switch (now) {
            case THROTTLED_ONCE,
                    THROTTLED_ALWAYS,
                    RETRY_WITH,
                    TIMED_OUT,
                    INTERNAL_ERROR,
                    UNAVAILABLE_ONCE,
                    UNAVAILABLE_ALWAYS -> {
                var error = "{\"code\":\"%d\",\"message\":\"injected\"}".formatted(now.status());
                exchange.getResponseHeaders().set("x-ms-retry-after-ms", "20");
                send(exchange, now.status(), error.getBytes(UTF_8));
            }
            case DROPPED -> {}
            case ANSWER_LOST, EVERY_ANSWER_LOST -> forward(exchange, body);
            case HANGS_ONCE, HANGS_ALWAYS -> closed.await();
        }
    }

    private @Nullable HeldWrite ours(String partition) {
        writes.incrementAndGet();
        for (HeldWrite write : held) {
            if (write.isIt(partition)) {
                held.remove(write);
                return write;
            }
        }
        return null;
    }

    /** Which partition a request is for; the header holds it as the only element of a JSON array. */
    private static String partitionOf(HttpExchange exchange) {
        @Nullable String header = exchange.getRequestHeaders().getFirst("x-ms-documentdb-partitionkey");
        return header == null ? "" : header.replaceAll("^\\[\"|\"\\]$", "");
    }

    private void hold(@Nullable HeldWrite write, HeldWrite.When when) throws InterruptedException {
        if (write != null && write.when() == when) {
            write.hold();
        }
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        store.resolve(exchange.getRequestURI().getRawPath()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body))
                .header("x-forwarded-host", address().getAuthority());
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private void relay(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name)) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        String path = exchange.getRequestURI().getRawPath();
        UnaryOperator<String> change = UnaryOperator.identity();
        if (path.equals("/")) {
            change = account;
        } else if (path.matches("/+dbs/[^/]+/colls/[^/]+/?")
                && exchange.getRequestMethod().equals("GET")) {
            change = container;
        }
        byte[] body = answer.body();
        send(
                exchange,
                answer.statusCode(),
                change.apply(new String(body, UTF_8)).getBytes(UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static boolean isWrite(HttpExchange exchange) {
        return switch (exchange.getRequestMethod()) {
            case "PUT", "DELETE" -> true;
            case "POST" ->
                !exchange.getRequestHeaders().containsKey("x-ms-documentdb-isquery")
                        && !exchange.getRequestHeaders().containsKey("x-ms-cosmos-is-query-plan-request");
            default -> false;
        };
    }
}
