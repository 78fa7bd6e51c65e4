package nl.balansmonitor.standin;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A token as Teams sends it with every activity, or one that is wrong in a chosen way. Immutable: each method gives another token. */
public final class InboundToken {

    private static final Duration LIFE = Duration.ofHours(1);
    private static final String ISSUER = "https://api.botframework.com";

    private final SigningKey named;
    private final SigningKey signing;
    private final String issuer;
    private final String audience;
    private final Instant issuedAt;
    private final Map<String, String> claims;

    private InboundToken(
            SigningKey named,
            SigningKey signing,
            String issuer,
            String audience,
            Instant issuedAt,
            Map<String, String> claims) {
        this.named = named;
        this.signing = signing;
        this.issuer = issuer;
        this.audience = audience;
        this.issuedAt = issuedAt;
        this.claims = Map.copyOf(claims);
    }

    static InboundToken valid(SigningKey key, String appId, String serviceUrl) {
        return new InboundToken(key, key, ISSUER, appId, Instant.now(), Map.of("serviceurl", serviceUrl));
    }

    /** Issued by someone else; Teams' issuer is {@code https://api.botframework.com}. */
    public InboundToken issuedBy(String value) {
        return new InboundToken(named, signing, value, audience, issuedAt, claims);
    }

    /** Meant for another bot. */
    public InboundToken forAudience(String value) {
        return new InboundToken(named, signing, issuer, value, issuedAt, claims);
    }

    /** Confirms another service URL than the activity may say. */
    public InboundToken forServiceUrl(String value) {
        return with("serviceurl", value);
    }

    /** Confirms no service URL. */
    public InboundToken withoutServiceUrl() {
        var rest = new HashMap<>(claims);
        rest.remove("serviceurl");
        return new InboundToken(named, signing, issuer, audience, issuedAt, rest);
    }

    /** One that is over since this time; verifiers allow five minutes. */
    public InboundToken expired(Duration since) {
        return new InboundToken(
                named, signing, issuer, audience, Instant.now().minus(LIFE).minus(since), claims);
    }

    /** Says it is signed with Teams' key, and isn't. */
    public InboundToken signedByAStranger() {
        return new InboundToken(named, SigningKey.generate(named.id()), issuer, audience, issuedAt, claims);
    }

    /** Signed with a key that the metadata doesn't list. */
    public InboundToken signedWithAnUnlistedKey() {
        var stranger = SigningKey.generate("unlisted");
        return new InboundToken(stranger, stranger, issuer, audience, issuedAt, claims);
    }

    /** What another bot sends that takes ours for its skill: our audience, its {@code appid}. */
    public InboundToken asSkillOf(String otherAppId) {
        return with("appid", otherAppId).with("ver", "1.0");
    }

    /** With one more claim, or another value of it. */
    public InboundToken with(String claim, String value) {
        var more = new HashMap<>(claims);
        more.put(claim, value);
        return new InboundToken(named, signing, issuer, audience, issuedAt, more);
    }

    /** The compact serialisation. */
    public String value() {
        var token = JWT.create()
                .withKeyId(named.id())
                .withIssuer(issuer)
                .withAudience(audience)
                .withIssuedAt(issuedAt)
                .withNotBefore(issuedAt)
                .withExpiresAt(issuedAt.plus(LIFE));
        claims.forEach(token::withClaim);
        return token.sign(Algorithm.RSA256(null, signing.secret()));
    }

    /** The same without a signature, {@code alg} being {@code none}. */
    public String unsigned() {
        var decoded = JWT.decode(value());
        var token = JWT.create()
                .withIssuer(issuer)
                .withAudience(audience)
                .withIssuedAt(issuedAt)
                .withExpiresAt(decoded.getExpiresAtAsInstant());
        claims.forEach(token::withClaim);
        return token.sign(Algorithm.none());
    }

    /** The value of the {@code Authorization} header. */
    public String header() {
        return "Bearer " + value();
    }
}
