package nl.balansmonitor.teams;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.naturalOrder;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.balansmonitor.actions.Actions;
import nl.balansmonitor.sessions.Distribution;
import nl.balansmonitor.sessions.Reading;
import nl.balansmonitor.sessions.Scale;
import nl.balansmonitor.sessions.Thermometers;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.wording.Phrases;
import nl.balansmonitor.wording.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Draws what a session leaves: every statement with its result, and the actions to tick off. */
@Component
class SummaryPresenter {

    /** What asks for attention first: the divided, then the cold; what was not seen together last. */
    private static final Comparator<Reading> URGENCY = comparing(
                    (Reading r) -> r.shown().isEmpty())
            .thenComparingDouble(r -> -r.shown().map(Distribution::dissent).orElse(0.0))
            .thenComparingDouble(r -> r.shown().map(Distribution::mean).orElse(0.0));

    private final Cards cards;
    private final Texts texts;
    private final Phrases phrases;
    private final Thermometers thermometers;
    private final Actions actions;
    private final ActionList list;
    private final ReportsPresenter reports;

    SummaryPresenter(
            Cards cards,
            Texts texts,
            Phrases phrases,
            Thermometers thermometers,
            Actions actions,
            ActionList list,
            ReportsPresenter reports) {
        this.cards = cards;
        this.texts = texts;
        this.phrases = phrases;
        this.thermometers = thermometers;
        this.actions = actions;
        this.list = list;
        this.reports = reports;
    }

    private record Step(int score, int count) {}

    private record Line(
            String statement,
            String icon,
            String theme,
            String text,
            boolean hasResult,
            String reason,
            List<Step> steps,
            boolean hasChange,
            String change,
            String mean,
            String median,
            String spread) {}

    private record Values(
            String session,
            String space,
            String subtitle,
            List<Line> statements,
            boolean hasActions,
            List<ActionList.Item> actions,
            boolean hasReport,
            String report) {}

    JsonNode card(Scene scene) {
        Language language = scene.language();
        List<Reading> readings = scene.session().thermometers().stream()
                .map(t -> thermometers.reading(scene.session(), t.statement(), scene.invited()))
                .sorted(URGENCY)
                .toList();
        List<ActionList.Item> agreed =
                list.of(language, actions.of(scene.space().id(), scene.session().id()));
        Optional<String> report = readings.stream()
                .map(Reading::takenAt)
                .max(naturalOrder())
                .flatMap(counted -> reports.of(scene.space().id(), scene.session(), counted));
        return cards.draw(
                "summary",
                language,
                new Values(
                        scene.session().id().value(),
                        scene.space().id().value(),
                        subtitle(scene, readings),
                        readings.stream().map(r -> line(scene, r)).toList(),
                        !agreed.isEmpty(),
                        agreed,
                        report.isPresent(),
                        report.orElse("")));
    }

    private String subtitle(Scene scene, List<Reading> readings) {
        String date = Texts.date(
                scene.language(),
                scene.session().startedAt().atZone(scene.space().zone()).toLocalDate());
        return readings.stream()
                .max(comparingInt(Reading::reactions))
                .map(most -> texts.get(
                        scene.language(), "phrase.summary.subtitle", date, phrases.responses(scene.language(), most)))
                .orElse(date);
    }

    private Line line(Scene scene, Reading reading) {
        Language language = scene.language();
        Phrases.Heading heading = phrases.heading(scene.space(), reading.statement());
        Optional<Distribution> shown = reading.shown();
        Optional<String> change = shown.flatMap(d -> change(scene, reading.statement(), d));
        return new Line(
                reading.statement().value(),
                heading.icon(),
                heading.theme(),
                heading.text(),
                shown.isPresent(),
                texts.get(
                        language,
                        reading.revealed() ? "phrase.summary.reasonTooFew" : "phrase.summary.reasonNotRevealed"),
                shown.map(SummaryPresenter::steps).orElse(List.of()),
                change.isPresent(),
                change.orElse(""),
                shown.map(d -> phrases.mean(language, d)).orElse(""),
                shown.map(d -> phrases.median(language, d)).orElse(""),
                shown.map(d -> phrases.spread(language, d)).orElse(""));
    }

    private Optional<String> change(Scene scene, StatementId statement, Distribution now) {
        return thermometers
                .previous(scene.session(), statement)
                .map(before -> phrases.change(scene.language(), scene.space().zone(), now.mean(), before));
    }

    private static List<Step> steps(Distribution distribution) {
        return IntStream.rangeClosed(Scale.LOWEST, Scale.HIGHEST)
                .mapToObj(score -> new Step(score, distribution.counts().get(score - Scale.LOWEST)))
                .toList();
    }
}
