package nl.balansmonitor.teams;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.balansmonitor.actions.ActionItem;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.wording.Phrases;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Draws the form in which one member adjusts an action; only he sees it. */
@Component
class AdjustPresenter {

    private final Cards cards;
    private final Phrases phrases;
    private final Owners owners;
    private final Clock clock;

    AdjustPresenter(Cards cards, Phrases phrases, Owners owners, Clock clock) {
        this.cards = cards;
        this.phrases = phrases;
        this.owners = owners;
        this.clock = clock;
    }

    /**
     * What the form says.
     *
     * @param owner        the id of who does it
     * @param feedbackDate yyyy-MM-dd
     * @param problem      what is wrong with it; empty for nothing
     */
    record Draft(String what, String owner, String feedbackDate, String problem) {

        static Draft of(ActionItem action) {
            return new Draft(
                    action.what(), action.owner().value(), action.feedbackDate().toString(), "");
        }
    }

    private record Values(
            String space,
            String session,
            String card,
            String action,
            String verb,
            String backVerb,
            String icon,
            String statement,
            boolean hasProblem,
            String problem,
            String what,
            String owner,
            List<Owners.Choice> members,
            String feedbackDate,
            String earliestDate) {}

    /** @param members among whom another owner can be chosen */
    JsonNode card(Space space, ActionItem action, List<Member> members, ActionSurface surface, Draft draft) {
        Phrases.Heading heading = phrases.heading(space, action.statement());
        return cards.draw(
                "adjust",
                space.language(),
                new Values(
                        space.id().value(),
                        surface.session().map(Object::toString).orElse(""),
                        surface.card(),
                        action.id().value(),
                        surface.adjustVerb(),
                        surface.viewVerb(),
                        heading.icon(),
                        heading.text(),
                        !draft.problem().isEmpty(),
                        draft.problem(),
                        draft.what(),
                        draft.owner(),
                        owners.choices(members, action),
                        draft.feedbackDate(),
                        LocalDate.now(clock.withZone(space.zone())).toString()));
    }
}
