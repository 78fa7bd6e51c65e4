package nl.balansmonitor.standin;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Holds what an app signs in the place of a secret against its certificate, as Entra ID's documentation of certificate credentials says. */
final class ClientAssertions {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private ClientAssertions() {}

    static boolean proves(X509Certificate certificate, String appId, String audience, Map<String, String> form) {
        var parts = form.getOrDefault("client_assertion", "").split("\\.", -1);
        return parts.length == 3
                && !form.containsKey("client_secret")
                && form.getOrDefault("client_id", "").equals(appId)
                && form.getOrDefault("client_assertion_type", "")
                        .equals("urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                && says(json(parts[0]), "alg", "PS256")
                && says(json(parts[0]), "typ", "JWT")
                && says(json(parts[0]), "x5t#S256", thumbprint(certificate))
                && says(json(parts[1]), "aud", audience)
                && says(json(parts[1]), "iss", appId)
                && says(json(parts[1]), "sub", appId)
                && !json(parts[1]).path("jti").asString("").isEmpty()
                && isNow(json(parts[1]))
                && isSigned(
                        certificate,
                        parts[0] + "." + parts[1],
                        Base64.getUrlDecoder().decode(parts[2]));
    }

    private static boolean says(JsonNode claims, String name, String value) {
        return claims.path(name).asString("").equals(value);
    }

    private static boolean isNow(JsonNode claims) {
        var now = Instant.now();
        var from = Instant.ofEpochSecond(claims.path("nbf").asLong(Long.MAX_VALUE / 1_000_000_000));
        var to = Instant.ofEpochSecond(claims.path("exp").asLong(0));
        return !now.isBefore(from)
                && now.isBefore(to)
                && Duration.between(from, to).compareTo(LONGEST) <= 0;
    }

    private static boolean isSigned(X509Certificate certificate, String content, byte[] signature) {
        try {
            var check = Signature.getInstance("RSASSA-PSS");
            check.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
            check.initVerify(certificate);
            check.update(content.getBytes(US_ASCII));
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static String thumbprint(X509Certificate certificate) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String part) {
        return Json.parse(new String(Base64.getUrlDecoder().decode(part), US_ASCII));
    }
}
