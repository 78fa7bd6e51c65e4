package nl.balansmonitor.teams.botframework;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;

/** A private RSA key and the certificate of its public half. */
record CertifiedKey(PrivateKey key, X509Certificate certificate) {

    /**
     * The only key of a bundle, or that of the alias that the bundle names.
     *
     * @throws InvalidRegistrationException unless there is one whose certificate is valid now
     */
    static CertifiedKey of(String name, SslBundle bundle, Instant now) {
        CertifiedKey found;
        try {
            found = find(bundle).orElseThrow(() -> refused(name, "holds no private key with its certificate"));
        } catch (GeneralSecurityException | IllegalStateException | IllegalArgumentException e) {
            // Spring Boot's readers of files throw the latter two.
            throw refused(name, "can't be read (" + e.getMessage() + ")");
        }
        if (!(found.key instanceof RSAKey half && found.certificate.getPublicKey() instanceof RSAKey otherHalf)) {
            throw refused(name, "holds a key that is not RSA, which Entra ID does not take");
        }
        if (!half.getModulus().equals(otherHalf.getModulus())) {
            throw refused(name, "holds a certificate of another private key");
        }
        if (now.isBefore(found.certificate.getNotBefore().toInstant())) {
            throw refused(
                    name,
                    "holds a certificate that begins at "
                            + found.certificate.getNotBefore().toInstant());
        }
        if (!now.isBefore(found.end())) {
            throw refused(name, "holds a certificate that ended at " + found.end());
        }
        return found;
    }

    /** From then on Entra ID takes it no more. */
    Instant end() {
        return certificate.getNotAfter().toInstant();
    }

    @Override
    public String toString() {
        return "CertifiedKey[end=" + end() + "]";
    }

    private static Optional<CertifiedKey> find(SslBundle bundle) throws GeneralSecurityException {
        @Nullable KeyStore store = bundle.getStores().getKeyStore();
        if (store == null) {
            return Optional.empty();
        }
        for (String alias : Collections.list(store.aliases())) {
            boolean wanted = bundle.getKey().getAlias() == null
                    || alias.equalsIgnoreCase(bundle.getKey().getAlias());
            if (wanted
                    && store.getKey(alias, password(bundle)) instanceof PrivateKey key
                    && store.getCertificate(alias) instanceof X509Certificate certificate) {
                return Optional.of(new CertifiedKey(key, certificate));
            }
        }
        return Optional.empty();
    }

    private static char @Nullable [] password(SslBundle bundle) {
        String ofKey = bundle.getKey().getPassword();
        String password = ofKey == null ? bundle.getStores().getKeyStorePassword() : ofKey;
        return password == null ? null : password.toCharArray();
    }

    private static InvalidRegistrationException refused(String bundle, String problem) {
        return new InvalidRegistrationException(
                "SSL bundle " + bundle + ", which balans.bot.certificate-bundle names, " + problem + ".",
                "Let spring.ssl.bundle.pem." + bundle + ".keystore.certificate and .private-key name the PEM files of a"
                        + " valid certificate that is uploaded to the app registration, and of its RSA key.");
    }
}
