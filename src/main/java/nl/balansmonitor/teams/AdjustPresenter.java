package nl.balansmonitor.teams;

import java.time.Clock;
import java.time.LocalDate;
import nl.balansmonitor.actions.ActionItem;
import nl.balansmonitor.spaces.Space;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Draws the form in which one member adjusts an action; only he sees it. */
@Component
class AdjustPresenter {

    private final Cards cards;
    private final Phrases phrases;
    private final Clock clock;

    AdjustPresenter(Cards cards, Phrases phrases, Clock clock) {
        this.cards = cards;
        this.phrases = phrases;
        this.clock = clock;
    }

    /**
     * What the form says.
     *
     * @param feedbackDate yyyy-MM-dd
     * @param problem      what is wrong with it; empty for nothing
     */
    record Draft(String what, String feedbackDate, String problem) {

        static Draft of(ActionItem action) {
            return new Draft(action.what(), action.feedbackDate().toString(), "");
        }
    }

    private record Values(
            String space,
            String session,
            String action,
            String verb,
            String backVerb,
            String icon,
            String statement,
            boolean hasProblem,
            String problem,
            String what,
            String feedbackDate,
            String earliestDate) {}

    JsonNode card(Space space, ActionItem action, ActionSurface surface, Draft draft) {
        Phrases.Heading heading = phrases.heading(space, action.statement());
        return cards.draw(
                "adjust",
                space.language(),
                new Values(
                        space.id().value(),
                        surface.session().map(Object::toString).orElse(""),
                        action.id().value(),
                        surface.adjustVerb(),
                        surface.viewVerb(),
                        heading.icon(),
                        heading.text(),
                        !draft.problem().isEmpty(),
                        draft.problem(),
                        draft.what(),
                        draft.feedbackDate(),
                        LocalDate.now(clock.withZone(space.zone())).toString()));
    }
}
