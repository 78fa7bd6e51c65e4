package nl.balansmonitor.teams;

import java.util.ArrayList;
import java.util.List;
import nl.balansmonitor.sessions.Sessions;
import nl.balansmonitor.sessions.StickerRound;
import nl.balansmonitor.sessions.Workshops;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.statements.Agenda;
import nl.balansmonitor.statements.Decks;
import nl.balansmonitor.statements.Statement;
import nl.balansmonitor.statements.Theme;
import nl.balansmonitor.wording.Phrases;
import nl.balansmonitor.wording.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Draws the card with which a session begins: what became of earlier actions, and then what to measure today. */
@Component
class StartPresenter {

    private final Cards cards;
    private final Texts texts;
    private final Phrases phrases;
    private final Sessions sessions;
    private final Decks decks;
    private final Agenda agenda;
    private final Openings openings;
    private final LookBackPresenter lookBack;

    StartPresenter(
            Cards cards,
            Texts texts,
            Phrases phrases,
            Sessions sessions,
            Decks decks,
            Agenda agenda,
            Openings openings,
            LookBackPresenter lookBack) {
        this.cards = cards;
        this.texts = texts;
        this.phrases = phrases;
        this.sessions = sessions;
        this.decks = decks;
        this.agenda = agenda;
        this.openings = openings;
        this.lookBack = lookBack;
    }

    private record Suggested(String icon, String theme, String text, String reason) {}

    private record Choice(String id, String icon, String theme, String text) {}

    private record Values(
            String session,
            boolean lookingBack,
            List<LookBackPresenter.Item> lookBack,
            boolean hasMore,
            String more,
            boolean lookedBack,
            String lookBackSummary,
            List<Suggested> suggestion,
            String selected,
            List<Choice> statements,
            String round,
            String budgetHint,
            int groupSize,
            int minutes,
            List<Openings.Choice> until) {}

    JsonNode card(Scene scene) {
        Language language = scene.language();
        List<StatementId> suggestion = scene.session().suggestion();
        List<Statement> round = sessions.suggestedRound(scene.space().id());
        LookBackPresenter.Part past = lookBack.part(scene);
        return cards.draw(
                "start",
                language,
                new Values(
                        scene.session().id().value(),
                        past.going(),
                        past.items(),
                        !past.more().isEmpty(),
                        past.more(),
                        !past.summary().isEmpty(),
                        past.summary(),
                        suggestion.stream().map(id -> suggested(scene, id)).toList(),
                        String.join(
                                ",", suggestion.stream().map(StatementId::value).toList()),
                        decks.of(scene.space().id()).byTheme().values().stream()
                                .flatMap(List::stream)
                                .map(s -> choice(language, s))
                                .toList(),
                        texts.get(
                                language,
                                "phrase.start.round",
                                choice(language, round.getFirst()).theme(),
                                round.size()),
                        texts.get(language, "phrase.start.budgetHint", StickerRound.suggestedBudget(round.size())),
                        Workshops.Setup.USUAL.groupSize(),
                        Workshops.Setup.USUAL.minutes(),
                        openings.choices(scene.space())));
    }

    private Choice choice(Language language, Statement statement) {
        Phrases.Heading heading = phrases.heading(language, statement);
        return new Choice(statement.id().value(), heading.icon(), heading.theme(), heading.text());
    }

    private Suggested suggested(Scene scene, StatementId id) {
        Statement statement = decks.statement(scene.space().id(), id);
        Phrases.Heading heading = phrases.heading(scene.language(), statement);
        return new Suggested(heading.icon(), heading.theme(), heading.text(), reason(scene, statement));
    }

    /** Such as {@code op verzoek van het team · laatst gemeten in maart 2026}. */
    private String reason(Scene scene, Statement statement) {
        Language language = scene.language();
        SpaceId space = scene.space().id();
        var reasons = new ArrayList<String>();
        if (agenda.of(space).contains(statement)) {
            reasons.add(texts.get(language, "phrase.start.reasonTeam"));
        }
        reasons.add(phrases.lastMeasured(scene.space(), sessions.lastMeasured(space, statement.id())));
        if (statement.theme() == Theme.PUPILS) {
            reasons.add(texts.get(language, "phrase.start.reasonPupils"));
        }
        return String.join(" · ", reasons);
    }
}
