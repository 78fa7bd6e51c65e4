package nl.balansmonitor.teams.botframework;

import com.auth0.jwk.Jwk;
import com.auth0.jwk.JwkException;
import com.microsoft.bot.connector.authentication.OpenIdMetadataKey;
import java.io.IOException;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The keys that Teams signs its requests with, fetched from the OpenID metadata document and kept for a day.
 *
 * <p>In the place of the SDK's own cache, which fetches without a time limit, makes every request wait meanwhile, and fetches again for
 * every request while the endpoint is down. Here a request with a known key never waits, and no two fetches begin within
 * {@link #PAUSE}, whatever key ids strangers send.
 */
final class SigningKeys implements Supply {

    static final Duration FRESH = Duration.ofDays(1);
    static final Duration PAUSE = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);
    private static final Duration CALL_LIMIT = Duration.ofSeconds(2);
    private static final long SIZE_LIMIT = 1 << 20;

    private final HttpUrl metadata;
    private final OkHttpClient http;
    private final JsonMapper json;
    private final Clock clock;
    private final Lock fetching = new ReentrantLock();
    private volatile Fetched fetched = new Fetched(Map.of(), Instant.MIN);
    private volatile Instant nextFetch = Instant.MIN;

    /** What is told while there are no keys. */
    private volatile State withoutKeys = new State.Untried();

    private record Fetched(Map<String, OpenIdMetadataKey> keys, Instant staleFrom) {}

    SigningKeys(HttpUrl metadata, OkHttpClient http, JsonMapper json, Clock clock) {
        this.metadata = metadata;
        this.http = http.newBuilder().callTimeout(CALL_LIMIT).build();
        this.json = json;
        this.clock = clock;
    }

    /** The key with this id; empty if there is none or the keys can't be had. Answers within 4 s. */
    Optional<OpenIdMetadataKey> find(String id) {
        Fetched known = fetched;
        if (!known.keys().containsKey(id) || !clock.instant().isBefore(known.staleFrom())) {
            refresh(PAUSE);
        }
        return Optional.ofNullable(fetched.keys().get(id));
    }

    /** Keys that are known stay in use however old they are. */
    @Override
    public State state() {
        return fetched.keys().isEmpty() ? withoutKeys : new State.AtHand();
    }

    /** The first try keeps no message waiting that comes right after it. */
    @Override
    public void replenish() {
        if (fetched.keys().isEmpty()) {
            refresh(withoutKeys instanceof State.Untried ? Duration.ZERO : PAUSE);
        }
    }

    private void refresh(Duration pause) {
        fetching.lock();
        try {
            Instant now = clock.instant();
            if (now.isBefore(nextFetch)) {
                return;
            }
            nextFetch = now.plus(pause);
            fetched = new Fetched(fetch(), now.plus(FRESH));
            withoutKeys = new State.Missing(metadata.host() + " lists no usable key");
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            log.error("The signing keys of {} can't be had; those known so far stay in use", metadata, e);
            withoutKeys = new State.Missing(metadata.host() + " gives no keys");
        } finally {
            fetching.unlock();
        }
    }

    private Map<String, OpenIdMetadataKey> fetch() throws IOException {
        JsonNode document = get(metadata);
        JsonNode keySet = get(HttpUrl.get(document.path("jwks_uri").asString("")));
        Map<String, OpenIdMetadataKey> keys = new HashMap<>();
        for (JsonNode entry : keySet.path("keys")) {
            try {
                Jwk jwk = Jwk.fromValues(json.convertValue(entry, new TypeReference<Map<String, Object>>() {}));
                if (jwk.getId() != null && jwk.getPublicKey() instanceof RSAPublicKey rsa) {
                    keys.put(jwk.getId(), key(rsa, jwk.getCertificateChain(), entry.path("endorsements")));
                }
            } catch (JwkException | RuntimeException e) {
                // An incomplete key makes the library throw exceptions of many kinds.
                log.warn("A signing key of {} is left out", metadata, e);
            }
        }
        return Map.copyOf(keys);
    }

    /** A key without endorsements gets an empty list: at null the SDK takes the key as good for every channel. */
    private static OpenIdMetadataKey key(RSAPublicKey rsa, List<String> certificates, JsonNode endorsements) {
        OpenIdMetadataKey key = new OpenIdMetadataKey();
        key.key = rsa;
        key.certificateChain = certificates;
        key.endorsements =
                endorsements.valueStream().map(channel -> channel.asString("")).toList();
        return key;
    }

    private JsonNode get(HttpUrl url) throws IOException {
        try (Response response =
                http.newCall(new Request.Builder().url(url).build()).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException(url + " answered " + response.code());
            }
            return json.readTree(response.peekBody(SIZE_LIMIT).bytes());
        }
    }
}
