package nl.balansmonitor.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import nl.balansmonitor.node.NodeProject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The app package as the build made it, of this build's ids or of the example's. */
class AppPackageIT {

    private static final NodeProject VALIDATOR = NodeProject.in("node/app-package");

    @TempDir
    private static Path unpacked;

    @BeforeAll
    static void unpack() throws IOException {
        try (var zip = new ZipFile(System.getProperty("balans.app-package"))) {
            // Nothing in folders, as Teams looks at the top only.
            assertThat(zip.stream())
                    .extracting("name")
                    .containsExactlyInAnyOrder("manifest.json", "en.json", "color.png", "outline.png");
            for (var entry : zip.stream().toList()) {
                Files.copy(zip.getInputStream(entry), unpacked.resolve(entry.getName()));
            }
        }
    }

    @Test
    void pleasesMicrosoftsValidator() throws Exception {
        VALIDATOR.install();
        assertThat(VALIDATOR.run(
                        "node",
                        "validate.mjs",
                        unpacked.resolve("manifest.json").toString(),
                        unpacked.resolve("en.json").toString()))
                .isEmpty();
    }

    @Test
    void isFilledInAndKeepsItsLetters() throws IOException {
        assertThat(Files.readString(unpacked.resolve("manifest.json")))
                .doesNotContain("${")
                .contains("@Balans-Monitor start", "één tik");
        assertThat(Files.readString(unpacked.resolve("en.json"))).doesNotContain("${");
    }

    @Test
    void isOfTheBotItNames() {
        var manifest =
                JsonMapper.shared().readTree(unpacked.resolve("manifest.json").toFile());
        assertThat(manifest.at("/bots/0/botId").asString())
                .isEqualTo(manifest.path("id").asString());
    }
}
