package nl.balansmonitor.node;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/**
 * A folder with a Node program that tests run and a lock file that names its packages.
 *
 * @param home the folder, absolute
 */
public record NodeProject(Path home) {

    private static final int OLDEST_NODE = 20;
    private static final long MINUTES = 3;

    /** The one in this folder of {@code src/test}. */
    public static NodeProject in(String folder) {
        return new NodeProject(Path.of("src/test", folder).toAbsolutePath());
    }

    /**
     * Installs the packages if what is installed is not what the lock file says; only then the network is needed.
     *
     * @throws IllegalStateException if this machine has no Node.js that is new enough, or npm fails
     */
    public void install() throws IOException, InterruptedException {
        requireNode();
        Path lock = home.resolve("package-lock.json");
        // A copy of the lock file that the installed packages are from.
        Path installed = home.resolve("node_modules/.installed.json");
        try (var alone = FileChannel.open(
                        Path.of(System.getProperty("java.io.tmpdir"), "balans-monitor-npm.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                var held = alone.lock()) {
            assert held.isValid();
            if (Files.exists(installed) && Files.mismatch(lock, installed) < 0) {
                return;
            }
            boolean windows = File.separatorChar == '\\';
            run(windows ? "npm.cmd" : "npm", "ci", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts");
            Files.copy(lock, installed);
        }
    }

    /**
     * Runs a command in the folder and waits for its end.
     *
     * @return everything it said
     * @throws IllegalStateException if it can't be started, fails, or takes minutes
     */
    public String run(String... command) throws IOException, InterruptedException {
        return run(new ProcessBuilder(command));
    }

    /** The same for a program with an environment of its own. */
    public String run(ProcessBuilder program) throws IOException, InterruptedException {
        String command = String.join(" ", program.command());
        Path output = Files.createTempFile("node", ".txt");
        try {
            Process process = start(program.redirectErrorStream(true).redirectOutput(output.toFile()));
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " takes more than " + MINUTES + " minutes");
            }
            String text = Files.readString(output);
            if (process.exitValue() != 0) {
                throw new IllegalStateException(command + " in " + home + " failed:" + System.lineSeparator() + text);
            }
            return text;
        } finally {
            Files.delete(output);
        }
    }

    /** Starts a program in the folder; its output and its end are the caller's business. */
    public Process start(ProcessBuilder program) {
        // Numbers are formatted in the locale of the machine, unless it is given.
        program.directory(home.toFile()).environment().put("LC_ALL", "en_US.UTF-8");
        try {
            return program.start();
        } catch (IOException absent) {
            throw new IllegalStateException(
                    "Node.js %d or newer with npm is a prerequisite of this build; '%s' cannot be started"
                            .formatted(OLDEST_NODE, program.command().getFirst()),
                    absent);
        }
    }

    private void requireNode() throws IOException, InterruptedException {
        String version = run("node", "--version").strip();
        if (Integer.parseInt(version.substring(1, version.indexOf('.'))) < OLDEST_NODE) {
            throw new IllegalStateException(
                    "Node.js %d or newer is a prerequisite of this build; this is %s".formatted(OLDEST_NODE, version));
        }
    }
}
