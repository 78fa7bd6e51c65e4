package nl.balansmonitor.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

    private static final LinkKey KEY = new LinkKey("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8");
    private static final LinkKey OTHER_KEY = new LinkKey("AQECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8");
    private static final SpaceId ZWALUW = new SpaceId("space-zwaluw");
    private static final SpaceId KRAANVOGEL = new SpaceId("space-kraanvogel");
    private static final SessionId SESSION = new SessionId("0123456789abcdef01234567");
    private static final Instant EXPIRES = Instant.parse("2026-12-21T10:00:00Z");
    private static final Link REPORT = new Link.ToReport(ZWALUW, SESSION, EXPIRES);
    private static final Link EXPORT = new Link.ToExport(ZWALUW, EXPIRES);
    private static final String TOKEN = Tokens.sign(REPORT, KEY);

    @Test
    void sayWhatTheyOpen() {
        for (Link link : List.of(REPORT, EXPORT)) {
            String token = Tokens.sign(link, KEY);
            assertThat(Tokens.read(token)).contains(link);
            assertThat(opens(token, KEY)).isTrue();
        }
    }

    /** Links that were given before an update of the program, or of its libraries, must go on working. */
    @Test
    void areWrittenAsTheyAlwaysWere() {
        assertThat(TOKEN)
                .isEqualTo("eyJraWQiOiJzcGFjZS16d2FsdXciLCJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"
                        + ".eyJleHAiOjE3OTc4NDcyMDAsImF1ZCI6InJlcG9ydCIsInN1YiI6IjAxMjM0NTY3ODlhYmNkZWYwMTIzNDU2NyJ9"
                        + ".lj4WW7Eqh97yq5lGa7rWmb9W44hOjKaTau8rQ3sCqME");
    }

    @Test
    void fitInAnAddressHoweverLongTheIdsAre() {
        var longest = new Link.ToReport(
                new SpaceId("s".repeat(255)), new SessionId("s".repeat(255)), Instant.parse("9999-12-31T23:59:59Z"));
        assertThat(Tokens.sign(longest, KEY))
                .hasSizeLessThanOrEqualTo(Tokens.LONGEST)
                .matches("[\\w.-]+");
    }

    @Test
    void areWorthNothingUnderAnotherKey() {
        assertThat(opens(TOKEN, OTHER_KEY)).isFalse();
    }

    /** The space chooses the key; its own key must not open another space. */
    @Test
    void openNoOtherSpace() {
        assertThat(opens(withHeader("{\"kid\":\"space-kraanvogel\",\"typ\":\"JWT\",\"alg\":\"HS256\"}"), KEY))
                .isFalse();
        String ofKraanvogel = Tokens.sign(new Link.ToReport(KRAANVOGEL, SESSION, EXPIRES), OTHER_KEY);
        assertThat(opens(ofKraanvogel, KEY)).isFalse();
        assertThat(Tokens.read(ofKraanvogel).map(Link::space)).contains(KRAANVOGEL);
    }

    @Test
    void areRefusedUnderAnotherAlgorithm() throws NoSuchAlgorithmException {
        byte[] secret = Base64.getUrlDecoder().decode(KEY.secret());
        var pair = KeyPairGenerator.getInstance("RSA");
        pair.initialize(2048);
        var rsa = pair.generateKeyPair();
        for (Algorithm algorithm : List.of(
                Algorithm.none(),
                Algorithm.HMAC384(secret),
                Algorithm.HMAC512(secret),
                Algorithm.RSA256((RSAPublicKey) rsa.getPublic(), (RSAPrivateKey) rsa.getPrivate()),
                Algorithm.HMAC256(rsa.getPublic().getEncoded()),
                Algorithm.HMAC256(new byte[32]))) {
            String forged = JWT.create()
                    .withKeyId(ZWALUW.value())
                    .withExpiresAt(EXPIRES)
                    .withAudience("report")
                    .withSubject(SESSION.value())
                    .sign(algorithm);
            assertThat(opens(forged, KEY)).as(algorithm.getName()).isFalse();
        }
        assertThat(opens(withHeader("{\"kid\":\"space-zwaluw\",\"typ\":\"JWT\",\"alg\":\"none\"}"), KEY))
                .isFalse();
    }

    @Test
    void areRefusedWithOtherClaims() {
        for (String claims : List.of(
                "{\"exp\":4102444800,\"aud\":\"report\",\"sub\":\"" + SESSION + "\"}",
                "{\"exp\":1797847200,\"aud\":\"export\"}",
                "{\"exp\":1797847200,\"aud\":\"report\",\"sub\":\"fedcba9876543210fedcba98\"}",
                "{\"exp\":1797847200,\"aud\":[\"report\",\"export\"],\"sub\":\"" + SESSION + "\"}",
                "{\"exp\":\"never\",\"aud\":\"report\",\"sub\":\"" + SESSION + "\"}",
                "{\"aud\":\"report\",\"sub\":\"" + SESSION + "\"}",
                "{\"exp\":1797847200,\"aud\":\"report\",\"sub\":\"../../space\"}",
                "{\"exp\":1797847200,\"aud\":\"report\"}",
                "{}",
                "[]",
                "null",
                "")) {
            assertThat(opens(withPayload(claims), KEY)).as(claims).isFalse();
        }
    }

    /** Signed by us or not: whatever isn't written as we write it is none of ours, so a link can't be told apart from its doubles. */
    @Test
    void haveOneSpellingOnly() {
        Algorithm ours = KEY.algorithm();
        String anotherOrder = JWT.create()
                .withKeyId(ZWALUW.value())
                .withSubject(SESSION.value())
                .withAudience("report")
                .withExpiresAt(EXPIRES)
                .sign(ours);
        String oneMoreClaim = JWT.create()
                .withKeyId(ZWALUW.value())
                .withExpiresAt(EXPIRES)
                .withAudience("report")
                .withSubject(SESSION.value())
                .withClaim("more", true)
                .sign(ours);
        assertThat(opens(anotherOrder, KEY)).isFalse();
        assertThat(opens(oneMoreClaim, KEY)).isFalse();
        assertThat(Stream.of("", "=", ".", " ", "A", "." + part(2), "\n").map(end -> TOKEN + end))
                .filteredOn(token -> opens(token, KEY))
                .containsExactly(TOKEN);
    }

    @ParameterizedTest
    @MethodSource
    void areRefusedWithAnyOneLetterChanged(int position) {
        char other = TOKEN.charAt(position) == 'A' ? 'B' : 'A';
        assertThat(opens(TOKEN.substring(0, position) + other + TOKEN.substring(position + 1), KEY))
                .isFalse();
        assertThat(opens(TOKEN.substring(0, position), KEY)).isFalse();
    }

    static Stream<Integer> areRefusedWithAnyOneLetterChanged() {
        return Stream.iterate(0, at -> at < TOKEN.length(), at -> at + 1);
    }

    /** The last letter of a signature stands for six bits, of which two say nothing. */
    @Test
    void areRefusedWithAnotherLastLetterOfTheSameBits() {
        byte[] signature = Base64.getUrlDecoder().decode(part(2));
        long opening = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
                .chars()
                .mapToObj(last -> TOKEN.substring(0, TOKEN.length() - 1) + (char) last)
                .filter(token -> Arrays.equals(
                        signature, Base64.getUrlDecoder().decode(token.substring(token.lastIndexOf('.') + 1))))
                .peek(token -> assertThat(Tokens.read(token)).contains(REPORT))
                .filter(token -> opens(token, KEY))
                .count();
        assertThat(opening).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", "a.b.c", "é.é.é", "e30.e30.", "e30.e30.e30", "bnVsbA.bnVsbA.AA"})
    void areReadFromNothingElse(String token) {
        assertThat(Tokens.read(token)).isEmpty();
    }

    @Test
    void areReadUpToTheirLengthOnly() {
        assertThat(Tokens.read("A".repeat(100_000))).isEmpty();
        assertThat(Tokens.read(part(0) + "." + part(1) + "." + "A".repeat(Tokens.LONGEST)))
                .isEmpty();
    }

    @Test
    void doNotTellTheirKey() {
        assertThat(KEY.toString()).doesNotContain(KEY.secret());
    }

    private static boolean opens(String token, LinkKey key) {
        Optional<Link> said = Tokens.read(token);
        return said.isPresent() && Tokens.genuine(token, said.get(), key);
    }

    private static String withHeader(String header) {
        return base64(header) + "." + part(1) + "." + part(2);
    }

    private static String withPayload(String payload) {
        return part(0) + "." + base64(payload) + "." + part(2);
    }

    private static String part(int index) {
        return TOKEN.split("\\.", -1)[index];
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
