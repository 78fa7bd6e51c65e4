package nl.balansmonitor.reports;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where reports are found.
 *
 * @param baseUrl      the address under which people's browsers reach this program, such as {@code https://balans.example.org}; blank for
 *                     no links at all
 * @param linkLifetime how long a link works, 1 to 365 days
 */
@ConfigurationProperties("balans.reports")
record ReportProperties(
        @DefaultValue("") String baseUrl,
        @DefaultValue("30d") Duration linkLifetime) {

    private static final Duration SHORTEST = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(365);
    private static final Pattern NUMERIC_ADDRESS = Pattern.compile("[\\d.]+|\\[[\\p{XDigit}:]+]");

    /** Refuses an address that a browser couldn't open, or that would carry reports through a network unencrypted. */
    ReportProperties {
        baseUrl = baseUrl.strip().replaceAll("/+$", "");
        if (!baseUrl.isEmpty()) {
            requireUsable(baseUrl);
        }
        require(
                linkLifetime.compareTo(SHORTEST) >= 0 && linkLifetime.compareTo(LONGEST) <= 0,
                "link-lifetime must be 1d to 365d");
    }

    /** Without a slash at its end; empty if there is none. */
    Optional<URI> base() {
        return Optional.of(baseUrl).filter(url -> !url.isEmpty()).map(URI::create);
    }

    private static void requireUsable(String url) {
        URI base;
        try {
            base = new URI(url);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("balans.reports.base-url is not an address: " + e.getReason());
        }
        String scheme = Optional.ofNullable(base.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        require(
                base.getHost() != null && (scheme.equals("https") || scheme.equals("http")),
                "base-url must be a whole address, such as https://balans.example.org");
        require(
                scheme.equals("https") || isLoopback(base.getHost()),
                "base-url must begin with https:// (http:// only on this machine itself, 127.0.0.1 or localhost)");
        require(
                base.getRawUserInfo() == null && base.getRawQuery() == null && base.getRawFragment() == null,
                "base-url must have no user name, no ? and no #");
    }

    /** Asks no name server: of names only that of this machine counts. */
    private static boolean isLoopback(String host) {
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            return NUMERIC_ADDRESS.matcher(host).matches()
                    && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalArgumentException("balans.reports." + otherwise);
        }
    }
}
