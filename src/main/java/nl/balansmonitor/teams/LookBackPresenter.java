package nl.balansmonitor.teams;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.balansmonitor.actions.ActionItem;
import nl.balansmonitor.actions.Change;
import nl.balansmonitor.actions.LookBack;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.wording.Phrases;
import nl.balansmonitor.wording.Texts;
import org.springframework.stereotype.Component;

/** Prepares the look-back with which a start card begins. */
@Component
class LookBackPresenter {

    private static final int MOST_SHOWN = 10;

    private final Texts texts;
    private final Phrases phrases;
    private final LookBack lookBack;
    private final Clock clock;

    LookBackPresenter(Texts texts, Phrases phrases, LookBack lookBack, Clock clock) {
        this.texts = texts;
        this.phrases = phrases;
        this.lookBack = lookBack;
        this.clock = clock;
    }

    /**
     * One action to look back on.
     *
     * @param open    whether it can be decided still; one that was taken up again can
     * @param outcome what was decided in this session; empty while nothing was
     */
    record Item(
            String action,
            String what,
            String owner,
            String dueDate,
            boolean overdue,
            String icon,
            String statement,
            boolean open,
            boolean decided,
            String outcome) {}

    /**
     * What the start card shows of it.
     *
     * @param going   whether the team is at it
     * @param items   the first ones; empty when it is over
     * @param more    how many there are besides; empty for none
     * @param summary what came of it; empty while it goes on, and where there was nothing
     */
    record Part(boolean going, List<Item> items, String more, String summary) {}

    Part part(Scene scene) {
        List<ActionItem> actions = lookBack.on(scene.session());
        if (actions.isEmpty()) {
            return new Part(false, List.of(), "", "");
        }
        Language language = scene.language();
        if (lookBack.over(scene.session())) {
            return new Part(false, List.of(), "", summary(scene, actions));
        }
        int more = Math.max(0, actions.size() - MOST_SHOWN);
        return new Part(
                true,
                actions.stream().limit(MOST_SHOWN).map(a -> item(scene, a)).toList(),
                more == 0 ? "" : texts.get(language, "phrase.start.more", more),
                "");
    }

    private Item item(Scene scene, ActionItem action) {
        Space space = scene.space();
        Language language = scene.language();
        Phrases.Heading heading = phrases.heading(space, action.statement());
        Optional<Change> decided = action.changedSince(scene.session().startedAt());
        return new Item(
                action.id().value(),
                action.what(),
                action.ownerName(),
                texts.get(language, "phrase.actions.dueDate", Texts.day(language, action.feedbackDate())),
                decided.isEmpty() && action.feedbackDate().isBefore(LocalDate.now(clock.withZone(space.zone()))),
                heading.icon(),
                heading.text(),
                action.open(),
                decided.isPresent(),
                decided.map(change -> texts.get(
                                language,
                                switch (change.kind()) {
                                    case DONE -> "phrase.start.outcomeDone";
                                    case AGAIN -> "phrase.start.outcomeAgain";
                                    case ADJUSTED -> "phrase.start.outcomeAdjusted";
                                }))
                        .orElse(""));
    }

    private String summary(Scene scene, List<ActionItem> actions) {
        long done = actions.stream().filter(a -> !a.open()).count();
        long again = actions.stream()
                .filter(a ->
                        a.open() && a.changedSince(scene.session().startedAt()).isPresent())
                .count();
        return texts.get(scene.language(), "phrase.start.lookedBack", done, again, actions.size() - done - again);
    }
}
