package nl.balansmonitor.reports;

import static java.util.stream.Collectors.joining;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import nl.balansmonitor.sessions.Distribution;
import nl.balansmonitor.sessions.Scale;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.wording.Texts;

/**
 * The instrument's thermometer as it hangs on the wall: upright, 1 to 5 from blue to red, with a sticker for every reaction and a pointer
 * at the mean. Where the stickers of one step would get too small to count, a bar and its number stand for them. Every number is written
 * beside its step, so that nothing is told by colour alone.
 *
 * <p>The classes of its parts are those that the page's style sheet colours for dark screens and for paper.
 */
final class ThermometerDrawing {

    static final int WIDTH = 280;
    static final int HEIGHT = 258;

    private static final String INK = "#1f2933";
    private static final String FAINT = "#c9cfd6";

    /** From 1 to 5; each stands out from white and from near black by 3:1. */
    private static final List<String> COLOURS = List.of("#2a6fb5", "#5c83c4", "#9a7bb5", "#cc6a7c", "#c8392f");

    private static final double STEP = 44;
    private static final double TOP = 26;
    private static final double TUBE = 68;
    private static final double TUBE_WIDTH = 22;
    private static final double FIELD = 118;
    private static final double FIELD_WIDTH = 126;
    private static final double LARGEST_STICKER = 18;
    private static final double SMALLEST_STICKER = 7;
    private static final int MOST_ROWS = 3;

    private final Distribution distribution;
    private final Language language;
    private final Lettering lettering;

    ThermometerDrawing(Distribution distribution, Language language, Lettering lettering) {
        this.distribution = distribution;
        this.language = language;
        this.lettering = lettering;
    }

    /**
     * What is within an {@code svg} element of {@link #WIDTH} by {@link #HEIGHT}.
     *
     * @param id of its gradient, different from all others in the document
     */
    String svg(String id) {
        return tube(id)
                + IntStream.rangeClosed(Scale.LOWEST, Scale.HIGHEST)
                        .mapToObj(this::step)
                        .collect(joining())
                + pointer();
    }

    private static String tube(String id) {
        double bottom = y(Scale.LOWEST);
        String stops = IntStream.range(0, COLOURS.size())
                .mapToObj(i -> svg("<stop offset=\"%.2f\" stop-color=\"%s\"/>", i / 4.0, COLOURS.get(4 - i)))
                .collect(joining());
        return svg(
                        "<defs><linearGradient id=\"%s\" gradientUnits=\"userSpaceOnUse\" x1=\"0\" y1=\"%.1f\" x2=\"0\" y2=\"%.1f\">%s</linearGradient></defs>",
                        id, TOP, bottom, stops)
                + svg(
                        "<rect class=\"outline\" x=\"%.1f\" y=\"6\" width=\"%.1f\" height=\"%.1f\" rx=\"%.1f\" fill=\"url(#%s)\" stroke=\"%s\" stroke-width=\"2\"/>",
                        TUBE - TUBE_WIDTH / 2, TUBE_WIDTH, bottom + 8, TUBE_WIDTH / 2, id, INK)
                + svg(
                        "<circle class=\"outline\" cx=\"%.1f\" cy=\"%.1f\" r=\"21\" fill=\"%s\" stroke=\"%s\" stroke-width=\"2\"/>",
                        TUBE, bottom + 26, COLOURS.getFirst(), INK)
                // Hides the line where tube and bulb meet.
                + svg(
                        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"24\" fill=\"%s\"/>",
                        TUBE - TUBE_WIDTH / 2 + 1, bottom - 4, TUBE_WIDTH - 2, COLOURS.getFirst());
    }

    private String step(int score) {
        int count = distribution.counts().get(score - Scale.LOWEST);
        double y = y(score);
        return svg(
                        "<path class=\"guide\" d=\"M%.1f %.1f H%.1f\" stroke=\"%s\" stroke-width=\"1\"/>",
                        FIELD, y, FIELD + FIELD_WIDTH, FAINT)
                + svg(
                        "<path class=\"tick\" d=\"M%.1f %.1f h8\" stroke=\"%s\" stroke-width=\"2\"/>",
                        TUBE + TUBE_WIDTH / 2 + 3, y, INK)
                + lettering.words(
                        Integer.toString(score), TUBE + 32, y + 6, 17, true, Lettering.Anchor.MIDDLE, "ink", INK)
                + stickers(score, count, y)
                + lettering.words(
                        Integer.toString(count),
                        WIDTH - 4.0,
                        y + 5,
                        15,
                        false,
                        Lettering.Anchor.END,
                        count == 0 ? "none" : "ink",
                        count == 0 ? "#697586" : INK);
    }

    /** As large as the fullest step allows, so that all stickers of a thermometer are alike. */
    private String stickers(int score, int count, double y) {
        int most = Collections.max(distribution.counts());
        double size = IntStream.rangeClosed(1, MOST_ROWS)
                .mapToDouble(rows ->
                        Math.min(LARGEST_STICKER, Math.min(FIELD_WIDTH / Math.ceilDiv(most, rows), (STEP - 2) / rows)))
                .max()
                .orElseThrow();
        String colour = COLOURS.get(score - Scale.LOWEST);
        if (size < SMALLEST_STICKER) {
            return count == 0
                    ? ""
                    : svg(
                            "<rect class=\"sticker\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"24\" rx=\"4\" fill=\"%s\" stroke=\"%s\" stroke-width=\"1.2\"/>",
                            FIELD, y - 12, Math.max(2, FIELD_WIDTH * count / most), colour, INK);
        }
        int rows = Math.max(1, Math.ceilDiv(count, (int) (FIELD_WIDTH / size)));
        int columns = Math.max(1, Math.ceilDiv(count, rows));
        double first = y - (rows - 1) * size / 2;
        return IntStream.range(0, count)
                .mapToObj(i -> svg(
                        "<circle class=\"sticker\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\" stroke=\"%s\" stroke-width=\"1.2\"/>",
                        FIELD + (i % columns + 0.5) * size,
                        first + Math.floorDiv(i, columns) * size,
                        size / 2 - 1,
                        colour,
                        INK))
                .collect(joining());
    }

    private String pointer() {
        double mean = distribution.mean();
        double y = y(mean);
        double edge = TUBE - TUBE_WIDTH / 2;
        return svg(
                        "<path class=\"halo\" d=\"M%.1f %.1f h%.1f\" stroke=\"#ffffff\" stroke-width=\"6\"/>",
                        edge, y, TUBE_WIDTH)
                + svg(
                        "<path class=\"mark\" d=\"M%.1f %.1f h%.1f\" stroke=\"%s\" stroke-width=\"3\"/>",
                        edge, y, TUBE_WIDTH, INK)
                + svg("<path class=\"pointer\" d=\"M%.1f %.1f l-13 -8 v16 z\" fill=\"%s\"/>", edge - 3, y, INK)
                + lettering.words(
                        Texts.mean(language, mean), edge - 20, y + 6, 18, true, Lettering.Anchor.END, "ink", INK);
    }

    private static double y(double score) {
        return TOP + (Scale.HIGHEST - score) * STEP;
    }

    @FormatMethod
    private static String svg(@FormatString String pattern, Object... blanks) {
        return String.format(Locale.ROOT, pattern, blanks);
    }
}
