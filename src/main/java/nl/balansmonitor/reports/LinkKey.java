package nl.balansmonitor.reports;

import com.auth0.jwt.algorithms.Algorithm;
import java.security.SecureRandom;
import java.util.Base64;
import nl.balansmonitor.shared.Pseudonyms;

/**
 * What the links of one space are signed with. Whoever has it can make links.
 *
 * @param secret 256 random bits, as base64url
 */
record LinkKey(String secret) {

    static LinkKey random(SecureRandom random) {
        return new LinkKey(Pseudonyms.randomKey(random));
    }

    Algorithm algorithm() {
        return Algorithm.HMAC256(Base64.getUrlDecoder().decode(secret));
    }

    /** Not the secret: it must not get into a log by chance. */
    @Override
    public String toString() {
        return "LinkKey";
    }
}
