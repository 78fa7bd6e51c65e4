package nl.balansmonitor.sessions;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.balansmonitor.shared.MemberId;

/**
 * The secret of one session, 256 random bits: while it exists a member finds his own ballot again, and once it is destroyed nothing
 * links a ballot to a person.
 */
record SessionKey(@JsonValue String value) {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    SessionKey {}

    static SessionKey random(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new SessionKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The name under which this member's ballots are kept: HMAC-SHA-256 (RFC 2104) of his id, in hexadecimal. */
    String pseudonymOf(MemberId member) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode(value), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(member.value().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "SessionKey[secret]";
    }
}
