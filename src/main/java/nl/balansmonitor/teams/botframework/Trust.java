package nl.balansmonitor.teams.botframework;

import com.microsoft.bot.connector.authentication.MicrosoftAppCredentials;
import com.microsoft.bot.restclient.credentials.ServiceClientCredentials;

/**
 * How Teams and the bot know each other.
 *
 * @param authentication how the bot knows Teams
 * @param keys what that rests on
 * @param credentials how Teams knows the bot
 * @param token what that rests on
 */
record Trust(Authentication authentication, Supply keys, ServiceClientCredentials credentials, Supply token) {

    /** None: both take each other for who they say they are. */
    static Trust blind() {
        return new Trust(new AnonymousAuthentication(), Supply.NONE, MicrosoftAppCredentials.empty(), Supply.NONE);
    }

    /** By tokens, either way. */
    static Trust byTokens(String appId, SigningKeys keys, AccessTokens tokens) {
        return new Trust(new ChannelAuthentication(appId, keys), keys, new BearerTokens(tokens), tokens);
    }
}
