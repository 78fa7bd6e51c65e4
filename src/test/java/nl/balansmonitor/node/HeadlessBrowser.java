package nl.balansmonitor.node;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A Chromium to look at pages with.
 *
 * @param environment what it needs besides what every program has
 */
public record HeadlessBrowser(Path executable, Map<String, String> environment) {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    /**
     * The one that the environment's {@code CHROMIUM} names, else the first one on the path, else one from npm that brings its libraries
     * with it (Linux on x64 only): so a machine needs none.
     */
    public static HeadlessBrowser find() throws IOException, InterruptedException {
        Optional<Path> installed =
                installed(System.getenv("CHROMIUM"), System.getenv().getOrDefault("PATH", ""));
        return installed.isPresent() ? new HeadlessBrowser(installed.get(), Map.of()) : fromNpm();
    }

    /** @param named overrules everything; null for nothing */
    static Optional<Path> installed(@Nullable String named, String path) {
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named));
        }
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> NAMES.stream().map(Path.of(folder)::resolve))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Unpacked once, some 200 MB. */
    static HeadlessBrowser fromNpm() throws IOException, InterruptedException {
        NodeProject chromium = NodeProject.in("browser/chromium");
        chromium.install();
        chromium.run("node", "unpack.mjs");
        Path home = chromium.home().resolve("node_modules/.unpacked");
        return new HeadlessBrowser(
                home.resolve("chromium"),
                Map.of(
                        "LD_LIBRARY_PATH", home.resolve("al2023/lib").toString(),
                        "FONTCONFIG_FILE", home.resolve("fonts.conf").toString()));
    }

    /** A program with its arguments that starts this browser itself. */
    public ProcessBuilder program(String... command) {
        var program = new ProcessBuilder(command);
        program.environment().putAll(environment);
        return program;
    }
}
