package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.balansmonitor.standin.Post;
import nl.balansmonitor.standin.Settings;
import nl.balansmonitor.standin.TeamsStandIn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The container image: what is in it, what isn't, and that it runs where nothing can be written and it is nobody. */
@EnabledOnOs(OS.LINUX)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImageIT {

    private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:1(/reports/[\\w.-]+)");
    private static final long PATIENCE_SECONDS = 60;

    private Path folder;
    private UnpackedImage image;

    @BeforeAll
    void unpack(@TempDir Path folder) throws Exception {
        Path file = Path.of(System.getProperty("balans.image", "none"));
        assumeThat(file).as("the image, which -DskipImage leaves out").exists();
        this.folder = folder;
        image = UnpackedImage.of(file, folder);
    }

    @Test
    void saysHowItIsRunAndHoldsNoSecret() {
        assertThat(image.config().path("User").asString()).isEqualTo("65532:65532");
        assertThat(image.words("Entrypoint").getFirst()).isEqualTo("/opt/java/bin/java");
        assertThat(image.config().path("ExposedPorts").propertyNames()).containsExactly("3978/tcp");
        assertThat(image.config().path("Labels").propertyNames())
                .contains("org.opencontainers.image.title", "org.opencontainers.image.version");
        assertThat(image.words("Env"))
                .contains("LANG=C.UTF-8", "BALANS_STORAGE_SQLITE_PATH=/data/balans-monitor.db")
                .noneMatch(variable -> variable.matches("(?i)(JAVA_TOOL_OPTIONS|.*(secret|key|password)).*"));
    }

    @Test
    void holdsJavaTheApplicationAndTheSystemsOwnFilesAndNothingElse() throws Exception {
        List<UnpackedImage.Entry> entries = image.entries();
        assertThat(entries)
                .extracting(UnpackedImage.Entry::name)
                .contains("opt/java/bin/java", "app/balans-monitor.jar", "app/native/libsqlitejdbc.so")
                .noneMatch(
                        name -> name.matches("(.*/)?(\\.git.*|.*\\.java|test-classes|pom\\.xml|sh|bash|busybox|jib)/?"))
                .filteredOn(name -> name.startsWith("app/"))
                .allMatch(name ->
                        name.matches("app/|app/(balans-monitor\\.jar|classes\\.aot|native/.*|lib/([\\w.-]+\\.jar)?)"))
                .noneMatch(name -> name.matches(".*(junit|mockito|archunit|-test-|windows|osx).*"));
        assertThat(entries)
                .filteredOn(entry -> entry.name().matches("(app|opt)/.*"))
                .allMatch(entry -> entry.owner().equals("0/0"))
                .noneMatch(
                        entry -> entry.mode().charAt(8) == 'w' || entry.mode().contains("s"));
    }

    /** A session with a report: whatever unpacks or writes something would do it here. */
    @Test
    void runsAsNobodyWhereOnlyTheDataCanBeWritten() throws Exception {
        assumeThat(UnpackedImage.canRun()).as("the right to make mounts").isTrue();
        Path data = Files.createDirectory(folder.resolve("volume"));
        Files.setAttribute(data, "unix:uid", 65532);
        Files.setAttribute(data, "unix:gid", 65532);
        var command = image.command(image.root(), data, "JAVA_TOOL_OPTIONS=" + options());
        try (var teams = TeamsStandIn.start(Settings.defaults());
                var bot = JarProcess.in(teams, command, properties(teams))) {
            await().atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                    .until(() -> get(bot, "/actuator/health/readiness").statusCode() == 200);

            var meeting = new Meeting(teams.channel("Digitalisering", teams.team()), teams.team()[0]);
            Post root = meeting.begin();
            Post thermometer = meeting.open(root).getFirst();
            assertThat(meeting.react(thermometer, 1, 2, 3, 4, 5))
                    .allMatch(answer -> answer.card().isPresent());
            meeting.agree(meeting.reveal(thermometer), teams.team()[1], "Elke vrijdag een schermvrij uur");
            assertThat(get(bot, report(meeting.close(root)) + "/board.png").statusCode())
                    .isEqualTo(200);

            bot.terminate(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(bot.awaitEnd()).doesNotContain(" WARN ", " ERROR ", "WARNING:");
            assertThat(bot.exitCode()).isEqualTo(128 + 15);
        }
        try (Stream<Path> written = Files.list(data)) {
            assertThat(written.map(file -> file.getFileName().toString())).contains("balans-monitor.db");
        }
        if (cached()) {
            assertThat(Files.readAllLines(data.resolve("classes.log")))
                    .as("Java loads ahead what is in the cache, that of the store in the cloud as well")
                    .anyMatch(line -> line.endsWith("com.azure.cosmos.CosmosAsyncClient source: shared objects file"));
        }
    }

    /** With them Java ends if it can't use the cache of classes, instead of starting slowly, and tells where each class is from. */
    private String options() throws Exception {
        assertThat(cached()).isEqualTo(Runtime.version().feature() >= 25);
        return cached() ? "-XX:AOTMode=on -Xlog:class+load:file=/data/classes.log" : "";
    }

    private boolean cached() throws Exception {
        return image.entries().stream().anyMatch(entry -> entry.name().equals("app/classes.aot"));
    }

    private static Map<String, String> properties(TeamsStandIn teams) {
        var properties = new TreeMap<>(teams.properties());
        properties.put("balans.reports.base-url", "http://127.0.0.1:1");
        properties.put("balans.sending.update-interval", "200ms");
        return properties;
    }

    private static String report(Post summary) {
        var link = LINK.matcher(summary.card().orElseThrow().json().toString());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static HttpResponse<byte[]> get(JarProcess bot, String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bot.port() + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
