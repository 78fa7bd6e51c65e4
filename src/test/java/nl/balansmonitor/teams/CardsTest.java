package nl.balansmonitor.teams;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.balansmonitor.cards.Templates;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.wording.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every card with every sample of its data. */
class CardsTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/cards");
    private static final Path SAMPLES = Path.of("src/test/resources/cards");

    /** Below the 40 KB of {@code CardRules}, so that longer names and own statements fit as well. */
    private static final int LARGEST = 34 * 1024;

    private static final int MOST_ACTIONS = 6;

    private static final Templates STRICT = new TeamsConfiguration().templates(true);

    private final Cards cards = new Cards(STRICT, new Texts());

    /** @param name {@code <card>/<sample>} */
    record Sample(String name, JsonNode data) {

        String card() {
            return name.substring(0, name.indexOf('/'));
        }

        Language language() {
            return Language.of(data.path("lang").asString());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sample> samples() {
        return templates().stream()
                .flatMap(card -> json(SAMPLES.resolve(card)).stream()
                        .map(f -> new Sample(card + "/" + f.getFileName(), read(f))));
    }

    static Set<String> templates() {
        return json(TEMPLATES).stream()
                .map(f -> f.getFileName().toString().replace(".json", ""))
                .collect(toSet());
    }

    @Test
    void areAllLoadedAtTheStartAndHaveSamplesInBothLanguages() {
        assertThat(templates())
                .allSatisfy(card -> assertThat(samples().filter(s -> s.card().equals(card)))
                        .extracting(Sample::language)
                        .contains(Language.values()));
        samples().forEach(sample -> assertThat(draw(sample).isObject()).isTrue());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void leaveNoTemplateUnexpanded(Sample sample) {
        List<String> written =
                texts(sample.data()).stream().filter(t -> t.contains("${")).toList();
        assertThat(texts(draw(sample)))
                .filteredOn(text -> text.contains("${"))
                .allMatch(text -> written.stream().anyMatch(text::contains));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void areSpokenAndShownInTheirLanguageAlsoWhereTheyCannotBeDrawn(Sample sample) {
        JsonNode card = draw(sample);
        assertThat(card.path("lang").asString())
                .isEqualTo(sample.language().locale().getLanguage());
        assertThat(card.path("version").asString()).isEqualTo("1.5");
        assertThat(card.path("fallbackText").asString()).isNotBlank();
        assertThat(card.path("speak").asString()).isNotBlank();
    }

    /** A client that doesn't know Action.Execute sends the same data, with the verb in it. */
    @ParameterizedTest
    @MethodSource("samples")
    void giveEveryButtonASubmitWithTheSameDataAsFallback(Sample sample) {
        ObjectNode card = draw(sample);
        card.remove("refresh");
        for (JsonNode execute : ofType(card, "Action.Execute")) {
            JsonNode submit = execute.path("fallback");
            assertThat(submit.path("type").asString()).isEqualTo("Action.Submit");
            for (String same : List.of("title", "style", "associatedInputs")) {
                assertThat(submit.path(same)).isEqualTo(execute.path(same));
            }
            assertThat(execute.path("title").asString()).isNotBlank();
            ObjectNode data = execute.path("data").asObject().deepCopy();
            assertThat(submit.path("data")).isEqualTo(data.set("verb", execute.path("verb")));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void sendOnlyWhatTheBotUnderstands(Sample sample) {
        for (JsonNode execute : ofType(draw(sample), "Action.Execute")) {
            Request request = Requests.of(execute.path("verb").asString(), execute.path("data"));
            assertThat(request).as(execute.toString()).isNotIn(new Request.Unknown(), new Request.Unreadable());
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void labelEveryInput(Sample sample) {
        JsonNode card = draw(sample);
        for (String type : List.of("Input.Text", "Input.ChoiceSet", "Input.Date", "Input.Number", "Input.Toggle")) {
            assertThat(ofType(card, type))
                    .allMatch(input -> !input.path("label").asString().isBlank());
            assertThat(ofType(card, type))
                    .extracting(input -> input.path("id").asString())
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void staySmallEnoughForEveryClient(Sample sample) {
        JsonNode card = draw(sample);
        assertThat(card.toString().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(LARGEST);
        assertThat(card.path("actions").size()).isLessThanOrEqualTo(MOST_ACTIONS);
    }

    private ObjectNode draw(Sample sample) {
        return cards.draw(sample.card(), sample.language(), sample.data()).asObject();
    }

    private static List<JsonNode> ofType(JsonNode node, String type) {
        var found = new ArrayList<JsonNode>();
        if (node.path("type").asString("").equals(type)) {
            found.add(node);
        }
        node.forEach(child -> found.addAll(ofType(child, type)));
        return found;
    }

    private static List<String> texts(JsonNode node) {
        var found = new ArrayList<String>();
        if (node.isString()) {
            found.add(node.asString());
        }
        node.forEach(child -> found.addAll(texts(child)));
        return found;
    }

    private static JsonNode read(Path file) {
        return JsonMapper.shared().readTree(file.toFile());
    }

    private static List<Path> json(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
