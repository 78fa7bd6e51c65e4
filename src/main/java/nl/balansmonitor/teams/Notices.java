package nl.balansmonitor.teams;

import java.util.List;
import java.util.Map;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.wording.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Draws small cards: a sentence, what to do next, and a button for it if there is one. */
@Component
class Notices {

    private final Cards cards;
    private final Texts texts;

    Notices(Cards cards, Texts texts) {
        this.cards = cards;
        this.texts = texts;
    }

    private record Button(String title, String verb, Map<String, String> data, Map<String, String> submit) {}

    private record Values(String icon, String text, boolean hasNext, String next, List<Button> buttons) {}

    /** A session is going on already; it can be ended from here, by whoever may. */
    JsonNode running(Language language, Session session, String closeTitle) {
        String verb = "session.close";
        String id = session.id().value();
        var close = new Button(closeTitle, verb, Map.of("session", id), Map.of("verb", verb, "session", id));
        return draw(language, "⏳", "sessionRunning", List.of(close));
    }

    /** This start card was replaced or called off. */
    JsonNode cancelled(Language language) {
        return draw(language, "↩️", "cancelled", List.of());
    }

    /**
     * Half of the time of a session that is open for days is over.
     *
     * @param until when no more reactions are taken
     */
    JsonNode halfway(Language language, String progress, String until) {
        return draw(language, "⏳", "halfway", List.of(), progress, until);
    }

    /** In the place of that, once no more reactions are taken. */
    JsonNode halfwayOver(Language language) {
        return draw(language, "✅", "halfwayOver", List.of());
    }

    private JsonNode draw(Language language, String icon, String name, List<Button> buttons, Object... blanks) {
        return cards.draw(
                "notice",
                language,
                new Values(
                        icon,
                        texts.get(language, "phrase.notice." + name, blanks),
                        true,
                        texts.get(language, "phrase.notice." + name + "Next"),
                        buttons));
    }
}
