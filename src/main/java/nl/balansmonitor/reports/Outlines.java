package nl.balansmonitor.reports;

import static java.util.stream.Collectors.joining;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Bidi;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.stereotype.Component;

/**
 * Words as the outlines of letters, from a font that comes with the program: a server in a slim container has none, and Java's own text
 * fails there. It knows Latin, Greek, Cyrillic and Hebrew letters; of others a box is left, and of symbols such as emoji nothing.
 */
@Component
class Outlines implements Lettering {

    private static final String PAIRS = "()[]{}<>«»‹›";

    private final Map<Boolean, Font> fonts = new ConcurrentHashMap<>();

    /** A glyph in units of the font, {@code y} upwards. */
    private record Glyph(Path2D shape, double advance) {

        static final Glyph NOTHING = new Glyph(new Path2D.Double(), 0);
    }

    /** How wide these words are at this size. */
    double width(String words, double size, boolean bold) {
        Font font = font(bold);
        return words.codePoints()
                .mapToDouble(c -> font.glyph(c).advance() * size)
                .sum();
    }

    @Override
    public String words(
            String words, double x, double y, double size, boolean bold, Anchor anchor, String style, String ink) {
        double width = width(words, size, bold);
        double start = switch (anchor) {
            case START -> x;
            case MIDDLE -> x - width / 2;
            case END -> x - width;
        };
        return "<path class=\"" + style + "\" fill=\"" + ink + "\" d=\""
                + path(font(bold), asRead(words), start, y, size) + "\"/>";
    }

    private static String path(Font font, String visible, double x, double y, double size) {
        var d = new StringBuilder();
        double pen = x;
        for (int c : visible.codePoints().toArray()) {
            Glyph glyph = font.glyph(c);
            var place = new AffineTransform(size, 0, 0, -size, pen, y);
            append(d, glyph.shape().getPathIterator(place));
            pen += glyph.advance() * size;
        }
        return d.toString();
    }

    private static void append(StringBuilder d, PathIterator segments) {
        double[] p = new double[6];
        for (; !segments.isDone(); segments.next()) {
            int points = switch (segments.currentSegment(p)) {
                case PathIterator.SEG_MOVETO -> command(d, 'M', 1);
                case PathIterator.SEG_LINETO -> command(d, 'L', 1);
                case PathIterator.SEG_QUADTO -> command(d, 'Q', 2);
                case PathIterator.SEG_CUBICTO -> command(d, 'C', 3);
                default -> command(d, 'Z', 0);
            };
            for (int i = 0; i < 2 * points; i++) {
                d.append(Math.round(p[i] * 100) / 100.0).append(' ');
            }
        }
    }

    private static int command(StringBuilder d, char letter, int points) {
        d.append(letter);
        return points;
    }

    /** From left to right, as it is to be seen. */
    private static String asRead(String words) {
        char[] chars = words.toCharArray();
        if (!Bidi.requiresBidi(chars, 0, chars.length)) {
            return words;
        }
        var bidi = new Bidi(words, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        var levels = new byte[bidi.getRunCount()];
        var runs = new String[bidi.getRunCount()];
        for (int i = 0; i < runs.length; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            String run = words.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
            runs[i] = levels[i] % 2 == 0 ? run : reversed(run);
        }
        Bidi.reorderVisually(levels, 0, runs, 0, runs.length);
        return String.join("", runs);
    }

    private static String reversed(String run) {
        return new StringBuilder(run)
                .reverse()
                .chars()
                .mapToObj(c -> Character.toString(Character.isMirrored(c) ? mirrored(c) : c))
                .collect(joining());
    }

    /** Of the pairs that people type. */
    private static int mirrored(int bracket) {
        int place = PAIRS.indexOf(bracket);
        return place < 0 ? bracket : PAIRS.charAt(place % 2 == 0 ? place + 1 : place - 1);
    }

    /** Whether a text begins with a script that is read from right to left. */
    static boolean rightToLeft(String words) {
        return !new Bidi(words, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
    }

    private Font font(boolean bold) {
        return fonts.computeIfAbsent(bold, b -> new Font(b ? "LiberationSans-Bold" : "LiberationSans-Regular"));
    }

    /** A parser's font is not meant for threads, so that glyphs are read one at a time and kept. */
    private static final class Font {

        private final TrueTypeFont font;
        private final CmapLookup cmap;
        private final double unitsPerEm;
        private final Map<Integer, Glyph> known = new ConcurrentHashMap<>();

        Font(String name) {
            try (InputStream file = Font.class.getResourceAsStream("/liberation/" + name + ".ttf")) {
                if (file == null) {
                    throw new IllegalStateException("no font " + name);
                }
                font = new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
                cmap = font.getUnicodeCmapLookup();
                unitsPerEm = font.getUnitsPerEm();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Glyph glyph(int codePoint) {
            int id = cmap.getGlyphId(codePoint);
            // The font has pictures of controls of direction, for those who edit text.
            boolean control = Character.getType(codePoint) == Character.FORMAT;
            if (control || (id == 0 && !Character.isLetterOrDigit(codePoint))) {
                return Glyph.NOTHING;
            }
            Glyph kept = known.get(id);
            return kept == null ? read(id) : kept;
        }

        private synchronized Glyph read(int id) {
            return known.computeIfAbsent(id, this::parse);
        }

        private Glyph parse(int id) {
            try {
                var shape = new Path2D.Double();
                Optional.ofNullable(font.getGlyph().getGlyph(id))
                        .map(GlyphData::getPath)
                        .ifPresent(path -> shape.append(path, false));
                shape.transform(AffineTransform.getScaleInstance(1 / unitsPerEm, 1 / unitsPerEm));
                return new Glyph(shape, font.getAdvanceWidth(id) / unitsPerEm);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
