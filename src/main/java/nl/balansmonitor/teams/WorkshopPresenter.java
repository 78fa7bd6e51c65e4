package nl.balansmonitor.teams;

import java.util.List;
import nl.balansmonitor.sessions.Box;
import nl.balansmonitor.sessions.Workshop;
import nl.balansmonitor.sessions.Workshops;
import nl.balansmonitor.shared.Actor;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.wording.Phrases;
import nl.balansmonitor.wording.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Draws the card on which groups write statements of their own: for everybody, and for the one member who looks at it. */
@Component
class WorkshopPresenter {

    private final Cards cards;
    private final Texts texts;
    private final Phrases phrases;
    private final Workshops workshops;
    private final GroupPresenter groups;
    private final DuplicatesPresenter duplicates;

    WorkshopPresenter(
            Cards cards,
            Texts texts,
            Phrases phrases,
            Workshops workshops,
            GroupPresenter groups,
            DuplicatesPresenter duplicates) {
        this.cards = cards;
        this.texts = texts;
        this.phrases = phrases;
        this.workshops = workshops;
        this.groups = groups;
        this.duplicates = duplicates;
    }

    /**
     * What a member sent, and what became of it.
     *
     * @param draft   what stays in the input
     * @param problem why it was not taken, in the language of the card; empty if nothing is wrong
     * @param saved   names the sentence that says it was taken; empty if nothing was sent
     */
    record Form(String draft, String problem, String saved) {

        static final Form EMPTY = of("");

        static Form of(String draft) {
            return new Form(draft, "", "");
        }

        static Form refused(String draft, String problem) {
            return new Form(draft, problem, "");
        }

        static Form saved(String sentence) {
            return new Form("", "", sentence);
        }
    }

    private record Values(
            String session,
            boolean open,
            String position,
            String question,
            String box,
            boolean first,
            boolean last,
            String until,
            String groups,
            int groupSize,
            String draft,
            boolean hasProblem,
            String problem,
            boolean hasSaved,
            String saved,
            boolean own,
            String handedIn,
            GroupPresenter.Part group,
            boolean hasDuplicates,
            List<DuplicatesPresenter.Item> duplicates) {}

    /**
     * What the channel sees. It changes with the open box and the number of groups only: every edit takes away what somebody is typing into
     * this card.
     */
    JsonNode shared(Scene scene) {
        return draw(scene, Form.EMPTY, false, "", GroupPresenter.NO_GROUP, List.of());
    }

    /** What one member sees: his group, what it wrote and handed in; whoever may steer also sees statements that say the same. */
    JsonNode own(Scene scene, Actor viewer, Form form) {
        Workshop workshop = workshops.open(scene.session()).orElseThrow();
        return draw(
                scene,
                form,
                true,
                phrases.handedIn(scene.language(), workshop),
                groups.part(scene, workshop, viewer.member()),
                scene.session().mayBeSteeredBy(viewer) ? duplicates.among(scene, workshop) : List.of());
    }

    /** The same card once nobody writes any more. */
    JsonNode over(Scene scene) {
        return cards.draw(
                "workshop",
                scene.language(),
                new Values(
                        scene.session().id().value(),
                        false,
                        "",
                        "",
                        "",
                        false,
                        false,
                        "",
                        "",
                        Workshops.Setup.USUAL.groupSize(),
                        "",
                        false,
                        "",
                        false,
                        "",
                        false,
                        "",
                        GroupPresenter.NO_GROUP,
                        false,
                        List.of()));
    }

    private JsonNode draw(
            Scene scene,
            Form form,
            boolean own,
            String handedIn,
            GroupPresenter.Part group,
            List<DuplicatesPresenter.Item> alike) {
        Language language = scene.language();
        Workshop workshop = workshops.open(scene.session()).orElseThrow();
        List<Box> boxes = List.of(Box.values());
        return cards.draw(
                "workshop",
                language,
                new Values(
                        scene.session().id().value(),
                        true,
                        texts.get(
                                language, "phrase.workshop.position", boxes.indexOf(workshop.box()) + 1, boxes.size()),
                        phrases.question(language, workshop.box()),
                        workshop.box().name(),
                        workshop.box() == boxes.getFirst(),
                        workshop.box().next().isEmpty(),
                        until(scene, workshop),
                        texts.get(
                                language,
                                "phrase.workshop.groups",
                                workshop.groups().size()),
                        Workshops.Setup.USUAL.groupSize(),
                        form.draft(),
                        !form.problem().isEmpty(),
                        form.problem(),
                        !form.saved().isEmpty(),
                        form.saved().isEmpty() ? "" : texts.get(language, "phrase.workshop." + form.saved()),
                        own,
                        handedIn,
                        group,
                        !alike.isEmpty(),
                        alike));
    }

    private String until(Scene scene, Workshop workshop) {
        String key = workshop.box().next().isEmpty() ? "untilLast" : workshop.movesOn() ? "untilMovesOn" : "until";
        return texts.get(
                scene.language(),
                "phrase.workshop." + key,
                Texts.time(workshop.boxEnds(), scene.space().zone()));
    }
}
