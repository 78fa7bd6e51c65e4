package nl.balansmonitor.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;

/** The way from Teams to the bot's endpoint. */
final class BotLine implements AutoCloseable {

    /** After 10 to 15 s Teams gives up and shows its user an error. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private volatile Optional<URI> endpoint = Optional.empty();

    void at(int port) {
        endpoint = Optional.of(URI.create("http://127.0.0.1:" + port + "/api/messages"));
    }

    boolean isKnown() {
        return endpoint.isPresent();
    }

    Delivery deliver(String body, Optional<String> authorization) {
        var to = endpoint.orElseThrow(() -> new IllegalStateException("where is the bot? call botAt(port) first"));
        var request = HttpRequest.newBuilder(to)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(body));
        authorization.ifPresent(value -> request.header("Authorization", value));
        var begin = System.nanoTime();
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            return new Delivery(response.statusCode(), response.body(), since(begin));
        } catch (HttpTimeoutException e) {
            return new Delivery(504, "", since(begin));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
