package nl.balansmonitor.teams;

import java.util.List;
import nl.balansmonitor.actions.ActionItem;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.wording.Texts;
import org.springframework.stereotype.Component;

/** Actions as the cards of a session list them. */
@Component
class ActionList {

    private final Texts texts;

    ActionList(Texts texts) {
        this.texts = texts;
    }

    record Item(String action, String what, String owner, String dueDate, boolean done) {}

    List<Item> of(Language language, List<ActionItem> actions) {
        return actions.stream()
                .map(a -> new Item(
                        a.id().value(),
                        a.what(),
                        a.ownerName(),
                        texts.get(language, "phrase.summary.dueDate", Texts.day(language, a.feedbackDate())),
                        !a.open()))
                .toList();
    }
}
