package nl.balansmonitor.teams;

import java.util.List;
import nl.balansmonitor.sessions.Phase;
import nl.balansmonitor.sessions.StickerRound;
import nl.balansmonitor.sessions.Tally;
import nl.balansmonitor.sessions.Thermometer;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.wording.Phrases;
import nl.balansmonitor.wording.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Draws what a sticker round came to, and lets the facilitator confirm what is measured. */
@Component
class RankingPresenter {

    private static final int LONGEST_ROW = 12;
    private static final String STICKER = "🟡";

    private final Cards cards;
    private final Texts texts;
    private final Phrases phrases;
    private final Openings openings;

    RankingPresenter(Cards cards, Texts texts, Phrases phrases, Openings openings) {
        this.cards = cards;
        this.texts = texts;
        this.phrases = phrases;
        this.openings = openings;
    }

    private record Line(String place, String icon, String text, String stickers, boolean focus) {}

    private record Choice(String title, String value) {}

    private record Values(
            String session,
            String participants,
            boolean withheld,
            List<Line> ranking,
            boolean deciding,
            boolean tied,
            String selected,
            List<Choice> choices,
            List<Openings.Choice> until) {}

    JsonNode card(Scene scene) {
        Language language = scene.language();
        StickerRound round = scene.session().stickers().orElseThrow();
        Tally tally = round.tally().orElseThrow();
        boolean deciding = scene.session().phase() == Phase.DECIDING;
        List<StatementId> focus = deciding
                ? scene.session().suggestion()
                : scene.session().thermometers().stream()
                        .map(Thermometer::statement)
                        .toList();
        int most =
                tally.ranking().stream().mapToInt(Tally.Ranked::stickers).max().orElse(0);
        return cards.draw(
                "ranking",
                language,
                new Values(
                        scene.session().id().value(),
                        texts.get(language, "phrase.ranking.participants", tally.participants()),
                        tally.withheld(),
                        tally.ranking().stream()
                                .map(r -> line(scene, tally, r, most, focus.contains(r.statement())))
                                .toList(),
                        deciding,
                        !tally.focus(scene.session().suggestion().size()).tied().isEmpty(),
                        String.join(",", focus.stream().map(StatementId::value).toList()),
                        round.statements().stream().map(s -> choice(scene, s)).toList(),
                        deciding ? openings.choices(scene.space()) : List.of()));
    }

    private Line line(Scene scene, Tally tally, Tally.Ranked ranked, int most, boolean focus) {
        Phrases.Heading heading = phrases.heading(scene.space(), ranked.statement());
        boolean shared =
                tally.ranking().stream().filter(r -> r.rank() == ranked.rank()).count() > 1;
        return new Line(
                ranked.rank() + "." + (shared ? " " + texts.get(scene.language(), "phrase.ranking.equal") : ""),
                heading.icon(),
                heading.text(),
                STICKER.repeat(Bars.length(ranked.stickers(), most, LONGEST_ROW)) + " " + ranked.stickers(),
                focus);
    }

    private Choice choice(Scene scene, StatementId statement) {
        Phrases.Heading heading = phrases.heading(scene.space(), statement);
        return new Choice(heading.icon() + " " + heading.text(), statement.value());
    }
}
