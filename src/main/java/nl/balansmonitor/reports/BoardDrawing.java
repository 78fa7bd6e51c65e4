package nl.balansmonitor.reports;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.List;
import java.util.Locale;
import nl.balansmonitor.sessions.Distribution;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.statements.Statement;
import nl.balansmonitor.wording.Phrases;
import nl.balansmonitor.wording.Texts;
import org.springframework.stereotype.Component;

/** The thermometers of a report beside each other in one SVG, with what was asked and how many answered; it names nobody. */
@Component
class BoardDrawing {

    static final int WIDTH = 1600;
    static final int HEIGHT = 900;

    private static final String INK = "#1f2933";
    private static final String MUTED = "#52606d";
    private static final String PAPER = "#faf8f4";
    private static final String CARD = "#ffffff";
    private static final String EDGE = "#e4dfd5";

    private static final double MARGIN = 64;
    private static final double HEAD = 152;
    private static final double FOOT = 76;
    private static final double GAP = 28;
    private static final int MOST_IN_A_ROW = 5;

    /** A card as it is drawn before it is fitted into its place. */
    private static final double CARD_WIDTH = 472;

    private static final double CARD_HEIGHT = 672;

    private static final double INSET = 32;
    private static final double DRAWING = 1.43;
    private static final double LARGEST_TEXT = 29;
    private static final double SMALLEST_TEXT = 19;
    private static final double LINE = 1.3;

    private final Texts texts;
    private final Phrases phrases;
    private final Outlines letters;
    private final Paragraphs paragraphs;

    BoardDrawing(Texts texts, Phrases phrases, Outlines letters) {
        this.texts = texts;
        this.phrases = phrases;
        this.letters = letters;
        this.paragraphs = new Paragraphs(letters, CARD_WIDTH - 2 * INSET);
    }

    private record Shown(Statement statement, Distribution distribution) {}

    /** A whole document of {@value #WIDTH} by {@value #HEIGHT}, without text elements. */
    String svg(Report report, Language language) {
        List<Shown> shown = report.results().stream()
                .flatMap(r -> r.shown().map(d -> new Shown(r.statement(), d)).stream())
                .toList();
        var svg = new StringBuilder()
                .append(svg(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %1$d %2$d\">",
                        WIDTH, HEIGHT))
                .append(svg("<rect width=\"%d\" height=\"%d\" fill=\"%s\"/>", WIDTH, HEIGHT, PAPER))
                .append(head(report, language))
                .append(foot(language, !shown.isEmpty()));
        if (shown.isEmpty()) {
            svg.append(letters.words(
                    texts.get(language, "phrase.report.board.nothing"),
                    WIDTH / 2.0,
                    HEIGHT / 2.0,
                    32,
                    false,
                    Lettering.Anchor.MIDDLE,
                    "ink",
                    MUTED));
        }
        cards(svg, shown, language);
        return svg.append("</svg>").toString();
    }

    private String head(Report report, Language language) {
        String date = Texts.date(language, report.date());
        return letters.words("Balans-Monitor", MARGIN, 92, 44, true, Lettering.Anchor.START, "ink", INK)
                + letters.words(date, WIDTH - MARGIN, 72, 28, true, Lettering.Anchor.END, "ink", INK)
                + report.participation()
                        .map(r -> letters.words(
                                phrases.responses(language, r),
                                WIDTH - MARGIN,
                                108,
                                24,
                                false,
                                Lettering.Anchor.END,
                                "ink",
                                MUTED))
                        .orElse("");
    }

    private String foot(Language language, boolean explain) {
        return explain
                ? letters.words(
                        texts.get(language, "phrase.report.board.legend"),
                        WIDTH / 2.0,
                        HEIGHT - 32.0,
                        21,
                        false,
                        Lettering.Anchor.MIDDLE,
                        "ink",
                        MUTED)
                : "";
    }

    private void cards(StringBuilder svg, List<Shown> shown, Language language) {
        int rows = Math.max(1, Math.ceilDiv(shown.size(), MOST_IN_A_ROW));
        int columns = Math.ceilDiv(shown.size(), rows);
        double height = (HEIGHT - HEAD - FOOT - (rows - 1) * GAP) / rows;
        double room = (WIDTH - 2 * MARGIN - (columns - 1) * GAP) / Math.max(1, columns);
        double scale = Math.min(height / CARD_HEIGHT, room / CARD_WIDTH);
        double width = CARD_WIDTH * scale;
        for (int i = 0; i < shown.size(); i++) {
            int row = Math.floorDiv(i, columns);
            int inRow = Math.min(columns, shown.size() - row * columns);
            double left = (WIDTH - inRow * width - (inRow - 1) * GAP) / 2;
            svg.append(svg(
                    "<g transform=\"translate(%.2f %.2f) scale(%.4f)\">%s</g>",
                    left + (i % columns) * (width + GAP),
                    HEAD + row * (height + GAP) + (height - CARD_HEIGHT * scale) / 2,
                    scale,
                    card(shown.get(i), language, "t" + i)));
        }
    }

    private String card(Shown shown, Language language, String id) {
        var svg = new StringBuilder(svg(
                "<rect x=\"1\" y=\"1\" width=\"%.0f\" height=\"%.0f\" rx=\"18\" fill=\"%s\" stroke=\"%s\" stroke-width=\"2\"/>",
                CARD_WIDTH - 2, CARD_HEIGHT - 2, CARD, EDGE));
        svg.append(svg(
                "<g transform=\"translate(%.2f 28) scale(%.2f)\">%s</g>",
                (CARD_WIDTH - ThermometerDrawing.WIDTH * DRAWING) / 2 - 10,
                DRAWING,
                new ThermometerDrawing(shown.distribution(), language, letters).svg(id)));
        double y = 28 + ThermometerDrawing.HEIGHT * DRAWING + 44;
        svg.append(letters.words(
                phrases.theme(language, shown.statement().theme()),
                INSET,
                y,
                19,
                true,
                Lettering.Anchor.START,
                "ink",
                MUTED));
        return svg.append(statement(shown.statement().text(language), y)).toString();
    }

    /** As large as fits; what does not fit at all ends in dots. */
    private String statement(String text, double above) {
        double height = CARD_HEIGHT - INSET + 4 - above;
        double size = LARGEST_TEXT;
        List<String> lines = paragraphs.lines(text, size);
        while (lines.size() * size * LINE > height && size > SMALLEST_TEXT) {
            size--;
            lines = paragraphs.lines(text, size);
        }
        int fit = Math.min(lines.size(), (int) (height / (size * LINE)));
        boolean rightToLeft = Outlines.rightToLeft(text);
        var svg = new StringBuilder();
        for (int i = 0; i < fit; i++) {
            boolean cut = i == fit - 1 && lines.size() > fit;
            svg.append(letters.words(
                    cut ? paragraphs.cut(lines.get(i), size) : lines.get(i),
                    rightToLeft ? CARD_WIDTH - INSET : INSET,
                    above + 8 + (i + 1) * size * LINE,
                    size,
                    false,
                    rightToLeft ? Lettering.Anchor.END : Lettering.Anchor.START,
                    "ink",
                    INK));
        }
        return svg.toString();
    }

    @FormatMethod
    private static String svg(@FormatString String pattern, Object... blanks) {
        return String.format(Locale.ROOT, pattern, blanks);
    }
}
