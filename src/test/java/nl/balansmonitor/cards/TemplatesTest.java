package nl.balansmonitor.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TemplatesTest {

    private static final JsonNode NOOR = JsonMapper.shared().readTree("{\"name\": \"Noor\"}");

    @Test
    void expandsATemplateOfTheClasspathByName() {
        Templates templates = Templates.load(List.of("test/greeting", "test/greeting"), MissingValues.strict());
        assertThat(templates.expand("test/greeting", NOOR).at("/body/0/text").asString())
                .isEqualTo("Dag Noor");
    }

    @Test
    void refusesToLoadABadTemplate() {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> Templates.load(List.of("test/greeting", "test/broken"), MissingValues.strict()))
                .withMessageContaining("card template 'test/broken', $.body[0].text: ${ is never closed");
    }

    @Test
    void refusesToLoadATemplateThatIsNotThere() {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> Templates.load(List.of("test/none"), MissingValues.strict()))
                .withMessageContaining("there is no /cards/test/none.json on the classpath");
    }

    @Test
    void knowsOnlyWhatWasLoaded() {
        Templates templates = Templates.load(List.of(), MissingValues.strict());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> templates.expand("test/greeting", NOOR))
                .withMessageContaining("test/greeting");
    }

    @Test
    void tellsOfMissingValuesInEveryTemplate() {
        List<MissingValue> found = new ArrayList<>();
        Templates templates = Templates.load(List.of("test/greeting"), found::add);
        JsonNode card = templates.expand("test/greeting", JsonMapper.shared().createObjectNode());
        assertThat(card.at("/body/0/text").asString()).isEqualTo("Dag ");
        assertThat(found)
                .containsExactly(new MissingValue("test/greeting", "$.body[0].text", "name", "there is no 'name'"));
    }
}
