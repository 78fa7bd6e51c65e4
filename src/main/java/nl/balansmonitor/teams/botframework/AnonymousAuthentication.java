package nl.balansmonitor.teams.botframework;

import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Lets every request in: for a bot without a registration, on loopback. Posts stay on this machine too. */
final class AnonymousAuthentication implements Authentication {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

    @Override
    public Verdict judge(@Nullable String authorization) {
        return new Verdict.Authentic(serviceUrl -> {
            HttpUrl url = HttpUrl.parse(serviceUrl);
            return url != null && LOOPBACK.contains(url.host());
        });
    }
}
