package nl.balansmonitor.teams.botframework;

import com.microsoft.bot.connector.authentication.AuthenticationConstants;
import java.net.InetAddress;
import java.util.Locale;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Who the bot is to Microsoft: whoever holds one has a configuration with which the bot may start. */
sealed interface Registration {

    /** No one: requests come without a token and posts leave without one. For trying out on one's own machine. */
    record Anonymous() implements Registration {}

    /** An app with a secret in one tenant. */
    record SingleTenant(String appId, String secret, HttpUrl tokenEndpoint, HttpUrl openidMetadata)
            implements Registration {

        @Override
        public String toString() {
            return "SingleTenant[appId=" + appId + "]";
        }
    }

    /**
     * Reads the configuration.
     *
     * <p>With an app id every request needs a token, whatever {@code allow-anonymous} says: behind a proxy on the same machine a bot on
     * loopback is open to the world.
     *
     * @param serverAddress what the server binds to; null is every address
     * @throws InvalidRegistrationException if the bot must not start with it
     */
    static Registration of(BotProperties configured, @Nullable InetAddress serverAddress) {
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
            case SINGLE_TENANT -> singleTenant(configured);
            case USER_ASSIGNED_MSI ->
                throw new InvalidRegistrationException(
                        "balans.bot.app-type UserAssignedMSI is not supported yet.",
                        "Register the bot as SingleTenant with a client secret.");
        };
    }

    private static SingleTenant singleTenant(BotProperties configured) {
        String secret = required("app-secret", configured.appSecret());
        String tenant = required("tenant-id", configured.tenantId());
        return new SingleTenant(
                configured.appId().strip(),
                secret,
                address(
                        "token-endpoint",
                        configured.tokenEndpoint(),
                        AuthenticationConstants.TO_CHANNEL_FROM_BOT_LOGIN_URL_TEMPLATE.formatted(tenant)
                                + "/oauth2/v2.0/token"),
                address(
                        "openid-metadata",
                        configured.openidMetadata(),
                        AuthenticationConstants.TO_BOT_FROM_CHANNEL_OPENID_METADATA_URL));
    }

    private static String required(String name, String value) {
        if (value.isBlank()) {
            throw new InvalidRegistrationException(
                    "balans.bot." + name + " is missing or blank: a SingleTenant bot can't post without it.",
                    "Set balans.bot." + name + " (environment variable BALANS_BOT_"
                            + name.replace("-", "").toUpperCase(Locale.ROOT) + ").");
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
