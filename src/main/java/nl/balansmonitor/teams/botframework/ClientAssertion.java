package nl.balansmonitor.teams.botframework;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an app with a certificate signs in the place of a secret: a JSON Web Token (RFC 7523, section 3), signed with PS256, which the kept
 * library for tokens doesn't know.
 *
 * @see <a href="https://learn.microsoft.com/en-us/entra/identity-platform/certificate-credentials">Certificate credentials</a>
 */
final class ClientAssertion {

    /** The value of {@code client_assertion_type}. */
    static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /** Microsoft asks for at most ten minutes; it is used at once. */
    private static final Duration LIFE = Duration.ofMinutes(10);

    private static final PSSParameterSpec PS256 =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, PSSParameterSpec.TRAILER_FIELD_BC);

    private final JsonMapper json;

    ClientAssertion(JsonMapper json) {
        this.json = json;
    }

    /** One that is fit for one token request. */
    String sign(CertifiedKey credential, String appId, String tokenEndpoint, Instant now) {
        try {
            String content = encode(json.writeValueAsBytes(
                            Map.of("alg", "PS256", "typ", "JWT", "x5t#S256", thumbprint(credential))))
                    + "."
                    + encode(json.writeValueAsBytes(Map.of(
                            "aud", tokenEndpoint,
                            "iss", appId,
                            "sub", appId,
                            "jti", UUID.randomUUID().toString(),
                            "iat", now.getEpochSecond(),
                            "nbf", now.getEpochSecond(),
                            "exp", now.plus(LIFE).getEpochSecond())));
            Signature signature = Signature.getInstance("RSASSA-PSS");
            signature.setParameter(PS256);
            signature.initSign(credential.key());
            signature.update(content.getBytes(US_ASCII));
            return content + "." + encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("An RSA key that can't sign", e);
        }
    }

    private static String thumbprint(CertifiedKey credential) throws GeneralSecurityException {
        return encode(MessageDigest.getInstance("SHA-256")
                .digest(credential.certificate().getEncoded()));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
