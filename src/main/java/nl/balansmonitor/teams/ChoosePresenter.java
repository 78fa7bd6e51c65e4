package nl.balansmonitor.teams;

import java.util.List;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.wording.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Asks a leader of several channels which of them he means. */
@Component
class ChoosePresenter {

    private final Cards cards;
    private final Texts texts;
    private final Places places;

    ChoosePresenter(Cards cards, Texts texts, Places places) {
        this.cards = cards;
        this.texts = texts;
        this.places = places;
    }

    private record Choice(String space, String place) {}

    private record Values(String title, String verb, String first, List<Choice> spaces) {}

    /**
     * @param title  the key of what he asked for
     * @param verb   of the request that is sent with the space he chooses
     * @param visits he himself in each of the spaces, at least one
     */
    JsonNode card(Language language, String title, String verb, List<Caller> visits) {
        List<Choice> spaces = visits.stream()
                .map(v -> v.space().id())
                .map(id -> new Choice(id.value(), places.of(language, id)))
                .toList();
        return cards.draw(
                "choose",
                language,
                new Values(texts.get(language, title), verb, spaces.getFirst().space(), spaces));
    }
}
