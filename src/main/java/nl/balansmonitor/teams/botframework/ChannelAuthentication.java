package nl.balansmonitor.teams.botframework;

import com.auth0.jwt.JWT;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.microsoft.bot.connector.Channels;
import com.microsoft.bot.connector.authentication.AuthenticationConstants;
import com.microsoft.bot.connector.authentication.ChannelValidation;
import com.microsoft.bot.connector.authentication.ClaimsIdentity;
import com.microsoft.bot.connector.authentication.JwtTokenExtractor;
import com.microsoft.bot.connector.authentication.OpenIdMetadataKey;
import com.microsoft.bot.connector.authentication.TokenValidationParameters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.balansmonitor.teams.botframework.Authentication.Verdict.Authentic;
import nl.balansmonitor.teams.botframework.Authentication.Verdict.Forbidden;
import nl.balansmonitor.teams.botframework.Authentication.Verdict.Unauthenticated;
import org.jspecify.annotations.Nullable;

/**
 * Lets in what the Bot Framework service signed for this bot and for Teams.
 *
 * <p>The token is verified by the SDK (signature, RS256, lifetime with 5 minutes' skew, issuer, endorsement of the key) with keys of
 * {@link SigningKeys}. The SDK's {@code JwtTokenValidation} is passed over: it also takes the emulator's tokens, and those of other bots.
 *
 * @see <a href="https://learn.microsoft.com/en-us/azure/bot-service/rest-api/bot-framework-rest-connector-authentication">Authentication
 *     with the Bot Connector API</a>
 */
final class ChannelAuthentication implements Authentication {

    private final String appId;
    private final SigningKeys keys;

    ChannelAuthentication(String appId, SigningKeys keys) {
        this.appId = appId;
        this.keys = keys;
    }

    @Override
    public Verdict judge(@Nullable String authorization) {
        if (authorization == null) {
            return new Unauthenticated("no Authorization header");
        }
        String[] parts = authorization.split(" ", -1);
        if (parts.length != 2 || !parts[0].equalsIgnoreCase("Bearer")) {
            return new Unauthenticated("no bearer token");
        }
        try {
            DecodedJWT token = JWT.decode(parts[1]);
            if (token.getExpiresAt() == null || token.getKeyId() == null) {
                return new Unauthenticated("a token without an expiry or a key id");
            }
            Optional<OpenIdMetadataKey> key = keys.find(token.getKeyId());
            if (key.isEmpty()) {
                return new Unauthenticated("an unknown signing key");
            }
            return judge(verify(token, key.get()));
        } catch (RuntimeException e) {
            // A bad token makes the SDK throw exceptions of many kinds, whose messages may quote the token.
            Throwable reason = Objects.requireNonNullElse(e.getCause(), e);
            return new Unauthenticated(reason.getClass().getSimpleName());
        }
    }

    private static @Nullable ClaimsIdentity verify(DecodedJWT token, OpenIdMetadataKey key) {
        TokenValidationParameters parameters = ChannelValidation.getTokenValidationParameters();
        parameters.issuerSigningKeyResolver = metadata -> keyId -> key;
        return new JwtTokenExtractor(parameters, "", AuthenticationConstants.ALLOWED_SIGNING_ALGORITHMS)
                .getIdentity("Bearer", token.getToken(), Channels.MSTEAMS, List.of())
                .join();
    }

    private Verdict judge(@Nullable ClaimsIdentity identity) {
        if (identity == null) {
            return new Unauthenticated("a token of another issuer");
        }
        Map<String, String> claims = identity.claims();
        if (!appId.equals(claims.get(AuthenticationConstants.AUDIENCE_CLAIM))) {
            return new Unauthenticated("a token for another audience");
        }
        if (isForeign(claims.get(AuthenticationConstants.APPID_CLAIM))
                || isForeign(claims.get(AuthenticationConstants.AUTHORIZED_PARTY))) {
            return new Forbidden("a token of another bot");
        }
        String confirmed = claims.get(AuthenticationConstants.SERVICE_URL_CLAIM);
        return new Authentic(serviceUrl -> serviceUrl.equalsIgnoreCase(confirmed));
    }

    /** Teams' tokens name no app, a skill's names the bot that calls. */
    private boolean isForeign(@Nullable String app) {
        return app != null && !app.equals(appId);
    }
}
