package nl.balansmonitor.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadlessBrowserTest {

    @Test
    void isTheOneThatIsNamedElseTheFirstOnThePathElseNoneThatIsInstalled(@TempDir Path folder) throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path chrome =
                Files.createFile(Files.createDirectory(folder.resolve("bin")).resolve("google-chrome"));
        assertThat(chrome.toFile().setExecutable(true)).isTrue();
        String path = empty + File.pathSeparator + chrome.getParent();

        assertThat(HeadlessBrowser.installed("/opt/chromium", path)).contains(Path.of("/opt/chromium"));
        assertThat(HeadlessBrowser.installed(null, path)).contains(chrome);
        assertThat(HeadlessBrowser.installed("", empty.toString())).isEmpty();
    }
}
