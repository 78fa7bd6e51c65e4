package nl.balansmonitor.standin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.auth0.jwk.JwkException;
import com.auth0.jwk.UrlJwkProvider;
import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.io.IOException;
import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InboundTokenTest {

    private final TeamsStandIn teams = TeamsStandIn.start(Settings.defaults());

    @AfterEach
    void close() {
        teams.close();
    }

    @Test
    void isWhatTheMetadataVouchesFor() throws IOException, JwkException {
        var token = verified(teams.token().value());

        assertThat(token.getClaim("serviceurl").asString()).isEqualTo(teams.serviceUrl());
        assertThat(verified(teams.token().asSkillOf("another").value())
                        .getClaim("appid")
                        .asString())
                .isEqualTo("another");
    }

    @Test
    void canBeWrongInEveryWay() {
        var good = teams.token();

        assertThatCode(() -> verified(good.value())).doesNotThrowAnyException();
        assertThatThrownBy(() -> verified(good.signedByAStranger().value()))
                .isInstanceOf(JWTVerificationException.class);
        assertThatThrownBy(() -> verified(good.signedWithAnUnlistedKey().value()))
                .isInstanceOf(JwkException.class);
        assertThatThrownBy(() -> verified(good.forAudience("another").value()))
                .isInstanceOf(JWTVerificationException.class);
        assertThatThrownBy(() -> verified(good.issuedBy("https://example.org").value()))
                .isInstanceOf(JWTVerificationException.class);
        assertThatThrownBy(() -> verified(good.expired(Duration.ofMinutes(6)).value()))
                .isInstanceOf(JWTVerificationException.class);
        assertThat(JWT.decode(good.unsigned()).getAlgorithm()).isEqualTo("none");
        assertThat(JWT.decode(good.withoutServiceUrl().value())
                        .getClaim("serviceurl")
                        .isMissing())
                .isTrue();
    }

    private DecodedJWT verified(String token) throws IOException, JwkException {
        try (var metadata = URI.create(teams.openIdMetadataUrl()).toURL().openStream()) {
            var keys = Json.text(
                    Json.parse(new String(metadata.readAllBytes(), UTF_8)).path("jwks_uri"));
            var key = new UrlJwkProvider(URI.create(keys).toURL())
                    .get(JWT.decode(token).getKeyId());
            return JWT.require(Algorithm.RSA256((RSAPublicKey) key.getPublicKey(), null))
                    .withIssuer("https://api.botframework.com")
                    .withAudience(teams.appId())
                    .acceptLeeway(300)
                    .build()
                    .verify(token);
        }
    }
}
