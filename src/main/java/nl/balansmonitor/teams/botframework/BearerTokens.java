package nl.balansmonitor.teams.botframework;

import com.microsoft.bot.restclient.credentials.ServiceClientCredentials;
import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Puts the bot's own token on every request to Teams, and another one once when Teams answers 401 to it. */
final class BearerTokens implements ServiceClientCredentials {

    private static final String HEADER = "Authorization";
    private static final String SCHEME = "Bearer ";

    private final AccessTokens tokens;

    BearerTokens(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public void applyCredentialsFilter(OkHttpClient.Builder client) {
        client.addInterceptor(chain -> chain.proceed(authorized(chain.request(), null)));
        client.authenticator((route, response) -> {
            String refused = response.request().header(HEADER);
            return response.priorResponse() == null && refused != null
                    ? authorized(response.request(), refused.substring(SCHEME.length()))
                    : null;
        });
    }

    private Request authorized(Request request, @Nullable String refused) throws IOException {
        try {
            return request.newBuilder()
                    .header(HEADER, SCHEME + tokens.token(refused))
                    .build();
        } catch (DeliveryException e) {
            // Of all exceptions an interceptor may only throw this one.
            throw new IOException(e);
        }
    }
}
