package nl.balansmonitor.reports;

import java.util.Map;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.wording.Texts;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** A report as a page to read and to print, without a script. */
@Component
class ReportPage {

    private static final String TEMPLATE = "reports/report.html";

    private final ITemplateEngine engine = engine();
    private final PageContent content;
    private final Stylesheet stylesheet;
    private final Texts texts;

    ReportPage(PageContent content, Stylesheet stylesheet, Texts texts) {
        this.content = content;
        this.stylesheet = stylesheet;
        this.texts = texts;
    }

    /**
     * A whole document; its style is that of {@link Stylesheet}, letter by letter, as the answer's headers allow no other.
     *
     * @param path where the report's other files are, as seen from the page: the last part of its own address
     */
    String html(Report report, Language language, String path) {
        var variables = Map.<String, Object>of(
                "page", content.of(report, language, path),
                "t", texts.labels(language, "report"),
                "style", stylesheet.text());
        return engine.process(TEMPLATE, new Context(language.locale(), variables));
    }

    private static ITemplateEngine engine() {
        var resolver = new ClassLoaderTemplateResolver(ReportPage.class.getClassLoader());
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setCacheable(true);
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }
}
