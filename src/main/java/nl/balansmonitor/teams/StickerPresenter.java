package nl.balansmonitor.teams;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.balansmonitor.sessions.StickerRound;
import nl.balansmonitor.sessions.StickerRounds;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.wording.Phrases;
import nl.balansmonitor.wording.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Draws the card on which stickers are placed: for everybody, and for the one member who looks at it. */
@Component
class StickerPresenter {

    private final Cards cards;
    private final Texts texts;
    private final Phrases phrases;
    private final StickerRounds rounds;

    StickerPresenter(Cards cards, Texts texts, Phrases phrases, StickerRounds rounds) {
        this.cards = cards;
        this.texts = texts;
        this.phrases = phrases;
        this.rounds = rounds;
    }

    private record Line(String id, String icon, String text, String placed) {}

    private record Choice(String title, String value) {}

    private record Values(
            String session,
            String budget,
            List<Line> statements,
            List<Choice> choices,
            boolean hasProblem,
            String problem,
            boolean saved,
            boolean hasProgress,
            String progress) {}

    /** What the channel sees: nothing of the stickers, and the same for as long as the round is open, so that it is never edited. */
    JsonNode shared(Scene scene) {
        return draw(scene, Map.of(), "", false, "");
    }

    /** What one member sees. */
    JsonNode own(Scene scene, MemberId member) {
        var own = rounds.own(scene.session(), member);
        return draw(
                scene,
                own.map(stickers -> stickers.placed().entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey, e -> e.getValue().toString())))
                        .orElse(Map.of()),
                progress(scene),
                own.isPresent(),
                "");
    }

    /** What a member sees whose stickers were not taken: all that he filled in, and what is wrong with it. */
    JsonNode refused(Scene scene, Map<StatementId, String> filledIn, String problem) {
        return draw(scene, filledIn, progress(scene), false, problem);
    }

    private JsonNode draw(
            Scene scene, Map<StatementId, String> placed, String progress, boolean saved, String problem) {
        Language language = scene.language();
        StickerRound round = scene.session().stickers().orElseThrow();
        return cards.draw(
                "stickers",
                language,
                new Values(
                        scene.session().id().value(),
                        texts.get(language, "phrase.stickers.budget", round.budget()),
                        round.statements().stream()
                                .map(s -> line(scene, s, Optional.ofNullable(placed.get(s))))
                                .toList(),
                        IntStream.rangeClosed(0, round.budget())
                                .mapToObj(n -> new Choice(
                                        texts.get(language, "phrase.stickers.choice", n), Integer.toString(n)))
                                .toList(),
                        !problem.isEmpty(),
                        problem,
                        saved,
                        !progress.isEmpty(),
                        progress));
    }

    private String progress(Scene scene) {
        return phrases.progress(scene.language(), rounds.done(scene.session()), scene.invited());
    }

    private Line line(Scene scene, StatementId statement, Optional<String> placed) {
        Phrases.Heading heading = phrases.heading(scene.space(), statement);
        return new Line(statement.value(), heading.icon(), heading.text(), placed.orElse("0"));
    }
}
