package nl.balansmonitor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.balansmonitor.standin.Post;
import nl.balansmonitor.standin.Settings;
import nl.balansmonitor.standin.TeamsStandIn;
import org.jspecify.annotations.Nullable;

/**
 * The boot jar taken apart by Spring Boot's own tool, with an archive of the classes that a session needs (<a
 * href="https://openjdk.org/jeps/350">JEP 350</a>), from Java 25 on of classes that are linked already (<a
 * href="https://openjdk.org/jeps/514">JEP 514</a>): the same classes and libraries, of which a process listens in less than half the time.
 * A test that kills and starts the bot dozens of times can't do without; that the jar itself starts, {@link JarIT} shows.
 *
 * <p>Made once in every run of the tests, so that it never is that of an older jar.
 */
final class ExtractedJar {

    private static final long PATIENCE_SECONDS = 120;

    private static final boolean LINKED = Runtime.version().feature() >= 25;
    private static final String MAKES_ARCHIVE = LINKED ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=";
    private static final String USES_ARCHIVE = LINKED ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=";

    private static @Nullable ExtractedJar made;

    private final Path jar;
    private final Path archive;

    private ExtractedJar(Path jar, Path archive) {
        this.jar = jar;
        this.archive = archive;
    }

    /** What follows {@code java} to run it. */
    static synchronized List<String> launcher() throws Exception {
        if (made == null) {
            made = make(JarProcess.bootJar());
        }
        return made.launcher(USES_ARCHIVE);
    }

    private List<String> launcher(String option) {
        return List.of("-Xlog:disable", "-XX:+UseSerialGC", option + archive, "-jar", jar.toString());
    }

    private static ExtractedJar make(Path bootJar) throws Exception {
        // Several JVMs run tests at the same time.
        Path folder =
                bootJar.resolveSibling("extracted-" + ProcessHandle.current().pid());
        var tool = JarProcess.java(
                List.of("-Djarmode=tools", "-jar", bootJar.toString()),
                List.of("extract", "--force", "--destination", folder.toString()));
        String said = tool.awaitEnd();
        if (tool.exitCode() != 0) {
            throw new AssertionError("the jar can't be extracted:\n" + said);
        }
        var extracted = new ExtractedJar(folder.resolve(bootJar.getFileName()), folder.resolve("classes.archive"));
        Files.deleteIfExists(extracted.archive);
        extracted.archiveClasses(Files.createTempDirectory(folder, "rehearsal").resolve("balans.db"));
        return extracted;
    }

    /** The classes are those that were there when the process ended: so it plays a session first. */
    private void archiveClasses(Path database) throws Exception {
        var launcher = launcher(MAKES_ARCHIVE);
        try (var teams = TeamsStandIn.start(Settings.defaults());
                var bot = JarProcess.in(teams, database, launcher)) {
            var meeting = new Meeting(teams.channel("Digitalisering", teams.team()), teams.team()[0]);
            Post root = meeting.begin();
            Post thermometer = meeting.open(root).getFirst();
            meeting.react(thermometer, 1, 2, 3, 4, 5);
            meeting.agree(meeting.reveal(thermometer), teams.team()[1], "Elke vrijdag een schermvrij uur");
            meeting.close(root);
            bot.terminate(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!Files.exists(archive)) {
                throw new AssertionError("Java made no archive of its classes:\n" + bot.awaitEnd());
            }
        }
    }
}
