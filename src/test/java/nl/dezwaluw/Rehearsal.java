package nl.dezwaluw;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import nl.balansmonitor.RunningBot;
import nl.balansmonitor.standin.Conversation;
import nl.balansmonitor.standin.Member;
import nl.balansmonitor.standin.Settings;
import nl.balansmonitor.standin.TeamsStandIn;
import nl.balansmonitor.standin.Transcript;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/**
 * {@code ./mvnw spring-boot:test-run}: the bot on its embedded store, a stand-in for Teams, and a team that plays a session. Options:
 * {@code --rehearsal.members=12}, {@code --rehearsal.exit} to end after the play, {@code --rehearsal.port=3978} for the bot that stays up.
 *
 * <p>It is marked as an application so that, of all main methods of the tests, the build finds this one.
 */
@SpringBootApplication
public class Rehearsal {

    private static final Path FOLDER = Path.of("target", "rehearsal");

    private final SimpleCommandLinePropertySource options;
    private final PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);

    private Rehearsal(String[] arguments) {
        this.options = new SimpleCommandLinePropertySource(arguments);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        new Rehearsal(arguments).run();
    }

    private void run() throws IOException, InterruptedException {
        Path database = emptyFolder().resolve("balans-monitor.db");
        play(database);
        out.printf("%n  De gegevens van deze sessie staan in %s.%n", database.toAbsolutePath());
        if (!options.containsProperty("rehearsal.exit")) {
            stayUp(database);
        }
        out.flush();
    }

    private void play(Path database) {
        try (TeamsStandIn teams = TeamsStandIn.start(Settings.defaults());
                RunningBot bot = RunningBot.in(teams, database)) {
            Conversation channel = teams.channel("Digitalisering", team(teams));
            out.printf(
                    "%n  Balans-Monitor, repetitie: %d leden van de verzonnen school De Zwaluw, de bot op poort %d.%n",
                    channel.members().size(), bot.port());
            new Play(Transcript.of(teams, out), channel).perform();
            if (!teams.violations().isEmpty()) {
                throw new IllegalStateException("Teams would refuse: " + teams.violations());
            }
        }
    }

    private void stayUp(Path database) throws InterruptedException {
        String port = options.containsProperty("rehearsal.port") ? options.getProperty("rehearsal.port") : "3978";
        try (RunningBot bot = RunningBot.anonymous(database, "--server.port=" + port)) {
            out.printf("""

                      De bot luistert nu op http://localhost:%1$d/api/messages, zonder aanmelden en alleen op deze machine.
                      Speel zelf verder in de Microsoft 365 Agents Playground:

                          npx @microsoft/m365agentsplayground@0.2.28 -e http://localhost:%1$d/api/messages -c msteams

                      Typ daar in het kanaal: @Balans-Monitor start. Stoppen: Ctrl+C.
                    """, bot.port());
            out.flush();
            new CountDownLatch(1).await();
        }
    }

    private Member[] team(TeamsStandIn teams) {
        Member[] named = teams.team();
        int size = options.containsProperty("rehearsal.members")
                ? Integer.parseInt(String.valueOf(options.getProperty("rehearsal.members")))
                : named.length;
        if (size < 6) {
            throw new IllegalArgumentException("the play needs at least 6 members");
        }
        Member[] crowd = teams.crowd(Math.max(0, size - named.length));
        return Stream.concat(Arrays.stream(named).limit(size), Arrays.stream(crowd))
                .toArray(Member[]::new);
    }

    private static Path emptyFolder() throws IOException {
        Files.createDirectories(FOLDER);
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        return FOLDER;
    }
}
