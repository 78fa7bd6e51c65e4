package nl.balansmonitor.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import nl.balansmonitor.Rooms;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.statements.Decks;
import nl.balansmonitor.wording.Phrases;
import nl.balansmonitor.wording.Texts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoardPictureTest {

    private static final int LARGEST = 400_000;

    private static Rooms rooms;
    private static BoardDrawing drawing;

    @BeforeAll
    static void open(@TempDir Path folder) {
        rooms = Rooms.over(folder.resolve("test.db"));
        var texts = new Texts();
        drawing = new BoardDrawing(texts, new Phrases(texts, rooms.get(Decks.class)), new Outlines());
    }

    @AfterAll
    static void close() {
        rooms.close();
    }

    /** A person can look at them too. */
    @Test
    void isASlideOfBoundedSizeInEveryState() throws IOException {
        Path folder = Files.createDirectories(Path.of("target/reports"));
        for (Map.Entry<String, Report> state : SampleReports.all().entrySet()) {
            byte[] png = new BoardPicture(drawing).png(state.getValue(), Language.DUTCH);
            Files.write(folder.resolve("board-" + state.getKey() + ".png"), png);
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
            assertThat(image.getWidth()).isEqualTo(1600);
            assertThat(image.getHeight()).isEqualTo(900);
            assertThat(png).as(state.getKey()).hasSizeLessThan(LARGEST);
        }
    }

    /** Java's own text needs fonts and libraries that a server in a slim container lacks. */
    @Test
    void holdsNoTextThatAFontOfTheMachineWouldHaveToWrite() {
        assertThat(SampleReports.all().values())
                .map(report -> drawing.svg(report, Language.ENGLISH))
                .allSatisfy(svg -> assertThat(svg).contains("<path").doesNotContain("<text", "href", "<style"));
    }

    @Test
    void showsOnlyWhatTheTeamHasSeen() {
        assertThat(drawing.svg(sample("nothing"), Language.DUTCH)).doesNotContain("sticker");
        assertThat(drawing.svg(sample("too-few"), Language.DUTCH).split("class=\"pointer\"", -1))
                .hasSize(2);
    }

    @Test
    void keepsLettersThatAreReadFromRightToLeftInTheirOrder() {
        var letters = new Outlines();
        assertThat(outline(letters, "אב")).isEqualTo(outline(letters, "\u202dבא"));
        assertThat(outline(letters, "ab")).isNotEqualTo(outline(letters, "ba"));
        assertThat(outline(letters, "(א)")).isEqualTo(outline(letters, "\u202d(א)"));
    }

    @Test
    void breaksLinesWithinTheirWidthAndLosesNoLetter() {
        var paragraphs = new Paragraphs(new Outlines(), 300);
        for (String text : List.of(
                "W".repeat(200), "een woord ".repeat(20), "oefen-programma’s".repeat(9), "", "אב ".repeat(40))) {
            List<String> lines = paragraphs.lines(text, 20);
            assertThat(lines).allMatch(line -> new Outlines().width(line, 20, false) <= 300);
            assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", ""));
        }
        String cut = paragraphs.cut("W".repeat(15), 20);
        assertThat(cut).startsWith("WWWWWWWW").endsWith("W…");
        assertThat(new Outlines().width(cut, 20, false)).isLessThanOrEqualTo(300);
    }

    @Test
    void leavesOutWhatItsFontDoesNotKnow() {
        var letters = new Outlines();
        assertThat(letters.width("📱🎒", 20, false)).isZero();
        assertThat(letters.width("ع", 20, false)).isPositive();
    }

    private static String outline(Outlines letters, String words) {
        return letters.words(words, 0, 0, 20, false, Lettering.Anchor.START, "ink", "#000000");
    }

    private static Report sample(String name) {
        return Objects.requireNonNull(SampleReports.all().get(name), name);
    }
}
