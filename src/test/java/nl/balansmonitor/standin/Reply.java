package nl.balansmonitor.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What the stand-in answers.
 *
 * @param status 0: none, the connection is closed
 */
record Reply(int status, Map<String, String> headers, String body) {

    static Reply json(int status, JsonNode body) {
        return new Reply(status, Map.of(), body.toString());
    }

    static Reply id(int status, String id) {
        return json(status, Json.object().put("id", id));
    }

    static Reply empty() {
        return new Reply(200, Map.of(), "");
    }

    static Reply error(int status, String code, String message) {
        return json(status, Json.valueOf(Map.of("error", Map.of("code", code, "message", message))));
    }

    static Reply dropped() {
        return new Reply(0, Map.of(), "");
    }

    /** In whole seconds, rounded up: HTTP knows no smaller ones. */
    Reply retryAfter(Duration wait) {
        return new Reply(status, Map.of("Retry-After", Long.toString((wait.toMillis() + 999) / 1000)), body);
    }

    void write(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (status == 0) {
                return;
            }
            var bytes = body.getBytes(UTF_8);
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }
}
