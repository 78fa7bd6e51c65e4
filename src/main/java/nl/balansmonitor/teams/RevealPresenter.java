package nl.balansmonitor.teams;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.balansmonitor.actions.ActionItem;
import nl.balansmonitor.actions.Actions;
import nl.balansmonitor.sessions.Distribution;
import nl.balansmonitor.sessions.Phase;
import nl.balansmonitor.sessions.Reading;
import nl.balansmonitor.sessions.Scale;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.Thermometers;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.wording.Phrases;
import nl.balansmonitor.wording.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Draws the result of a statement: what the team said, a question for the conversation, and the form for an action. */
@Component
class RevealPresenter {

    private static final int LONGEST_BAR = 8;

    /** From cold to warm. */
    private static final List<String> SQUARES = List.of("🟦", "🟩", "🟨", "🟧", "🟥");

    private final Cards cards;
    private final Texts texts;
    private final Phrases phrases;
    private final Thermometers thermometers;
    private final Actions actions;
    private final ActionList list;
    private final Owners owners;
    private final FollowUps followUps;
    private final Clock clock;

    RevealPresenter(
            Cards cards,
            Texts texts,
            Phrases phrases,
            Thermometers thermometers,
            Actions actions,
            ActionList list,
            Owners owners,
            FollowUps followUps,
            Clock clock) {
        this.cards = cards;
        this.texts = texts;
        this.phrases = phrases;
        this.thermometers = thermometers;
        this.actions = actions;
        this.list = list;
        this.owners = owners;
        this.followUps = followUps;
        this.clock = clock;
    }

    /**
     * An action that is being written.
     *
     * @param problem what is wrong with it, to be shown above the form; empty for nothing
     */
    record Draft(String what, String feedbackDate, String problem) {

        static final Draft NONE = new Draft("", "", "");
    }

    private record Step(int score, String word, int count, String bar) {}

    private record Remark(String text) {}

    private record Values(
            String session,
            String statement,
            String position,
            String icon,
            String theme,
            String text,
            boolean hasResult,
            List<Step> steps,
            boolean hasChange,
            String change,
            boolean hasFollowUp,
            String followUp,
            String followUpChange,
            boolean hasRemarks,
            List<Remark> remarks,
            boolean remarksTooFew,
            boolean hasActions,
            List<ActionList.Item> actions,
            boolean going,
            boolean writing,
            boolean hasProblem,
            String problem,
            String draft,
            boolean searchOwner,
            List<Owners.Choice> members,
            String feedbackDate,
            String earliestDate,
            String mean,
            String median,
            String responses,
            String spread,
            String prompt,
            String hint) {}

    /** What the channel sees: names nobody but the owners of actions. */
    JsonNode shared(Scene scene, StatementId statement) {
        return draw(scene, statement, List.of(), Draft.NONE);
    }

    /** What one member sees: with the names of the team, for clients that can't look people up by themselves. */
    JsonNode own(Scene scene, StatementId statement, Draft draft) {
        return draw(scene, statement, owners.choices(scene.members()), draft);
    }

    private JsonNode draw(Scene scene, StatementId statement, List<Owners.Choice> members, Draft draft) {
        Language language = scene.language();
        Reading reading = thermometers.reading(scene.session(), statement, scene.invited());
        Optional<Distribution> distribution = reading.distribution();
        Phrases.Heading heading = phrases.heading(scene.space(), statement);
        Optional<String> change = distribution.flatMap(d -> thermometers
                .previous(scene.session(), statement)
                .map(before -> phrases.change(language, scene.space().zone(), d.mean(), before)));
        Optional<ActionItem> followUp = scene.session()
                .followUp()
                .flatMap(id -> actions.find(scene.space().id(), id));
        List<ActionList.Item> agreed = list.of(
                language,
                actions.of(scene.space().id(), scene.session().id()).stream()
                        .filter(a -> a.statement().equals(statement))
                        .toList());
        LocalDate today = LocalDate.now(clock.withZone(scene.space().zone()));
        return cards.draw(
                "reveal",
                language,
                new Values(
                        scene.session().id().value(),
                        statement.value(),
                        texts.get(
                                language,
                                "phrase.reveal.position",
                                scene.turnOf(statement),
                                scene.session().thermometers().size()),
                        heading.icon(),
                        heading.theme(),
                        heading.text(),
                        distribution.isPresent(),
                        distribution.map(d -> steps(language, d)).orElse(List.of()),
                        change.isPresent(),
                        change.orElse(""),
                        followUp.isPresent(),
                        followUp.map(a -> followUp(language, a)).orElse(""),
                        followUp.flatMap(a -> followUps.comparison(language, scene.space(), a, scene.session()))
                                .orElse(""),
                        !reading.remarks().isEmpty(),
                        reading.remarks().stream().map(Remark::new).toList(),
                        distribution.isPresent() && reading.remarksWithheld(),
                        !agreed.isEmpty(),
                        agreed,
                        scene.session().phase() == Phase.REACTING,
                        !draft.equals(Draft.NONE),
                        !draft.problem().isEmpty(),
                        draft.problem(),
                        draft.what(),
                        members.isEmpty(),
                        members,
                        draft.feedbackDate().isBlank()
                                ? actions.usualFeedbackDate(scene.space()).toString()
                                : draft.feedbackDate(),
                        today.toString(),
                        distribution.map(d -> phrases.mean(language, d)).orElse(""),
                        distribution.map(d -> phrases.median(language, d)).orElse(""),
                        phrases.responses(language, reading),
                        distribution.map(d -> phrases.spread(language, d)).orElse(""),
                        prompt(language, distribution),
                        hint(scene, statement)));
    }

    /** What was done, or is being done, so that what follows from it can be seen beside it. */
    private String followUp(Language language, ActionItem action) {
        return texts.get(
                language,
                action.open() ? "phrase.reveal.followUpOpen" : "phrase.reveal.followUpDone",
                action.what(),
                action.ownerName());
    }

    private List<Step> steps(Language language, Distribution distribution) {
        int most = Collections.max(distribution.counts());
        return IntStream.iterate(Scale.HIGHEST, score -> score >= Scale.LOWEST, score -> score - 1)
                .mapToObj(score -> {
                    int count = distribution.counts().get(score - Scale.LOWEST);
                    return new Step(
                            score,
                            texts.get(language, "scale." + score),
                            count,
                            SQUARES.get(score - Scale.LOWEST).repeat(Bars.length(count, most, LONGEST_BAR)));
                })
                .toList();
    }

    /** One question to begin with: about the difference where there is one, and else about the cold or the warmth. */
    private String prompt(Language language, Optional<Distribution> distribution) {
        if (distribution.isEmpty()) {
            return texts.get(language, "phrase.reveal.promptTooFew");
        }
        Distribution d = distribution.get();
        return switch (d.agreement()) {
            case DIVIDED -> texts.get(language, "phrase.reveal.promptDivided", d.coldCamp(), d.warmCamp());
            case MIXED -> texts.get(language, "phrase.reveal.promptMixed");
            case AGREED ->
                texts.get(language, d.median() < 3 ? "phrase.reveal.promptCold" : "phrase.reveal.promptAgreed");
        };
    }

    /** The same for as long as the session goes on, because an edit empties the form under the hands of whoever fills it in. */
    private String hint(Scene scene, StatementId statement) {
        Session session = scene.session();
        return texts.get(
                scene.language(),
                switch (session.phase()) {
                    case CLOSING, CLOSED, CANCELLED -> "phrase.reveal.hintOver";
                    case CHOOSING, WRITING, STICKERING, DECIDING, REACTING ->
                        revealedLast(session, statement)
                                ? "phrase.reveal.hintLast"
                                : session.window().isPresent()
                                        ? "phrase.reveal.hintNextOfAll"
                                        : "phrase.reveal.hintNext";
                });
    }

    private static boolean revealedLast(Session session, StatementId statement) {
        return session.thermometer(statement)
                .filter(t -> t.revealed() == session.thermometers().size())
                .isPresent();
    }
}
