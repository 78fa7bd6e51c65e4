package nl.balansmonitor.reports;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.balansmonitor.actions.ActionItem;
import nl.balansmonitor.actions.Change;
import nl.balansmonitor.sessions.Distribution;
import nl.balansmonitor.sessions.Reading;
import nl.balansmonitor.sessions.Scale;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.wording.Phrases;
import nl.balansmonitor.wording.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Says what is in a report, in the words of the cards. */
@Component
class PageContent {

    /** More would push the actions off the second page. */
    private static final int MOST_RANKED = 8;

    private final Texts texts;
    private final Phrases phrases;

    PageContent(Texts texts, Phrases phrases) {
        this.texts = texts;
        this.phrases = phrases;
    }

    /** What the template shows; an empty text is left out. */
    record Content(
            String lang,
            String otherLang,
            String path,
            String title,
            String participation,
            List<StatementPart> statements,
            List<Place> ranking,
            String moreRanked,
            List<Item> lookBack,
            List<Item> actions,
            String next) {}

    /**
     * A statement and what came of it.
     *
     * @param reason why there is no result
     */
    record StatementPart(
            String theme, String text, @Nullable ResultPart result, String reason) {}

    /** @param drawing SVG, not to be escaped again */
    record ResultPart(
            String drawing,
            String mean,
            String median,
            String spread,
            String change,
            String caption,
            List<Step> steps,
            List<String> remarks,
            boolean remarksWithheld) {}

    record Step(int score, String word, int count) {}

    record Place(int rank, String text, String stickers) {}

    record Item(String what, String owner, String state, boolean done) {}

    /** @param path as in {@link ReportPage#html} */
    Content of(Report report, Language language, String path) {
        List<Report.Placed> placed =
                report.ranking().stream().filter(p -> p.stickers() > 0).toList();
        int more = Math.max(0, placed.size() - MOST_RANKED);
        return new Content(
                language.locale().getLanguage(),
                other(language).locale().getLanguage(),
                path,
                texts.get(language, "phrase.report.title", Texts.date(language, report.date())),
                report.participation().map(r -> phrases.responses(language, r)).orElse(""),
                IntStream.range(0, report.results().size())
                        .mapToObj(i -> statement(report, report.results().get(i), language, "thermometer" + i))
                        .toList(),
                placed.stream()
                        .limit(MOST_RANKED)
                        .map(p -> new Place(
                                p.rank(),
                                p.statement().text(language),
                                texts.get(language, "phrase.report.stickers", p.stickers())))
                        .toList(),
                more == 0 ? "" : texts.get(language, "phrase.report.moreRanked", more),
                report.lookBack().stream().map(d -> item(language, d)).toList(),
                report.actions().stream().map(a -> item(report, language, a)).toList(),
                report.next()
                        .map(moment -> phrases.momentWithYear(language, moment))
                        .orElse(""));
    }

    private static Language other(Language language) {
        return switch (language) {
            case DUTCH -> Language.ENGLISH;
            case ENGLISH -> Language.DUTCH;
        };
    }

    private StatementPart statement(Report report, Report.Result result, Language language, String id) {
        Optional<Distribution> shown = result.shown();
        return new StatementPart(
                phrases.theme(language, result.statement().theme()),
                result.statement().text(language),
                shown.map(d -> result(report, result, d, language, id)).orElse(null),
                shown.isPresent()
                        ? ""
                        : texts.get(
                                language,
                                result.reading().revealed()
                                        ? "phrase.summary.reasonTooFew"
                                        : "phrase.summary.reasonNotRevealed"));
    }

    private ResultPart result(
            Report report, Report.Result result, Distribution distribution, Language language, String id) {
        Reading reading = result.reading();
        return new ResultPart(
                drawing(distribution, language, id),
                phrases.mean(language, distribution),
                phrases.median(language, distribution),
                phrases.spread(language, distribution),
                result.previous()
                        .map(before -> phrases.change(language, report.space().zone(), distribution.mean(), before))
                        .orElse(""),
                texts.get(language, "phrase.report.distribution", distribution.total()),
                IntStream.iterate(Scale.HIGHEST, score -> score >= Scale.LOWEST, score -> score - 1)
                        .mapToObj(score -> new Step(
                                score,
                                texts.get(language, "scale." + score),
                                distribution.counts().get(score - Scale.LOWEST)))
                        .toList(),
                reading.remarks(),
                reading.remarksWithheld());
    }

    private String drawing(Distribution distribution, Language language, String id) {
        String description = texts.get(language, "phrase.report.drawing", phrases.mean(language, distribution));
        return "<svg viewBox=\"0 0 " + ThermometerDrawing.WIDTH + " " + ThermometerDrawing.HEIGHT
                + "\" role=\"img\" aria-label=\"" + HtmlUtils.htmlEscape(description) + "\">"
                + new ThermometerDrawing(distribution, language, new LiveLettering()).svg(id)
                + "</svg>";
    }

    private Item item(Language language, Report.Decided decided) {
        String state = switch (decided.kind()) {
            case DONE -> texts.get(language, "phrase.report.outcomeDone");
            case AGAIN -> texts.get(language, "phrase.report.outcomeAgain");
            case ADJUSTED -> texts.get(language, "phrase.report.outcomeAdjusted");
        };
        boolean done = decided.kind() == Change.Kind.DONE;
        return new Item(
                decided.what(),
                decided.ownerName(),
                done ? state : state + ", " + due(language, decided.feedbackDate()),
                done);
    }

    private Item item(Report report, Language language, ActionItem action) {
        String state = action.doneAt()
                .map(moment -> texts.get(
                        language,
                        "phrase.actions.doneDate",
                        day(language, LocalDate.ofInstant(moment, report.space().zone()))))
                .orElseGet(() -> due(language, action.feedbackDate()) + " · " + stateOfOpen(language, action));
        return new Item(action.what(), action.ownerName(), state, !action.open());
    }

    private String stateOfOpen(Language language, ActionItem action) {
        String key = action.history().isEmpty()
                ? "phrase.report.outcomeOpen"
                : switch (action.history().getLast().kind()) {
                    case AGAIN -> "phrase.report.outcomeAgain";
                    case ADJUSTED -> "phrase.report.outcomeAdjusted";
                    case DONE -> "phrase.report.outcomeDone";
                };
        return texts.get(language, key);
    }

    private String due(Language language, LocalDate date) {
        return texts.get(language, "phrase.summary.dueDate", day(language, date));
    }

    private static String day(Language language, LocalDate date) {
        return Texts.day(language, date) + "\u00a0" + date.getYear();
    }
}
