package nl.balansmonitor.teams.botframework;

import com.microsoft.bot.connector.authentication.AuthenticationConstants;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.SslBundles;

/** Who the bot is to Microsoft: whoever holds one has a configuration with which the bot may start. */
sealed interface Registration {

    /** No one: requests come without a token and posts leave without one. For trying out on one's own machine. */
    record Anonymous() implements Registration {}

    /** An app of one tenant, which proves by a secret or a certificate who it is. */
    record SingleTenant(String appId, Credential credential, HttpUrl tokenEndpoint, HttpUrl openidMetadata)
            implements Registration {}

    /** An app that is an identity of Azure's own: the machine the bot runs on vouches for it, and there is nothing to keep secret. */
    record ManagedIdentity(String appId, HttpUrl openidMetadata) implements Registration {}

    /**
     * Reads the configuration.
     *
     * <p>With an app id every request needs a token, whatever {@code allow-anonymous} says: behind a proxy on the same machine a bot on
     * loopback is open to the world.
     *
     * @param serverAddress what the server binds to; null is every address
     * @param bundles of which one may hold the app's certificate
     * @throws InvalidRegistrationException if the bot must not start with it
     */
    static Registration of(
            BotProperties configured, @Nullable InetAddress serverAddress, SslBundles bundles, Clock clock) {
        if (configured.allowAnonymous() && (serverAddress == null || !serverAddress.isLoopbackAddress())) {
            throw new InvalidRegistrationException(
                    "balans.bot.allow-anonymous is true, but the server is not bound to loopback: anybody on the network could speak as anybody.",
                    "Set server.address to 127.0.0.1, or remove balans.bot.allow-anonymous and set balans.bot.app-id.");
        }
        if (configured.appId().isBlank()) {
            if (configured.allowAnonymous()) {
                return new Anonymous();
            }
            throw new InvalidRegistrationException(
                    "balans.bot.app-id is missing or blank: without it no request could be authenticated.",
                    "Set balans.bot.app-id to the app id of the Azure Bot registration (or, to try the bot on this machine only,"
                            + " balans.bot.allow-anonymous to true and server.address to 127.0.0.1).");
        }
        return switch (configured.appType()) {
            case SINGLE_TENANT ->
                new SingleTenant(
                        configured.appId().strip(),
                        credential(configured, bundles, clock),
                        tokenEndpoint(configured),
                        openidMetadata(configured));
            case USER_ASSIGNED_MSI -> managedIdentity(configured);
        };
    }

    private static Credential credential(BotProperties configured, SslBundles bundles, Clock clock) {
        String bundle = configured.certificateBundle().strip();
        if (bundle.isEmpty()) {
            return new Credential.Secret(required("app-secret", configured.appSecret()));
        }
        if (!configured.appSecret().isBlank()) {
            throw new InvalidRegistrationException(
                    "balans.bot.app-secret and balans.bot.certificate-bundle are both set: it is unclear by which of them"
                            + " the bot should prove who it is.",
                    "Remove balans.bot.app-secret, and delete the secret from the app registration.");
        }
        return Certificate.of(bundle, bundles, clock);
    }

    private static ManagedIdentity managedIdentity(BotProperties configured) {
        List<String> unused = Map.of(
                        "app-secret", configured.appSecret(),
                        "certificate-bundle", configured.certificateBundle(),
                        "token-endpoint", configured.tokenEndpoint())
                .entrySet()
                .stream()
                .filter(setting -> !setting.getValue().isBlank())
                .map(setting -> "balans.bot." + setting.getKey())
                .sorted()
                .toList();
        if (!unused.isEmpty()) {
            LoggerFactory.getLogger(Registration.class)
                    .warn(
                            "{} not used: the bot is a managed identity (balans.bot.app-type). Remove what isn't needed,"
                                    + " secrets above all.",
                            String.join(", ", unused));
        }
        return new ManagedIdentity(configured.appId().strip(), openidMetadata(configured));
    }

    private static HttpUrl tokenEndpoint(BotProperties configured) {
        String tenant = required("tenant-id", configured.tenantId());
        return address(
                "token-endpoint",
                configured.tokenEndpoint(),
                AuthenticationConstants.TO_CHANNEL_FROM_BOT_LOGIN_URL_TEMPLATE.formatted(tenant)
                        + "/oauth2/v2.0/token");
    }

    private static HttpUrl openidMetadata(BotProperties configured) {
        return address(
                "openid-metadata",
                configured.openidMetadata(),
                AuthenticationConstants.TO_BOT_FROM_CHANNEL_OPENID_METADATA_URL);
    }

    private static String required(String name, String value) {
        if (value.isBlank()) {
            throw new InvalidRegistrationException(
                    "balans.bot." + name + " is missing or blank: a SingleTenant bot can't post without it.",
                    "Set balans.bot." + name + " (environment variable BALANS_BOT_"
                            + name.replace("-", "_").toUpperCase(Locale.ROOT) + ")"
                            + (name.equals("app-secret") ? ", or balans.bot.certificate-bundle in its place." : "."));
        }
        return value.strip();
    }

    private static HttpUrl address(String name, String value, String otherwise) {
        HttpUrl url = HttpUrl.parse(value.isBlank() ? otherwise : value.strip());
        if (url == null) {
            throw new InvalidRegistrationException(
                    "balans.bot." + name + " is not an http or https address.",
                    "Set it to a full address, or remove it.");
        }
        return url;
    }
}
