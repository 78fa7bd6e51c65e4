package nl.dezwaluw;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.balansmonitor.RunningBot;
import nl.balansmonitor.standin.Conversation;
import nl.balansmonitor.standin.Member;
import nl.balansmonitor.standin.Post;
import nl.balansmonitor.standin.Settings;
import nl.balansmonitor.standin.TeamsStandIn;
import nl.balansmonitor.standin.Transcript;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.util.FileSystemUtils;

/**
 * {@code ./mvnw spring-boot:test-run}: the bot on its embedded store, a stand-in for Teams, and a team that plays a session. Options:
 * {@code --rehearsal.members=12}, {@code --rehearsal.exit} to end after the play, {@code --rehearsal.port=3978} for the bot that stays up.
 *
 * <p>It is marked as an application so that, of all main methods of the tests, the build finds this one.
 */
@SpringBootApplication
public class Rehearsal {

    private static final Path FOLDER = Path.of("target", "rehearsal");
    private static final Path PLAYGROUND = Path.of("src", "test", "playground");
    private static final String PEOPLE = ".m365agentsplayground.yml";
    private static final int NAMED = 11;

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
        URI report = play(database);
        out.printf(
                "%n  De gegevens van deze sessie staan in %s, het verslag en de plaat van het bord ernaast.%n",
                database);
        out.flush();
        if (options.containsProperty("rehearsal.exit")) {
            out.printf("  Zonder --rehearsal.exit blijft de bot aan, om er zelf mee verder te spelen.%n");
        } else {
            stayUp(database, report);
        }
        out.flush();
    }

    private URI play(Path database) {
        var clock = new LeapingClock();
        try (TeamsStandIn teams = TeamsStandIn.start(Settings.defaults());
                RunningBot bot = RunningBot.in(teams, database, clock, "--balans.reports.base-url=" + address())) {
            Conversation channel = teams.channel("Digitalisering", team(teams));
            Transcript transcript = Transcript.of(teams, out);
            introduce(transcript, channel.members(), bot.port());
            Play.Tally tally = new Play(transcript, channel).perform();
            NextPlay.Tally next = new NextPlay(transcript, channel).perform();
            Member reminded = channel.members().get(2);
            new FeedbackPlay(transcript, channel, bot, clock).perform(reminded);
            URI report = new InsightPlay(transcript, channel, bot, address())
                    .perform(channel.members().getFirst(), FOLDER);
            if (!teams.violations().isEmpty()) {
                throw new IllegalStateException("Teams would refuse: " + teams.violations());
            }
            long posts = channel.posts().stream().filter(Post::isFromBot).count();
            out.printf(
                    """

                    ════ Dat was de repetitie ════
                      %d leden gaven %d reacties op %d stellingen en spraken %d acties af: %d gedaan, %d open.
                      Daarna keken zij terug, leverden %d eigen stellingen in en kozen er met stickers één van: “%s”
                      Vier weken later kreeg %s een herinnering in de eigen chat, en tikte op Gedaan.
                      De bot plaatste %d berichten in het kanaal; geen ervan overtrad een regel van Teams.
                    """,
                    tally.members(),
                    tally.reactions(),
                    tally.statements(),
                    tally.actions(),
                    tally.actions() - tally.open(),
                    tally.open(),
                    next.proposals(),
                    next.chosen(),
                    reminded.name(),
                    posts);
            return report;
        }
    }

    private static void introduce(Transcript transcript, List<Member> members, int port) {
        String others = members.stream().skip(1).limit(NAMED).map(Member::name).collect(Collectors.joining(", "));
        int rest = members.size() - 1 - NAMED;
        transcript.aside("Balans-Monitor, repetitie: een team van de verzonnen school De Zwaluw houdt een sessie."
                + " De bot is echt en luistert op poort " + port
                + ", Teams is nagespeeld, en geen van deze mensen bestaat.");
        transcript.aside("Schoolleider en begeleider: " + members.getFirst().name());
        transcript.aside("Het team: " + others + (rest > 0 ? ", en nog " + rest + " collega’s" : ""));
    }

    private void stayUp(Path database, URI report) throws IOException, InterruptedException {
        Files.copy(PLAYGROUND.resolve(PEOPLE), FOLDER.resolve(PEOPLE));
        try (RunningBot bot = RunningBot.anonymous(
                database, "--server.port=" + address().getPort(), "--balans.reports.base-url=" + address())) {
            out.printf("""

                      De bot luistert nu op http://localhost:%1$d/api/messages, zonder aanmelden en alleen op deze machine.
                      Speel zelf verder in de Microsoft 365 Agents Playground, in een tweede venster:

                          cd %2$s
                          npx @microsoft/m365agentsplayground@0.2.28 -e http://localhost:%1$d/api/messages -c msteams

                      Kies daar het kanaal Digitalisering en plaats: @Balans-Monitor start. Stoppen: Ctrl+C.
                      Het verslag van de laatste sessie, om te printen: %3$s
                    """, bot.port(), FOLDER, report);
            out.flush();
            new CountDownLatch(1).await();
        }
    }

    /** Of the bot that stays up. */
    private URI address() {
        String port = options.containsProperty("rehearsal.port") ? options.getProperty("rehearsal.port") : "3978";
        return URI.create("http://localhost:" + port);
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
        FileSystemUtils.deleteRecursively(FOLDER);
        return Files.createDirectories(FOLDER);
    }
}
