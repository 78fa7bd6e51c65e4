package nl.balansmonitor.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.balansmonitor.sessions.Distribution;
import nl.balansmonitor.shared.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class ThermometerDrawingTest {

    private static final Pattern STICKER =
            Pattern.compile("<circle class=\"sticker\" cx=\"([\\d.]+)\" cy=\"([\\d.]+)\" r=\"([\\d.]+)\"");

    @Test
    void hasOneStickerForEveryReaction() {
        assertThat(STICKER.matcher(drawing(1, 2, 3, 4, 2)).results()).hasSize(12);
    }

    @Test
    void hasAWarmerColourForAHigherStep() {
        assertThat(IntStream.range(0, 5)
                        .mapToObj(step -> drawing(IntStream.range(0, 5)
                                .map(i -> i == step ? 1 : 0)
                                .toArray()))
                        .map(svg -> svg.replaceAll("(?s).*class=\"sticker\".*? fill=\"(#\\w+)\".*", "$1")))
                .containsExactly("#2a6fb5", "#5c83c4", "#9a7bb5", "#cc6a7c", "#c8392f");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 14, 15, 27, 28, 54})
    void keepsItsStickersInTheirRowAndApart(int most) {
        record At(double x, double y, double r) {}
        List<At> stickers = STICKER.matcher(drawing(0, most, most, 0, 0))
                .results()
                .map(m -> new At(
                        Double.parseDouble(m.group(1)), Double.parseDouble(m.group(2)), Double.parseDouble(m.group(3))))
                .toList();
        assertThat(stickers)
                .hasSize(2 * most)
                .doesNotHaveDuplicates()
                .allMatch(s -> s.x() - s.r() >= 118 && s.x() + s.r() <= 244)
                .allMatch(s -> s.y() - s.r() >= 114 - 22 && s.y() + s.r() <= 158 + 22)
                .allMatch(s -> stickers.stream()
                        .filter(o -> !o.equals(s))
                        .allMatch(o -> Math.hypot(s.x() - o.x(), s.y() - o.y()) >= s.r() + o.r() - 0.1));
    }

    @Test
    void hasBarsInProportionWhereStickersWouldBeTooSmallToCount() {
        String svg = drawing(0, 30, 0, 60, 1);
        assertThat(STICKER.matcher(svg).results()).isEmpty();
        assertThat(Pattern.compile("<rect class=\"sticker\".*? width=\"([\\d.]+)\"")
                        .matcher(svg)
                        .results()
                        .map(m -> m.group(1)))
                .containsExactly("63.0", "126.0", "2.1");
    }

    @Test
    void pointsAtTheMean() {
        assertThat(drawing(0, 0, 12, 0, 0)).contains(">3,0</text>", "<path class=\"pointer\" d=\"M54.0 114.0 ");
        assertThat(drawing(12, 0, 0, 0, 0)).contains(">1,0</text>", "<path class=\"pointer\" d=\"M54.0 202.0 ");
    }

    @Test
    void isWellFormedWhateverItsWordsAre() {
        String hostile =
                new LiveLettering().words("</text><script>&\"'", 1, 1, 1, true, Lettering.Anchor.END, "ink", "#000000");
        assertThatCode(() -> DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(
                                new StringReader("<svg>" + drawing(3, 0, 2, 1, 70) + hostile + "</svg>"))))
                .doesNotThrowAnyException();
        assertThat(hostile).doesNotContain("<script");
    }

    private static String drawing(int... counts) {
        var distribution = new Distribution(IntStream.of(counts).boxed().toList());
        return new ThermometerDrawing(distribution, Language.DUTCH, new LiveLettering()).svg("t");
    }
}
