package nl.balansmonitor.teams.botframework;

import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.ManagedIdentityApplication;
import com.microsoft.aad.msal4j.ManagedIdentityId;
import com.microsoft.aad.msal4j.ManagedIdentityParameters;
import com.microsoft.aad.msal4j.MsalException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import nl.balansmonitor.teams.botframework.DeliveryException.Trouble;

/**
 * Tokens of the identity that Azure gives this machine, by Microsoft's own library, which finds their source on each of Azure's hosts.
 *
 * <p>Not shared with the store's use of the same library: that one leaves keeping and renewing to the library and to Cosmos DB's SDK, and
 * this one to {@link AccessTokens}, so that a token that Teams refuses is not given again.
 */
final class ManagedIdentityTokens implements TokenSource {

    private static final String RESOURCE = "https://api.botframework.com";
    private static final int CONNECT_LIMIT_MILLIS = 1_000;
    private static final int READ_LIMIT_MILLIS = 4_000;

    private final ManagedIdentityApplication application;
    private final Clock clock;

    ManagedIdentityTokens(String clientId, Clock clock) {
        application = ManagedIdentityApplication.builder(ManagedIdentityId.userAssignedClientId(clientId))
                .connectTimeoutForDefaultHttpClient(CONNECT_LIMIT_MILLIS)
                .readTimeoutForDefaultHttpClient(READ_LIMIT_MILLIS)
                .disableInternalRetries()
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        this.clock = clock;
    }

    @Override
    public Grant request() {
        try {
            IAuthenticationResult answer = application
                    .acquireTokenForManagedIdentity(ManagedIdentityParameters.builder(RESOURCE)
                            .forceRefresh(true)
                            .build())
                    .get(CONNECT_LIMIT_MILLIS + READ_LIMIT_MILLIS, TimeUnit.MILLISECONDS);
            return new Grant(
                    answer.accessToken(),
                    Duration.between(clock.instant(), answer.expiresOnDate().toInstant()));
        } catch (ExecutionException e) {
            // The messages of the library quote what was answered.
            throw failure(e.getCause() instanceof MsalException known ? known.errorCode() : "no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("interrupted", e);
        } catch (Exception e) { // as the library declares it
            throw failure("no answer", e);
        }
    }

    @Override
    public String name() {
        return "The managed identity";
    }

    private static DeliveryException failure(String reason, Exception cause) {
        return new DeliveryException.Retryable("token request: " + reason, Trouble.TOKEN, Optional.empty(), cause);
    }
}
