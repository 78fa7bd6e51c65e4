package nl.balansmonitor.reports;

import com.auth0.jwt.JWT;
import com.auth0.jwt.exceptions.JWTDecodeException;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;

/**
 * Links as JSON Web Tokens (RFC 7519), signed with HMAC-SHA-256: the space is the key's id, the session the subject.
 *
 * <p>A token is genuine if it is, byte for byte, the one that we sign for what it says. So nothing in it chooses how it is verified, and
 * there is one spelling of each link: no other algorithm, no further claim, no other writing of the same bits is let through.
 */
final class Tokens {

    /** Longer than any of ours. */
    static final int LONGEST = 1_024;

    private static final String REPORT = "report";
    private static final String EXPORT = "export";

    private Tokens() {}

    /** The same link and key give the same token. */
    static String sign(Link link, LinkKey key) {
        var token = JWT.create().withKeyId(link.space().value()).withExpiresAt(link.expires());
        return switch (link) {
            case Link.ToReport report ->
                token.withAudience(REPORT).withSubject(report.session().value()).sign(key.algorithm());
            case Link.ToExport export -> token.withAudience(EXPORT).sign(key.algorithm());
        };
    }

    /** What somebody's token says, who may have made it himself; empty if it isn't even the form of one. */
    static Optional<Link> read(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return read(JWT.decode(token));
        } catch (JWTDecodeException | IllegalArgumentException | NullPointerException e) {
            // The last is the library's answer to a header or payload that is JSON's null.
            return Optional.empty();
        }
    }

    /** Whether this token, which says this, was signed with this key. */
    static boolean genuine(String token, Link link, LinkKey key) {
        return MessageDigest.isEqual(bytes(token), bytes(sign(link, key)));
    }

    /** An id that can't be one is an IllegalArgumentException. */
    private static Optional<Link> read(DecodedJWT token) {
        String space = token.getKeyId();
        Instant expires = token.getExpiresAtAsInstant();
        List<String> audience = Objects.requireNonNullElse(token.getAudience(), List.of());
        if (space == null || expires == null) {
            return Optional.empty();
        }
        if (audience.equals(List.of(REPORT)) && token.getSubject() != null) {
            return Optional.of(new Link.ToReport(new SpaceId(space), new SessionId(token.getSubject()), expires));
        }
        return audience.equals(List.of(EXPORT))
                ? Optional.of(new Link.ToExport(new SpaceId(space), expires))
                : Optional.empty();
    }

    private static byte[] bytes(String token) {
        return token.getBytes(StandardCharsets.UTF_8);
    }
}
