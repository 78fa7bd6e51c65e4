package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.balansmonitor.node.HeadlessBrowser;
import nl.balansmonitor.node.NodeProject;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.standin.Conversation;
import nl.balansmonitor.standin.Member;
import nl.balansmonitor.standin.Post;
import nl.balansmonitor.standin.Settings;
import nl.balansmonitor.standin.TeamsStandIn;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The report of a usual session, opened by its link in a real browser: in both languages, light and dark, wide and on a small phone. */
class ReportInBrowserTest {

    /** Here a person can look at what the browser showed. */
    private static final Path LOOKS = Path.of("target/reports").toAbsolutePath();

    private static final String ELSEWHERE = "<img src=https://school.example/bord.png><script>alert(1)</script>";

    private static final List<String> STATEMENTS = List.of("st1", "st5", "st13");

    private static List<Look> looks;
    private static String origin;

    private record Focus(String on, String outline) {}

    /**
     * What was found in one way of looking.
     *
     * @param requests   everything that was loaded
     * @param complaints what the browser wrote in its console
     * @param violations of the rules of WCAG 2.2, levels A and AA, and of axe-core's best practice
     * @param refused    by the Content-Security-Policy
     * @param overflow   how many pixels the page is wider than the window
     * @param bareTables those without a caption, or with a heading that does not say of what
     */
    private record Look(
            String name,
            int status,
            List<String> requests,
            List<String> complaints,
            Focus focus,
            List<String> violations,
            List<String> refused,
            int overflow,
            String language,
            String text,
            List<String> headings,
            List<String> thermometers,
            int bareTables,
            int scripts) {}

    @BeforeAll
    static void look(@TempDir Path folder) throws IOException, InterruptedException {
        NodeProject project = NodeProject.in("browser");
        project.install();
        HeadlessBrowser browser = HeadlessBrowser.find();
        Files.createDirectories(LOOKS);
        try (var teams = TeamsStandIn.start(Settings.defaults());
                var bot = RunningBot.in(
                        teams, folder.resolve("balans.db"), "--balans.reports.base-url=http://127.0.0.1")) {
            origin = "http://127.0.0.1:" + bot.port();
            URI report = play(teams, bot);
            project.run(browser.program(
                    "node",
                    "report.mjs",
                    browser.executable().toString(),
                    origin + report.getPath(),
                    LOOKS.toString()));
        }
        looks = List.of(new JsonMapper().readValue(LOOKS.resolve("looks.json").toFile(), Look[].class));
    }

    @Test
    void showsWhatTheTeamSaidAndAgreed() {
        assertThat(looks).hasSize(8).allSatisfy(look -> {
            assertThat(look.status()).isEqualTo(200);
            assertThat(look.text()).contains("Elke vrijdag een schermvrij uur", "Jan de Vries", ELSEWHERE);
            assertThat(look.thermometers()).hasSize(3);
            assertThat(look.headings()).filteredOn(h -> h.startsWith("h1")).hasSize(1);
        });
        assertThat(in("nl"))
                .allSatisfy(look -> assertThat(look.text())
                        .contains(
                                "Ik behoud regie",
                                "Gemiddelde 2,8",
                                "Mediaan 2,5",
                                "12 van 12 reageerden",
                                "Ongeveer gelijk aan",
                                "Terugblik op eerdere acties"));
        assertThat(in("en")).allSatisfy(look -> assertThat(look.text()).contains("I stay in charge", "Mean 2.8"));
    }

    @Test
    void canBeReadByEverybody() {
        assertThat(looks).allSatisfy(look -> {
            assertThat(look.violations()).as(look.name()).isEmpty();
            assertThat(look.bareTables()).as(look.name()).isZero();
            assertThat(look.thermometers()).allMatch(words -> words.contains("5"));
            assertThat(look.focus().on()).isEqualTo("a");
            assertThat(look.focus().outline()).isEqualTo("solid");
        });
    }

    @Test
    void fitsTheSmallestPhone() {
        assertThat(looks)
                .allSatisfy(look -> assertThat(look.overflow()).as(look.name()).isZero());
    }

    @Test
    void loadsNothingButItselfAndRunsNothing() {
        assertThat(looks).allSatisfy(look -> {
            assertThat(look.requests()).isNotEmpty().allMatch(url -> url.startsWith(origin + "/reports/"));
            assertThat(look.refused()).isEmpty();
            assertThat(look.complaints()).isEmpty();
            assertThat(look.scripts()).isZero();
        });
    }

    @Test
    void printsOnTwoSheets() throws IOException {
        for (String name : List.of("nl-light-1280", "en-light-1280", "nl-dark-1280")) {
            try (var pdf =
                    Loader.loadPDF(LOOKS.resolve("report-" + name + ".pdf").toFile())) {
                assertThat(pdf.getNumberOfPages()).as(name).isLessThanOrEqualTo(2);
                assertThat(new PDFTextStripper().getText(pdf)).contains("Elke vrijdag een schermvrij uur");
            }
        }
    }

    private static List<Look> in(String language) {
        return looks.stream().filter(look -> look.language().equals(language)).toList();
    }

    /** Two sessions over the same statements: the second one looks back on an action of the first, and agrees four. */
    private static URI play(TeamsStandIn teams, RunningBot bot) {
        Conversation channel = teams.channel("Digitalisering", teams.team());
        Member jan = teams.member("Jan de Vries");
        var meeting = new Meeting(channel, teams.team()[0]);

        Post earlier = meeting.begin();
        Post before = revealAll(meeting, channel.members(), meeting.open(earlier, "st1"));
        meeting.agree(before, jan, "Eén inlogkaart per kind");
        Post first = meeting.close(earlier);

        Post root = meeting.begin();
        jan.taps(first, "action.done");
        first.await(p -> !p.offers("action.done"));
        Post result = revealAll(meeting, channel.members(), meeting.open(root, STATEMENTS.toArray(String[]::new)));
        for (String what : List.of(
                "Elke vrijdag een schermvrij uur",
                "Ouders uitleggen waarom wij tablets gebruiken",
                ELSEWHERE,
                "Een schermvrije hoek in de gang")) {
            meeting.agree(result, jan, what);
        }
        Post summary = meeting.close(root);
        var space = new SpaceId(spaceOf(summary));
        return bot.reportLinks()
                .toReport(
                        space,
                        new SessionId(Meeting.sessionOf(root)),
                        Instant.now().plus(Duration.ofDays(30)))
                .orElseThrow();
    }

    private static String spaceOf(Post summary) {
        return summary.card()
                .orElseThrow()
                .actions("action.done", Map.of())
                .getFirst()
                .data()
                .path("space")
                .asString();
    }

    /** With some remarks; answers with the last result. */
    private static Post revealAll(Meeting meeting, List<Member> members, List<Post> thermometers) {
        Post result = thermometers.getFirst();
        for (Post thermometer : thermometers) {
            meeting.react(thermometer, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2);
            Meeting.react(members.get(0), thermometer, 1, "Het rooster van de methode bepaalt het vaak voor mij.");
            Meeting.react(members.get(1), thermometer, 2, "Ik kies zelf wanneer de tablets uit de kast komen.");
            Meeting.react(members.get(2), thermometer, 3, ELSEWHERE);
            meeting.awaitProgress(thermometer, 12);
            result = meeting.reveal(thermometer);
        }
        return result;
    }
}
