package nl.balansmonitor.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** The one style that pages under {@code /reports} have, written into each of them so that a saved page keeps it. */
@Component
class Stylesheet {

    private static final String FILE = "/reports/report.css";

    private final String text;

    Stylesheet() {
        try (InputStream file = Stylesheet.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("no " + FILE);
            }
            // Browsers hash what a line feed alone ends.
            text = new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands between {@code <style>} and {@code </style>}, with nothing before or behind it. */
    String text() {
        return text;
    }

    /** How a Content-Security-Policy allows this style and no other, as in CSP Level 3: {@code 'sha256-...'}. */
    String cspSource() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
