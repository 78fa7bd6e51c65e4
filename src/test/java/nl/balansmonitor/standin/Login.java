package nl.balansmonitor.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Both sides of trust: the keys by which the bot knows Teams (OpenID metadata and key set), and the tokens by which Teams knows the bot
 * (OAuth 2.0 client credentials, RFC 6749 section 4.4).
 */
final class Login implements HttpHandler {

    static final String METADATA = "/openid/.well-known/openidconfiguration";
    private static final String KEYS = "/openid/keys";
    static final String IDENTITY = "/msi/token";
    static final String IDENTITY_HEADER = "standin-proof";
    private static final String RESOURCE = "https://api.botframework.com";
    private static final String SCOPE = "https://api.botframework.com/.default";

    private final Settings settings;
    private final SigningKey key;
    private final Faults faults;
    private final Set<String> issued = ConcurrentHashMap.newKeySet();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile Optional<X509Certificate> certificate = Optional.empty();

    Login(Settings settings, SigningKey key, Faults faults) {
        this.settings = settings;
        this.key = key;
        this.faults = faults;
    }

    static String tokenPath(String tenantId) {
        return "/" + tenantId + "/oauth2/v2.0/token";
    }

    int tokenRequests() {
        return requests.get();
    }

    /** From now on the bot's app has this certificate, and no secret. */
    void know(X509Certificate value) {
        certificate = Optional.of(value);
    }

    /** Tokens given so far are worth nothing any more. */
    void revoke() {
        issued.clear();
    }

    boolean accepts(String authorization) {
        return authorization.startsWith("Bearer ") && issued.contains(authorization.substring("Bearer ".length()));
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var request =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        var reply = switch (request) {
            case "GET " + METADATA ->
                metadata("http://" + exchange.getRequestHeaders().getFirst("Host") + KEYS);
            case "GET " + IDENTITY -> ofIdentity(exchange);
            case "GET " + KEYS -> Reply.json(200, Json.valueOf(Map.of("keys", List.of(key.publicPart()))));
            default ->
                request.equals("POST " + tokenPath(settings.tenantId()))
                        ? token(
                                "http://" + exchange.getRequestHeaders().getFirst("Host")
                                        + tokenPath(settings.tenantId()),
                                form(body),
                                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")))
                        : Reply.error(404, "NotFound", request);
        };
        reply.write(exchange);
    }

    private static Reply metadata(String keys) {
        return Reply.json(
                200,
                Json.valueOf(Map.of(
                        "issuer",
                        "https://api.botframework.com",
                        "authorization_endpoint",
                        "https://invalid.botframework.com",
                        "jwks_uri",
                        keys,
                        "id_token_signing_alg_values_supported",
                        List.of("RS256"),
                        "token_endpoint_auth_methods_supported",
                        List.of("private_key_jwt"))));
    }

    /** The endpoint that Container Apps and App Service give a container with a managed identity; the end is told in a string. */
    private Reply ofIdentity(HttpExchange exchange) {
        requests.incrementAndGet();
        if (faults.tokenFails()) {
            return refusal(503, "temporarily_unavailable", "A fault that was asked for.");
        }
        if (!IDENTITY_HEADER.equals(exchange.getRequestHeaders().getFirst("X-IDENTITY-HEADER"))) {
            return refusal(401, "unauthorized", "No X-IDENTITY-HEADER of this host.");
        }
        var query = form(exchange.getRequestURI().getRawQuery());
        if (!query.equals(Map.of("api-version", "2019-08-01", "resource", RESOURCE, "client_id", settings.appId()))) {
            return refusal(400, "invalid_request", query.toString());
        }
        return Reply.json(
                200,
                Json.object()
                        .put("token_type", "Bearer")
                        .put("resource", RESOURCE)
                        .put("client_id", settings.appId())
                        .put(
                                "expires_on",
                                String.valueOf(
                                        Instant.now().plus(settings.tokenLife()).getEpochSecond()))
                        .put("access_token", issue()));
    }

    private String issue() {
        var token = "standin." + UUID.randomUUID();
        issued.add(token);
        return token;
    }

    private boolean proves(String audience, Map<String, String> form, Optional<String> basic) {
        if (certificate.isPresent()) {
            return ClientAssertions.proves(certificate.get(), settings.appId(), audience, form);
        }
        var credentials = form.getOrDefault("client_id", "") + ":" + form.getOrDefault("client_secret", "");
        return basic.map(Login::decode).orElse(credentials).equals(settings.appId() + ":" + settings.appSecret());
    }

    private Reply token(String audience, Map<String, String> form, Optional<String> basic) {
        requests.incrementAndGet();
        if (faults.tokenFails()) {
            return refusal(503, "temporarily_unavailable", "A fault that was asked for.");
        }
        if (!form.getOrDefault("grant_type", "").equals("client_credentials")) {
            return refusal(400, "unsupported_grant_type", "Only client_credentials.");
        }
        if (!form.getOrDefault("scope", "").equals(SCOPE)) {
            return refusal(400, "invalid_scope", "The scope is " + SCOPE + ".");
        }
        if (!proves(audience, form, basic)) {
            return refusal(401, "invalid_client", "AADSTS7000215: Invalid client secret provided.");
        }
        return Reply.json(
                200,
                Json.object()
                        .put("token_type", "Bearer")
                        .put("expires_in", settings.tokenLife().toSeconds())
                        .put("ext_expires_in", settings.tokenLife().toSeconds())
                        .put("access_token", issue()));
    }

    private static Reply refusal(int status, String error, String description) {
        return Reply.json(status, Json.object().put("error", error).put("error_description", description));
    }

    private static String decode(String basic) {
        var encoded = basic.startsWith("Basic ") ? basic.substring("Basic ".length()) : "";
        return new String(Base64.getDecoder().decode(encoded), UTF_8);
    }

    private static Map<String, String> form(String body) {
        var form = new HashMap<String, String>();
        for (var pair : body.split("&", -1)) {
            var cut = pair.indexOf('=');
            if (cut > 0) {
                form.put(pair.substring(0, cut), URLDecoder.decode(pair.substring(cut + 1), UTF_8));
            }
        }
        return form;
    }
}
