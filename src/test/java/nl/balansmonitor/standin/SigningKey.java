package nl.balansmonitor.standin;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A key that signs tokens to the bot. */
record SigningKey(String id, KeyPair pair) {

    /** Teams' own key, the same for all stand-ins of a process: to make one takes longer than most tests. */
    static SigningKey ofTeams() {
        return Teams.KEY;
    }

    private static final class Teams {
        private static final SigningKey KEY = generate("standin-key");
    }

    static SigningKey generate(String id) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return new SigningKey(id, generator.generateKeyPair());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    RSAPrivateKey secret() {
        return (RSAPrivateKey) pair.getPrivate();
    }

    /** As a JSON Web Key; the endorsement is what lets it speak for Teams. */
    Map<String, ?> publicPart() {
        var key = (RSAPublicKey) pair.getPublic();
        return Map.of(
                "kty",
                "RSA",
                "use",
                "sig",
                "kid",
                id,
                "x5t",
                id,
                "n",
                base64(key.getModulus()),
                "e",
                base64(key.getPublicExponent()),
                "endorsements",
                List.of("msteams"));
    }

    /** RFC 7518 section 2: big-endian, without the sign's leading zero. */
    private static String base64(BigInteger number) {
        var bytes = number.toByteArray();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }
}
