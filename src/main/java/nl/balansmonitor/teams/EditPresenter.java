package nl.balansmonitor.teams;

import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.statements.Statement;
import nl.balansmonitor.wording.Phrases;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Draws the form in which a leader gives a statement other words; only he sees it. */
@Component
class EditPresenter {

    private final Cards cards;
    private final Phrases phrases;

    EditPresenter(Cards cards, Phrases phrases) {
        this.cards = cards;
        this.phrases = phrases;
    }

    private record Values(
            String space,
            String statement,
            String icon,
            String theme,
            String before,
            boolean hasProblem,
            String problem,
            String text,
            String from) {}

    /**
     * @param text    what is filled in
     * @param problem what is wrong with it; empty for nothing
     * @param place   where the statement stands among those that leaders see
     */
    JsonNode card(Space space, Statement statement, String text, String problem, int place) {
        Phrases.Heading heading = phrases.heading(space.language(), statement);
        return cards.draw(
                "edit",
                space.language(),
                new Values(
                        space.id().value(),
                        statement.id().value(),
                        heading.icon(),
                        heading.theme(),
                        heading.text(),
                        !problem.isEmpty(),
                        problem,
                        text,
                        Integer.toString(place)));
    }
}
