package nl.balansmonitor.teams.botframework;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The bot's registration with Microsoft, as configured; {@link Registration} says what of it is acceptable.
 *
 * @param appId the id of the app registration
 * @param appSecret the client secret of the app registration
 * @param certificateBundle the SSL bundle ({@code spring.ssl.bundle}) that holds the app's certificate and its private key, in the place of
 *     a secret
 * @param tenantId the Entra ID tenant that the app is registered in; a managed identity needs none
 * @param openidMetadata where the keys are found that Teams signs its requests with
 * @param tokenEndpoint the full address that hands out tokens for posting; blank is Microsoft's for the tenant
 * @param answerWithin so long the one who tapped waits at most; Teams itself gives up after some 10 s, and asks for 3 s
 * @param allowAnonymous whether a bot without an app id may start and take requests without a token, on loopback only
 */
@ConfigurationProperties("balans.bot")
record BotProperties(
        @DefaultValue("") String appId,
        @DefaultValue("SingleTenant") AppType appType,
        @DefaultValue("") String appSecret,
        @DefaultValue("") String certificateBundle,
        @DefaultValue("") String tenantId,
        @DefaultValue("") String openidMetadata,
        @DefaultValue("") String tokenEndpoint,
        @DefaultValue("2500ms") Duration answerWithin,
        @DefaultValue("false") boolean allowAnonymous) {

    /** How the app is registered with Azure Bot Service, in its own words. */
    enum AppType {
        SINGLE_TENANT,
        USER_ASSIGNED_MSI
    }

    BotProperties {
        appType = whenSet(appType);
    }

    /** A blank value in the configuration arrives as null. */
    private static AppType whenSet(@Nullable AppType appType) {
        return Objects.requireNonNullElse(appType, AppType.SINGLE_TENANT);
    }

    @Override
    public String toString() {
        return "BotProperties[appId=%s, appType=%s, certificateBundle=%s, tenantId=%s, openidMetadata=%s, tokenEndpoint=%s, allowAnonymous=%s]"
                .formatted(appId, appType, certificateBundle, tenantId, openidMetadata, tokenEndpoint, allowAnonymous);
    }
}
