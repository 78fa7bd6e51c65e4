package nl.balansmonitor.teams.botframework;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Consumer;

/** One signing key of the Bot Framework service, and the tokens it signs. */
final class Issuer {

    private final String keyId;
    private final KeyPair pair;

    Issuer(String keyId) {
        this.keyId = keyId;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            this.pair = generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key as an entry of a JSON Web Key Set; {@code endorsements} is JSON, or blank for none. */
    String jwk(String endorsements) {
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        return """
                {"kty":"RSA","use":"sig","kid":"%s","n":"%s","e":"%s"%s}""".formatted(
                        keyId,
                        unsigned(key.getModulus()),
                        unsigned(key.getPublicExponent()),
                        endorsements.isBlank() ? "" : ",\"endorsements\":" + endorsements);
    }

    /** A token as Teams sends it, after {@code change}. */
    String token(String appId, String serviceUrl, Consumer<JWTCreator.Builder> change) {
        JWTCreator.Builder token = JWT.create()
                .withKeyId(keyId)
                .withIssuer("https://api.botframework.com")
                .withAudience(appId)
                .withClaim("serviceurl", serviceUrl)
                .withIssuedAt(Instant.now())
                .withExpiresAt(Instant.now().plusSeconds(3600));
        change.accept(token);
        return token.sign(algorithm());
    }

    Algorithm algorithm() {
        return Algorithm.RSA256((RSAPublicKey) pair.getPublic(), (RSAPrivateKey) pair.getPrivate());
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(java.util.Arrays.copyOfRange(bytes, sign, bytes.length));
    }
}
