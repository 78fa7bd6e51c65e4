package nl.balansmonitor.reports;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import nl.balansmonitor.shared.Language;
import org.springframework.stereotype.Component;

/** The thermometers of a report beside each other, for a newsletter or a slide. */
@Component
class BoardPicture {

    /** A picture takes some 10 MB while it is drawn: so many at once, whoever asks for how many. */
    private static final int AT_ONCE = 2;

    private static final LoaderContext NOTHING_FROM_OUTSIDE = LoaderContext.builder()
            .externalResourcePolicy(ResourcePolicy.DENY_ALL)
            .build();

    private final BoardDrawing drawing;
    private final Semaphore room = new Semaphore(AT_ONCE);

    BoardPicture(BoardDrawing drawing) {
        this.drawing = drawing;
    }

    /** A picture in PNG, {@value BoardDrawing#WIDTH} by {@value BoardDrawing#HEIGHT} pixels. */
    byte[] png(Report report, Language language) {
        String svg = drawing.svg(report, language);
        room.acquireUninterruptibly();
        try {
            return png(svg);
        } finally {
            room.release();
        }
    }

    private static byte[] png(String svg) {
        var in = new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8));
        SVGDocument document = Objects.requireNonNull(
                new SVGLoader().load(in, null, NOTHING_FROM_OUTSIDE), "our own drawing can't be read");
        var image = new BufferedImage(BoardDrawing.WIDTH, BoardDrawing.HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        try {
            canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            document.render(null, canvas, new ViewBox(BoardDrawing.WIDTH, BoardDrawing.HEIGHT));
        } finally {
            canvas.dispose();
        }
        var png = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(png)) {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
