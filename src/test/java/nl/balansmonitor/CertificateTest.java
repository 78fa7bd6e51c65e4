package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import nl.balansmonitor.standin.Conversation;
import nl.balansmonitor.standin.Settings;
import nl.balansmonitor.standin.TeamsStandIn;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The bot proves by a certificate who it is, and goes on with the next one when the files are replaced. */
@ExtendWith(OutputCaptureExtension.class)
class CertificateTest {

    @TempDir
    private Path folder;

    private TeamsStandIn teams;
    private Conversation channel;

    @BeforeEach
    void open() {
        teams = TeamsStandIn.start(Settings.defaults());
        channel = teams.channel("Digitalisering", teams.team());
    }

    @AfterEach
    void close() {
        teams.close();
    }

    @Test
    void speaksWithTheCertificateInTheFilesAndWithTheNextOneOnceItIsThere(CapturedOutput output) throws IOException {
        var first = new HeldCertificate.Builder().rsa2048().build();
        var second = new HeldCertificate.Builder().rsa2048().build();
        write(first);
        teams.know(first.certificate());
        try (RunningBot bot = RunningBot.in(
                teams,
                folder.resolve("balans.db"),
                "--balans.bot.app-secret=",
                "--balans.bot.certificate-bundle=teams",
                "--spring.ssl.bundle.pem.teams.keystore.certificate=" + folder.resolve("teams.crt"),
                "--spring.ssl.bundle.pem.teams.keystore.private-key=" + folder.resolve("teams.key"),
                "--spring.ssl.bundle.pem.teams.reload-on-update=true",
                "--spring.ssl.bundle.watch.file.quiet-period=50ms",
                "--logging.level.nl.balansmonitor.teams.botframework=info")) {
            teams.team()[0].says("start", channel);
            channel.awaitPostOffering("session.start");

            write(second);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> output.getOut().contains("The certificate of SSL bundle teams was renewed"));
            teams.know(second.certificate());
            teams.revokeAccessTokens();
            teams.team()[0].says("hulp", channel);
            channel.awaitPost(post -> post.text().contains("stellingen"));
            bot.awaitSent();
        }
        assertThat(teams.tokenRequests()).isEqualTo(2);
    }

    /** Each file is replaced by another one at once, as a careful operator does. */
    private void write(HeldCertificate certificate) throws IOException {
        replace("teams.key", certificate.privateKeyPkcs8Pem());
        replace("teams.crt", certificate.certificatePem());
    }

    private void replace(String name, String content) throws IOException {
        Path next = Files.writeString(folder.resolve(name + ".next"), content);
        Files.move(next, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
