package nl.balansmonitor.teams;

import nl.balansmonitor.cards.Templates;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.wording.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Draws cards: a template, the values of one occasion, and the fixed texts in a language. */
@Component
class Cards {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Templates templates;
    private final Texts texts;

    Cards(Templates templates, Texts texts) {
        this.templates = templates;
        this.texts = texts;
    }

    /**
     * Draws one card.
     *
     * @param name   of the template, and of its texts
     * @param values a record whose components are what the template's expressions name
     */
    JsonNode draw(String name, Language language, Object values) {
        ObjectNode data = MAPPER.valueToTree(values);
        data.put("lang", language.locale().getLanguage());
        data.set("t", MAPPER.valueToTree(texts.labels(language, name)));
        return templates.expand(name, data);
    }
}
