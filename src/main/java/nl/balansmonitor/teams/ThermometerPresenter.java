package nl.balansmonitor.teams;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.balansmonitor.sessions.Ballot;
import nl.balansmonitor.sessions.Scale;
import nl.balansmonitor.sessions.Thermometers;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.wording.Phrases;
import nl.balansmonitor.wording.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Draws a thermometer: for everybody, and for the one member who looks at it. */
@Component
class ThermometerPresenter {

    private static final int NOTHING_CHOSEN = 0;

    private final Cards cards;
    private final Texts texts;
    private final Phrases phrases;
    private final Thermometers thermometers;

    ThermometerPresenter(Cards cards, Texts texts, Phrases phrases, Thermometers thermometers) {
        this.cards = cards;
        this.texts = texts;
        this.phrases = phrases;
        this.thermometers = thermometers;
    }

    private record Step(int score, String word) {}

    private record Values(
            String session,
            String statement,
            String position,
            String icon,
            String theme,
            String text,
            boolean open,
            int chosen,
            List<Step> steps,
            String progress,
            boolean hasUntil,
            String until,
            boolean hasRemark,
            String remark,
            boolean remarkCut) {}

    /** What the channel sees: depends on how many have reacted, and on nothing else about the reactions. */
    JsonNode shared(Scene scene, StatementId statement) {
        return draw(scene, statement, Optional.empty(), false);
    }

    /** What one member sees. */
    JsonNode own(Scene scene, StatementId statement, MemberId member) {
        return draw(scene, statement, thermometers.own(scene.session(), statement, member), false);
    }

    /**
     * What one member sees when his reaction was just taken.
     *
     * @param cut whether his remark was too long
     */
    JsonNode after(Scene scene, StatementId statement, Ballot ballot, boolean cut) {
        return draw(scene, statement, Optional.of(ballot), cut);
    }

    private JsonNode draw(Scene scene, StatementId statement, Optional<Ballot> own, boolean cut) {
        Language language = scene.language();
        boolean open = scene.session().takesReactionsTo(statement);
        int done = open
                ? thermometers.reactions(scene.session(), statement)
                : thermometers
                        .reading(scene.session(), statement, scene.invited())
                        .reactions();
        Phrases.Heading heading = phrases.heading(scene.space(), statement);
        Optional<String> until =
                phrases.openUntil(scene.space(), scene.session()).filter(moment -> open);
        String remark = own.map(Ballot::remark).orElse("");
        return cards.draw(
                "thermometer",
                language,
                new Values(
                        scene.session().id().value(),
                        statement.value(),
                        texts.get(
                                language,
                                "phrase.thermometer.position",
                                scene.turnOf(statement),
                                scene.session().thermometers().size()),
                        heading.icon(),
                        heading.theme(),
                        heading.text(),
                        open,
                        own.map(Ballot::score).orElse(NOTHING_CHOSEN),
                        steps(language),
                        phrases.progress(language, done, scene.invited()),
                        until.isPresent(),
                        until.map(moment -> texts.get(language, "phrase.thermometer.until", moment))
                                .orElse(""),
                        !remark.isEmpty(),
                        remark,
                        cut));
    }

    /** The warmest on top, as on the thermometer on the wall. */
    private List<Step> steps(Language language) {
        return IntStream.iterate(Scale.HIGHEST, score -> score >= Scale.LOWEST, score -> score - 1)
                .mapToObj(score -> new Step(score, texts.get(language, "scale." + score)))
                .toList();
    }
}
