package nl.balansmonitor.cards;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The original template engine, from npm, in a Node process. */
final class OriginalEngine {

    private static final Path HOME = Path.of("src/test/node/templating").toAbsolutePath();
    private static final Path LOCK = HOME.resolve("package-lock.json");

    /** A copy of the lock file that the installed packages are from. */
    private static final Path INSTALLED = HOME.resolve("node_modules/.installed.json");

    private static final int OLDEST_NODE = 20;
    private static final long MINUTES = 3;

    private final Path workspace;

    OriginalEngine(Path workspace) {
        this.workspace = workspace;
    }

    /** The outcome of each case, in their order: an object with {@code value}, {@code refused} or {@code failed}. */
    JsonNode expand(List<TemplateCase> cases) throws IOException, InterruptedException {
        requireNode();
        install();
        Path pairs = workspace.resolve("pairs.json");
        Path outcomes = workspace.resolve("outcomes.json");
        var json = JsonMapper.shared().createArrayNode();
        cases.forEach(pair -> json.add(pair.toJson()));
        Files.writeString(pairs, json.toString());
        run("node", "expand.js", pairs.toString(), outcomes.toString());
        return JsonMapper.shared().readTree(outcomes.toFile());
    }

    private void requireNode() throws IOException, InterruptedException {
        String version = run("node", "--version").strip();
        if (Integer.parseInt(version.substring(1, version.indexOf('.'))) < OLDEST_NODE) {
            throw new IllegalStateException(
                    "Node.js %d or newer is a prerequisite of this build; this is %s".formatted(OLDEST_NODE, version));
        }
    }

    /** Needs the network only if what is installed is not what the lock file says. */
    private void install() throws IOException, InterruptedException {
        if (Files.exists(INSTALLED) && Files.mismatch(LOCK, INSTALLED) < 0) {
            return;
        }
        boolean windows = File.separatorChar == '\\';
        run(windows ? "npm.cmd" : "npm", "ci", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts");
        Files.copy(LOCK, INSTALLED);
    }

    private String run(String... command) throws IOException, InterruptedException {
        Path output = workspace.resolve("output.txt");
        var builder = new ProcessBuilder(command)
                .directory(HOME.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        // Numbers are formatted in the locale of the machine, unless it is given.
        builder.environment().put("LC_ALL", "en_US.UTF-8");
        Process process;
        try {
            process = builder.start();
        } catch (IOException absent) {
            throw new IllegalStateException(
                    "Node.js %d or newer with npm is a prerequisite of this build; '%s' cannot be started"
                            .formatted(OLDEST_NODE, command[0]),
                    absent);
        }
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(String.join(" ", command) + " takes more than " + MINUTES + " minutes");
        }
        String text = Files.readString(output);
        if (process.exitValue() != 0) {
            throw new IllegalStateException(
                    String.join(" ", command) + " in " + HOME + " failed:" + System.lineSeparator() + text);
        }
        return text;
    }
}
