package nl.balansmonitor.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nl.balansmonitor.Rooms;
import nl.balansmonitor.actions.Change;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.statements.Decks;
import nl.balansmonitor.wording.Phrases;
import nl.balansmonitor.wording.Texts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportPageTest {

    private static Rooms rooms;
    private static ReportPage page;

    @BeforeAll
    static void open(@TempDir Path folder) {
        rooms = Rooms.over(folder.resolve("test.db"));
        var texts = new Texts();
        page = new ReportPage(
                new PageContent(texts, new Phrases(texts, rooms.get(Decks.class))), new Stylesheet(), texts);
    }

    @AfterAll
    static void close() {
        rooms.close();
    }

    @Test
    void saysEverythingInTheWordsOfTheCards() {
        assertThat(html("usual", Language.DUTCH))
                .contains(
                        "<html lang=\"nl\">",
                        "Sessie van 21 november 2026",
                        "12 van 12 reageerden",
                        "Gemiddelde 3,7",
                        "Mediaan 4",
                        "De meningen lopen uiteen",
                        "Het team is verdeeld",
                        "Warmer dan in maart 2026: toen 2,8",
                        "Verdeling van 12 reacties",
                        "Te veel inlogproblemen 😕",
                        "<li value=\"2\">",
                        "14 stickers",
                        "opnieuw opgepakt, terugblik op vr\u00a015\u00a0jan\u00a02027",
                        "gedaan op ma\u00a030\u00a0nov\u00a02026",
                        "terugblik op vr\u00a018\u00a0dec\u00a02026 · nog open",
                        "di\u00a019\u00a0jan\u00a02027 om 15:30");
        assertThat(html("usual", Language.ENGLISH))
                .contains("<html lang=\"en\">", "Session of 21 November 2026", "The team is divided", "Mean 3.7");
    }

    @Test
    void leadsToItsFilesAndToItselfInTheOtherLanguage() {
        assertThat(html("usual", Language.DUTCH))
                .contains(
                        "href=\"token/board.png?lang=nl\"",
                        "href=\"token/readings.csv?lang=nl\"",
                        "href=\"token/actions.csv?lang=nl\"",
                        "href=\"?lang=en\"");
        assertThat(html("usual", Language.ENGLISH)).contains("href=\"?lang=nl\"");
    }

    @Test
    void saysWhyNothingIsShownAndNothingMore() {
        assertThat(html("nothing", Language.DUTCH))
                .contains("Niet onthuld: de uitslag blijft dicht.")
                .contains("Er zijn geen acties afgesproken.")
                .doesNotContain("<svg", "<table", "nog niemand gezien", "Gemiddelde 5");
        assertThat(html("too-few", Language.DUTCH)).contains("Te weinig reacties om de uitslag te laten zien.");
    }

    @ParameterizedTest
    @EnumSource
    void needsNothingThatItsHeadersForbid(Language language) {
        assertThat(SampleReports.all().keySet())
                .map(name -> html(name, language))
                .allSatisfy(html -> assertThat(html.replaceAll("(?s)<style>.*</style>", ""))
                        .doesNotContainPattern("style=|<script|\\son\\w+=|src=|url\\(h|<form|<base"));
    }

    @Test
    void writesWhatPeopleWroteAsNothingButWords() {
        String hostile = "\"><script>alert(1)</script>${7*7}__${7*7}__[[${7*7}]]&amp;";
        Report.Result result = SampleReports.own(hostile, 3, 3, 3, 3, 3);
        Report report = SampleReports.of(
                List.of(SampleReports.remarked(result, List.of(hostile))),
                List.of(new Report.Decided(hostile, hostile, Change.Kind.AGAIN, LocalDate.parse("2026-12-11"))),
                List.of(SampleReports.action(hostile, hostile)),
                List.of(new Report.Placed(1, result.statement(), 3)));
        assertThat(page.html(report, Language.DUTCH, "token"))
                .doesNotContain("<script", "49")
                .contains("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;${7*7}__${7*7}__[[${7*7}]]&amp;amp;");
    }

    private static String html(String name, Language language) {
        return page.html(Objects.requireNonNull(SampleReports.all().get(name), name), language, "token");
    }
}
