package nl.balansmonitor.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request to the connector, its path taken apart.
 *
 * @param itemId an activity's or a member's id; empty where the path has none
 */
record ConnectorRequest(
        Operation operation,
        String conversationId,
        String itemId,
        Map<String, String> query,
        Optional<String> authorization,
        String body) {

    /** Reads the request; what the connector doesn't have is {@link Operation#UNKNOWN}. */
    static ConnectorRequest read(HttpExchange exchange, String prefix) throws IOException {
        var uri = exchange.getRequestURI();
        var path = Arrays.stream(uri.getRawPath().substring(prefix.length()).split("/", -1))
                .map(ConnectorRequest::decode)
                .toList();
        return new ConnectorRequest(
                operation(exchange.getRequestMethod(), path),
                path.size() > 1 ? path.get(1) : "",
                path.size() > 3 ? path.get(3) : "",
                query(Optional.ofNullable(uri.getRawQuery()).orElse("")),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    }

    private static Operation operation(String method, List<String> path) {
        if (path.getFirst().equals("teams") && method.equals("GET")) {
            return ofTeam(path.stream().skip(2).toList());
        }
        if (!path.getFirst().equals("conversations") || path.size() > 4) {
            return Operation.UNKNOWN;
        }
        var collection = path.size() > 2 ? path.get(2) : "";
        return switch (method + " " + collection + " " + path.size()) {
            case "POST  1" -> Operation.CREATE;
            case "POST activities 3", "POST activities 4" -> Operation.SEND;
            case "PUT activities 4" -> Operation.UPDATE;
            case "DELETE activities 4" -> Operation.DELETE;
            case "GET members 3", "GET members 4" -> Operation.MEMBERS;
            case "GET pagedmembers 3" -> Operation.PAGED_MEMBERS;
            default -> Operation.UNKNOWN;
        };
    }

    private static Operation ofTeam(List<String> below) {
        if (below.isEmpty()) {
            return Operation.TEAM;
        }
        return below.equals(List.of("conversations")) ? Operation.CHANNELS : Operation.UNKNOWN;
    }

    private static Map<String, String> query(String raw) {
        var query = new HashMap<String, String>();
        for (var pair : raw.split("&", -1)) {
            var cut = pair.indexOf('=');
            if (cut > 0) {
                query.put(decode(pair.substring(0, cut)), decode(pair.substring(cut + 1)));
            }
        }
        return query;
    }

    /** A plus sign is itself in a path; only forms write blanks so. */
    private static String decode(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), UTF_8);
    }
}
