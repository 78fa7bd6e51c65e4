package nl.balansmonitor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import nl.balansmonitor.documents.cosmos.CosmosPeer;
import nl.balansmonitor.standin.TeamsStandIn;

/** The finished boot jar, run as an operator runs it: in a process of its own, which can be killed. */
final class JarProcess implements AutoCloseable {

    private static final Pattern LISTENS = Pattern.compile("Tomcat started on port (\\d+)");
    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final CompletableFuture<List<String>> output = new CompletableFuture<>();

    private JarProcess(Process process) {
        this.process = process;
        Thread.ofVirtual().name("output of the jar").start(this::read);
    }

    /** Starts the jar with these properties and waits for nothing. */
    static JarProcess start(Map<String, String> properties) throws IOException {
        return java(launcher(bootJar()), arguments(properties));
    }

    /** Starts the jar as the bot of this Teams, and waits until it listens. */
    static JarProcess in(TeamsStandIn teams, Path database) throws Exception {
        return in(teams, database, launcher(bootJar()));
    }

    /** The same as {@link #in}, sooner: see {@link ExtractedJar}. */
    static JarProcess soon(TeamsStandIn teams, Path database) throws Exception {
        return in(teams, database, ExtractedJar.launcher());
    }

    /** The same on the Cosmos DB that these settings name. */
    static JarProcess soonOnCosmos(TeamsStandIn teams, Map<String, String> store) throws Exception {
        var launcher = new ArrayList<>(CosmosPeer.JVM_OPTIONS);
        launcher.addAll(ExtractedJar.launcher());
        var properties = new TreeMap<>(teams.properties());
        properties.putAll(store);
        properties.put("balans.sending.update-interval", "200ms");
        properties.put("balans.sending.lease", "2s");
        return started(teams, java(launcher, arguments(properties)));
    }

    /** The same as {@link #in}, with Java's usual compilers: for measuring. */
    static JarProcess compiled(TeamsStandIn teams, Path database) throws Exception {
        return in(
                teams,
                database,
                List.of("-XX:TieredStopAtLevel=4", "-jar", bootJar().toString()));
    }

    /** Starts the command that copies a database, on the same data as a bot perhaps. */
    static JarProcess backup(Path database, Path file) throws Exception {
        return java(
                ExtractedJar.launcher(),
                List.of("backup", file.toString(), "--balans.storage.sqlite.path=" + database));
    }

    static JarProcess in(TeamsStandIn teams, Path database, List<String> launcher) throws Exception {
        return started(teams, java(launcher, arguments(properties(teams, database))));
    }

    /** Starts the program, not of the jar, but of the class path, on a host with these environment variables, and waits until it listens. */
    static JarProcess onHost(TeamsStandIn teams, Map<String, String> environment, Map<String, String> properties)
            throws Exception {
        var launcher = List.of("-cp", System.getProperty("java.class.path"), BalansMonitor.class.getName());
        return started(teams, java(launcher, arguments(properties), environment));
    }

    /** Runs Java, with what the jar needs to be told of it. */
    static JarProcess java(List<String> launcher, List<String> arguments) throws IOException {
        return java(launcher, arguments, Map.of());
    }

    private static JarProcess java(List<String> launcher, List<String> arguments, Map<String, String> environment)
            throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                // It lives for seconds: the optimising compiler would cost more than it gives.
                "-XX:TieredStopAtLevel=1"));
        command.addAll(launcher);
        command.addAll(arguments);
        return run(command, environment);
    }

    /** Runs a command that ends in the bot with these properties, and waits until it listens. */
    static JarProcess in(TeamsStandIn teams, List<String> command, Map<String, String> properties) throws Exception {
        var whole = new ArrayList<>(command);
        whole.addAll(arguments(properties));
        return started(teams, run(whole, Map.of()));
    }

    private static JarProcess run(List<String> command, Map<String, String> environment) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new JarProcess(builder.start());
    }

    static Path bootJar() {
        return Path.of(Objects.requireNonNull(System.getProperty("balans.jar"), "balans.jar names the boot jar"));
    }

    private static List<String> launcher(Path jar) {
        return List.of("-jar", jar.toString());
    }

    private static List<String> arguments(Map<String, String> properties) {
        var arguments = new ArrayList<>(List.of("--server.port=0", "--server.address=127.0.0.1"));
        properties.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return arguments;
    }

    private static JarProcess started(TeamsStandIn teams, JarProcess jar) throws Exception {
        teams.botAt(jar.port.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        return jar;
    }

    /** What it has to be told to be the bot of this Teams. */
    static SortedMap<String, String> properties(TeamsStandIn teams, Path database) {
        var properties = new TreeMap<>(teams.properties());
        properties.put("balans.storage.sqlite.path", database.toString());
        properties.put("balans.sending.update-interval", "200ms");
        return properties;
    }

    /** Waits until it has ended by itself; answers with all that it said. */
    String awaitEnd() throws Exception {
        return String.join("\n", output.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    /** Where it listens. */
    int port() {
        return port.join();
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    /** Ends it without any warning to it, as a power failure would; what it was in the midst of stays half done. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to end, as an operating system does that shuts down, and waits for that. */
    void terminate(long patience, TimeUnit unit) throws InterruptedException {
        process.toHandle().destroy(); // the process itself would close the output that is still to come
        if (!process.waitFor(patience, unit)) {
            throw new AssertionError("it did not end within " + patience + " " + unit);
        }
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Kills it, if it still runs. */
    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void read() {
        var lines = new ArrayList<String>();
        try (var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
                var listens = LISTENS.matcher(line);
                if (listens.find()) {
                    port.complete(Integer.valueOf(listens.group(1)));
                }
            }
        } catch (IOException e) {
            lines.add(e.toString());
        }
        port.completeExceptionally(new AssertionError("it ended before it listened:\n" + String.join("\n", lines)));
        output.complete(List.copyOf(lines));
    }
}
