package nl.balansmonitor.documents.cosmos;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.ManagedIdentityApplication;
import com.microsoft.aad.msal4j.ManagedIdentityId;
import com.microsoft.aad.msal4j.ManagedIdentityParameters;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;

/**
 * The identity that Azure gives this machine, by Microsoft's own library, which finds the token's source on each of Azure's hosts and
 * keeps tokens until shortly before they expire.
 */
final class ManagedIdentity implements TokenCredential {

    private static final String EVERYTHING = "/.default";

    private final ManagedIdentityApplication application;

    /** @param clientId of a user-assigned identity; the machine's own if empty */
    ManagedIdentity(Optional<String> clientId) {
        application = ManagedIdentityApplication.builder(clientId.map(ManagedIdentityId::userAssignedClientId)
                        .orElseGet(ManagedIdentityId::systemAssigned))
                .build();
    }

    @Override
    public Mono<AccessToken> getToken(TokenRequestContext request) {
        var scope = request.getScopes().getFirst();
        var resource = scope.endsWith(EVERYTHING) ? scope.substring(0, scope.length() - EVERYTHING.length()) : scope;
        return Mono.fromFuture(() -> acquire(resource))
                .map(token -> new AccessToken(
                        token.accessToken(), token.expiresOnDate().toInstant().atOffset(ZoneOffset.UTC)));
    }

    private CompletableFuture<IAuthenticationResult> acquire(String resource) {
        try {
            return application.acquireTokenForManagedIdentity(
                    ManagedIdentityParameters.builder(resource).build());
        } catch (Exception e) { // as the library declares it
            return CompletableFuture.failedFuture(e);
        }
    }
}
