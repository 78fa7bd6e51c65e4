package nl.balansmonitor.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** The least bot that the stand-in can be tested with: takes activities, and calls the connector as it is told. */
final class EchoBot implements AutoCloseable {

    private final TeamsStandIn teams;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final List<JsonNode> received = Collections.synchronizedList(new ArrayList<>());
    private volatile Function<JsonNode, String> answers = activity -> "{}";
    private volatile String accessToken = "";

    private EchoBot(TeamsStandIn teams) throws IOException {
        this.teams = teams;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/api/messages", exchange -> {
            var activity = Json.parse(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            received.add(activity);
            new Reply(200, Map.of(), answers.apply(activity)).write(exchange);
        });
        server.start();
    }

    static EchoBot in(TeamsStandIn teams) {
        try {
            var bot = new EchoBot(teams);
            bot.authenticate();
            teams.botAt(bot.server.getAddress().getPort());
            return bot;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void answering(Function<JsonNode, String> value) {
        answers = value;
    }

    JsonNode lastReceived() {
        return received.getLast();
    }

    List<JsonNode> received() {
        synchronized (received) {
            return List.copyOf(received);
        }
    }

    void authenticate() {
        accessToken = Json.text(
                Json.parse(token(teams.appId(), teams.appSecret()).body()).path("access_token"));
    }

    HttpResponse<String> token(String id, String secret) {
        var form = "grant_type=client_credentials&client_id=" + id + "&client_secret=" + secret + "&scope="
                + URLEncoder.encode("https://api.botframework.com/.default", UTF_8);
        return exchange(HttpRequest.newBuilder(URI.create(teams.tokenEndpoint()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    HttpResponse<String> send(String conversationId, Object activity) {
        return call("POST", path(conversationId) + "/activities", activity);
    }

    HttpResponse<String> update(String conversationId, String activityId, Object activity) {
        return call("PUT", path(conversationId) + "/activities/" + activityId, activity);
    }

    HttpResponse<String> delete(String conversationId, String activityId) {
        return call("DELETE", path(conversationId) + "/activities/" + activityId, Map.of());
    }

    HttpResponse<String> create(Object parameters) {
        return call("POST", "v3/conversations", parameters);
    }

    HttpResponse<String> get(String conversationId, String rest) {
        return call("GET", path(conversationId) + "/" + rest, Map.of());
    }

    private HttpResponse<String> call(String method, String path, Object body) {
        var publisher = method.equals("GET")
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(Json.valueOf(body).toString());
        return exchange(HttpRequest.newBuilder(URI.create(teams.serviceUrl() + path))
                .header("Authorization", "Bearer " + accessToken)
                .method(method, publisher));
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String path(String conversationId) {
        return "v3/conversations/" + URLEncoder.encode(conversationId, UTF_8);
    }

    static Map<String, ?> text(String text) {
        return Map.of("type", "message", "text", text);
    }

    static Map<String, ?> card(String card) {
        return Map.of(
                "type",
                "message",
                "attachments",
                List.of(Map.of("contentType", Card.TYPE, "content", Json.parse(card))));
    }

    @Override
    public void close() {
        client.shutdownNow();
        server.stop(0);
        threads.shutdownNow();
    }
}
