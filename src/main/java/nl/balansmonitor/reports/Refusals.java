package nl.balansmonitor.reports;

import java.nio.charset.StandardCharsets;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.wording.Texts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The pages for whoever gets no report. There is one for each kind of reason, and it depends on nothing but the language. */
@Component
class Refusals {

    /** Said of everything to look at: Spring would give a name to what stands behind the dots of a token. */
    static final String INLINE = "inline";

    static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private static final String RETRY_SECONDS = "120";

    private final Texts texts;
    private final Stylesheet stylesheet;

    Refusals(Texts texts, Stylesheet stylesheet) {
        this.texts = texts;
        this.stylesheet = stylesheet;
    }

    /** For a link that never was one of ours. */
    ResponseEntity<byte[]> unknown(Language language) {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .header(HttpHeaders.CONTENT_DISPOSITION, INLINE)
                .contentType(HTML)
                .body(page(language, "phrase.report.unknown.title", "phrase.report.unknown.text"));
    }

    /** For one that was ours and doesn't work any more. */
    ResponseEntity<byte[]> gone(Language language) {
        return ResponseEntity.status(HttpStatus.GONE)
                .header(HttpHeaders.CONTENT_DISPOSITION, INLINE)
                .contentType(HTML)
                .body(page(language, "phrase.report.gone.title", "phrase.report.gone.text"));
    }

    /** For when our store can't be reached. */
    ResponseEntity<byte[]> unavailable(Language language) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .header(HttpHeaders.CONTENT_DISPOSITION, INLINE)
                .contentType(HTML)
                .body(page(language, "phrase.report.unavailable.title", "phrase.report.unavailable.text"));
    }

    private byte[] page(Language language, String title, String text) {
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%2$s · Balans-Monitor</title>
                <style>%4$s</style>
                </head>
                <body>
                <main>
                <h1>%2$s</h1>
                <p>%3$s</p>
                </main>
                </body>
                </html>
                """.formatted(
                        language.locale().getLanguage(),
                        HtmlUtils.htmlEscape(texts.get(language, title), "UTF-8"),
                        HtmlUtils.htmlEscape(texts.get(language, text), "UTF-8"),
                        stylesheet.text())
                .getBytes(StandardCharsets.UTF_8);
    }
}
