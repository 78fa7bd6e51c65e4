package nl.balansmonitor.teams.botframework;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/** A certificate with its private key, of an SSL bundle: when the bundle changes, the next token is asked for with the new ones. */
final class Certificate implements Credential {

    /** So long before its end the log speaks of it. */
    static final Duration NOTICE = Duration.ofDays(30);

    private static final Logger log = LoggerFactory.getLogger(Certificate.class);

    private final String bundle;
    private final Clock clock;
    private volatile CertifiedKey current;

    private Certificate(String bundle, CertifiedKey current, Clock clock) {
        this.bundle = bundle;
        this.current = current;
        this.clock = clock;
    }

    /** @throws InvalidRegistrationException if there is no such bundle, or it holds no certificate that can be used now */
    static Certificate of(String bundle, SslBundles bundles, Clock clock) {
        try {
            Certificate certificate =
                    new Certificate(bundle, CertifiedKey.of(bundle, bundles.getBundle(bundle), clock.instant()), clock);
            bundles.addBundleUpdateHandler(bundle, certificate::renew);
            certificate.tellItsEnd();
            return certificate;
        } catch (NoSuchSslBundleException e) {
            throw new InvalidRegistrationException(
                    "balans.bot.certificate-bundle is " + bundle + ", and there is no SSL bundle of that name.",
                    "Set spring.ssl.bundle.pem." + bundle + ".keystore.certificate and .private-key to PEM files.");
        }
    }

    CertifiedKey current() {
        return current;
    }

    private void renew(SslBundle renewed) {
        try {
            current = CertifiedKey.of(bundle, renewed, clock.instant());
            log.info("The certificate of SSL bundle {} was renewed", bundle);
            tellItsEnd();
        } catch (InvalidRegistrationException e) {
            log.error("The certificate before stays in use: {} {}", e.getMessage(), e.remedy());
        }
    }

    private void tellItsEnd() {
        Instant end = current.end();
        if (clock.instant().plus(NOTICE).isAfter(end)) {
            log.warn(
                    "The certificate of SSL bundle {} ends at {}: from then on no card leaves. Renew it before.",
                    bundle,
                    end);
        }
    }

    @Override
    public String toString() {
        return "Certificate[bundle=" + bundle + "]";
    }
}
