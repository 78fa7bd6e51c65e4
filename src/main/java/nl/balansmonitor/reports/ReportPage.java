package nl.balansmonitor.reports;

import static java.util.stream.Collectors.joining;

import nl.balansmonitor.shared.Language;
import nl.balansmonitor.statements.Decks;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** A report as a page to read and to print. */
@Component
class ReportPage {

    private final Decks decks;
    private final Stylesheet stylesheet;

    ReportPage(Decks decks, Stylesheet stylesheet) {
        this.decks = decks;
        this.stylesheet = stylesheet;
    }

    /** A whole document; its style is that of {@link Stylesheet}, letter by letter, as the answer's headers allow no other. */
    String html(Report report, Language language) {
        String statements = report.session().thermometers().stream()
                .map(t -> decks.statement(report.space().id(), t.statement()).text(language))
                .map(text -> "<li>" + HtmlUtils.htmlEscape(text) + "</li>")
                .collect(joining("\n"));
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Balans-Monitor %s</title>
                <style>%s</style>
                </head>
                <body>
                <main>
                <h1>Balans-Monitor %s</h1>
                <ul>
                %s
                </ul>
                </main>
                </body>
                </html>
                """.formatted(
                        language.locale().getLanguage(), report.date(), stylesheet.text(), report.date(), statements);
    }
}
