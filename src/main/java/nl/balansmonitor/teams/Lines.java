package nl.balansmonitor.teams;

import nl.balansmonitor.actions.ActionRefusal;
import nl.balansmonitor.rhythm.PlanRefusal;
import nl.balansmonitor.sessions.SessionRefusal;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.statements.StatementRefusal;
import nl.balansmonitor.wording.Texts;
import org.springframework.stereotype.Component;

/** The lines with which requests are refused: each reason has one text per language. */
@Component
class Lines {

    private final Texts texts;

    Lines(Texts texts) {
        this.texts = texts;
    }

    String of(Language language, SessionRefusal reason) {
        return texts.get(language, "line.session." + reason.name());
    }

    String of(Language language, ActionRefusal reason) {
        return texts.get(language, "line.action." + reason.name());
    }

    String of(Language language, StatementRefusal reason) {
        return texts.get(language, "line.statement." + reason.name());
    }

    String of(Language language, PlanRefusal reason) {
        return texts.get(language, "line.plan." + reason.name());
    }

    String overBudget(Language language, long by, int budget) {
        return texts.get(language, "line.overBudget", by, budget);
    }

    /** @param name of a line that answers a request no feature has seen */
    String of(Language language, String name) {
        return texts.get(language, "line." + name);
    }
}
