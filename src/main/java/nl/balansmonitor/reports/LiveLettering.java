package nl.balansmonitor.reports;

import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/** Words that the reader's own fonts write, and that can be selected and read aloud. */
final class LiveLettering implements Lettering {

    @Override
    public String words(
            String words, double x, double y, double size, boolean bold, Anchor anchor, String style, String ink) {
        return String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" font-size=\"%.1f\"%s%s fill=\"%s\">%s</text>",
                style,
                x,
                y,
                size,
                bold ? " font-weight=\"700\"" : "",
                switch (anchor) {
                    case START -> "";
                    case MIDDLE -> " text-anchor=\"middle\"";
                    case END -> " text-anchor=\"end\"";
                },
                ink,
                HtmlUtils.htmlEscape(words));
    }
}
