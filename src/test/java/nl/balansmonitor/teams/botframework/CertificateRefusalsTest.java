package nl.balansmonitor.teams.botframework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import nl.balansmonitor.teams.botframework.BotProperties.AppType;
import nl.balansmonitor.teams.botframework.Registration.SingleTenant;
import okhttp3.tls.HeldCertificate;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Which certificates a bot may not start with, and of which it warns. */
@ExtendWith(OutputCaptureExtension.class)
class CertificateRefusalsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final HeldCertificate GOOD = rsa(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(365)));

    private final DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();

    @Test
    void takesACertificateInThePlaceOfASecret(CapturedOutput output) throws Exception {
        hold(GOOD.keyPair().getPrivate(), GOOD.certificate());
        assertThat(registration(""))
                .asInstanceOf(InstanceOfAssertFactories.type(SingleTenant.class))
                .satisfies(app -> assertThat(app.credential()).hasToString("Certificate[bundle=teams]"));
        assertThat(output).doesNotContain("ends at");
    }

    @Test
    void refusesASecretBesideACertificate() throws Exception {
        hold(GOOD.keyPair().getPrivate(), GOOD.certificate());
        assertThatThrownBy(() -> registration("fictional-secret"))
                .hasMessageContaining("balans.bot.app-secret and balans.bot.certificate-bundle are both set");
    }

    @Test
    void refusesABundleThatNobodyConfigured() {
        assertThatThrownBy(() -> registration("")).hasMessageContaining("there is no SSL bundle of that name");
    }

    @Test
    void refusesFilesThatCannotBeRead() {
        bundles.registerBundle(
                "teams",
                SslBundle.of(new PemSslStoreBundle(PemSslStoreDetails.forCertificate("/nowhere/teams.crt"), null)));
        assertThatThrownBy(() -> registration("")).hasMessageContainingAll("can't be read", "/nowhere/teams.crt");
    }

    @Test
    void refusesACertificateWithoutItsPrivateKey() throws Exception {
        KeyStore store = emptyStore();
        store.setCertificateEntry("teams", GOOD.certificate());
        bundles.registerBundle("teams", SslBundle.of(SslStoreBundle.of(store, "", null)));
        assertThatThrownBy(() -> registration("")).hasMessageContaining("holds no private key");
    }

    @Test
    void refusesACertificateOfAnotherKey() throws Exception {
        hold(rsa(NOW, NOW.plusSeconds(60)).keyPair().getPrivate(), GOOD.certificate());
        assertThatThrownBy(() -> registration("")).hasMessageContaining("a certificate of another private key");
    }

    @Test
    void refusesAKeyThatEntraDoesNotTake() throws Exception {
        HeldCertificate curve = new HeldCertificate.Builder().ecdsa256().build();
        hold(curve.keyPair().getPrivate(), curve.certificate());
        assertThatThrownBy(() -> registration("")).hasMessageContaining("not RSA");
    }

    @Test
    void refusesACertificateThatEndedOrHasNotBegun() throws Exception {
        HeldCertificate old = rsa(NOW.minus(Duration.ofDays(365)), NOW);
        hold(old.keyPair().getPrivate(), old.certificate());
        assertThatThrownBy(() -> registration("")).hasMessageContaining("ended at 2026-03-02T09:00:00Z");

        HeldCertificate early = rsa(NOW.plusSeconds(60), NOW.plus(Duration.ofDays(365)));
        bundles.updateBundle("teams", bundle(early.keyPair().getPrivate(), early.certificate()));
        assertThatThrownBy(() -> registration("")).hasMessageContaining("begins at 2026-03-02T09:01:00Z");
    }

    @Test
    void warnsOfACertificateThatEndsWithinAMonth(CapturedOutput output) throws Exception {
        HeldCertificate late = rsa(NOW.minusSeconds(1), NOW.plus(Duration.ofDays(29)));
        hold(late.keyPair().getPrivate(), late.certificate());
        registration("");
        assertThat(output).contains("ends at 2026-03-31T09:00:00Z");
    }

    @Test
    void keepsTheCertificateWhenTheNextOneCannotBeUsed(CapturedOutput output) throws Exception {
        hold(GOOD.keyPair().getPrivate(), GOOD.certificate());
        SingleTenant app = (SingleTenant) registration("");
        HeldCertificate old = rsa(NOW.minus(Duration.ofDays(365)), NOW);
        bundles.updateBundle("teams", bundle(old.keyPair().getPrivate(), old.certificate()));
        assertThat(output).contains("The certificate before stays in use");
        assertThat(app.credential())
                .asInstanceOf(InstanceOfAssertFactories.type(Certificate.class))
                .satisfies(certificate ->
                        assertThat(certificate.current().certificate()).isEqualTo(GOOD.certificate()));
    }

    private Registration registration(String secret) {
        BotProperties properties = new BotProperties(
                "app", AppType.SINGLE_TENANT, secret, "teams", "zwaluw", "", "", Duration.ofSeconds(1), false);
        return Registration.of(properties, null, bundles, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private void hold(PrivateKey key, X509Certificate certificate) throws Exception {
        bundles.registerBundle("teams", bundle(key, certificate));
    }

    private static SslBundle bundle(PrivateKey key, X509Certificate certificate) throws Exception {
        KeyStore store = emptyStore();
        store.setKeyEntry("teams", key, new char[0], new X509Certificate[] {certificate});
        return SslBundle.of(SslStoreBundle.of(store, "", null));
    }

    private static KeyStore emptyStore() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static HeldCertificate rsa(Instant from, Instant to) {
        return new HeldCertificate.Builder()
                .rsa2048()
                .validityInterval(from.toEpochMilli(), to.toEpochMilli())
                .build();
    }
}
