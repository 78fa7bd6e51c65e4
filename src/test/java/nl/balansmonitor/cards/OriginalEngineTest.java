package nl.balansmonitor.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Our templates beside the original's: the same in everything but the differences that we document. */
class OriginalEngineTest {

    @TestFactory
    Stream<DynamicTest> givesWhatTheOriginalGives(@TempDir Path workspace) throws Exception {
        List<TemplateCase> cases = TemplateCase.all("agreeing");
        JsonNode outcomes = new OriginalEngine(workspace).expand(cases);
        assertThat(outcomes.size()).isEqualTo(cases.size()).isGreaterThanOrEqualTo(300);
        return IntStream.range(0, cases.size())
                .mapToObj(i ->
                        DynamicTest.dynamicTest(cases.get(i).toString(), () -> agrees(cases.get(i), outcomes.get(i))));
    }

    private static void agrees(TemplateCase pair, JsonNode outcome) {
        assertThat(outcome.has("failed")).as(outcome.toString()).isFalse();
        if (outcome.has("refused")) {
            assertThatThrownBy(() -> parse(pair)).isInstanceOf(TemplateException.class);
        } else {
            assertSame(expand(pair, MissingValues.strict()), outcome.path("value"));
        }
    }

    @TestFactory
    Stream<DynamicTest> differsFromTheOriginalWhereItSaysSo(@TempDir Path workspace) throws Exception {
        List<TemplateCase> cases = TemplateCase.all("differing");
        JsonNode outcomes = new OriginalEngine(workspace).expand(cases);
        return IntStream.range(0, cases.size())
                .mapToObj(i ->
                        DynamicTest.dynamicTest(cases.get(i).toString(), () -> differs(cases.get(i), outcomes.get(i))));
    }

    private static void differs(TemplateCase pair, JsonNode outcome) {
        JsonNode ours = pair.ours();
        if (ours == null) {
            assertThat(outcome.has("refused")).as(outcome.toString()).isFalse();
            assertThatThrownBy(() -> parse(pair)).isInstanceOf(TemplateException.class);
        } else {
            assertSame(expand(pair, missing -> {}), ours);
            assertThat(normal(outcome.path("value"))).isNotEqualTo(normal(ours));
        }
    }

    @Test
    void documentsEveryDifference() throws IOException {
        Set<String> tested =
                TemplateCase.all("differing").stream().map(TemplateCase::name).collect(Collectors.toSet());
        assertThat(documented("(?m)^\\| \\*\\*(.+?)\\*\\* \\|")).isEqualTo(tested);
    }

    @Test
    void documentsEveryFunction() throws IOException {
        Set<String> named = Functions.names().stream()
                .filter(name -> Character.isLetter(name.charAt(0)))
                .collect(Collectors.toSet());
        assertThat(documented("(?m)(?:^\\| [a-z ]+ \\| |\\G)`(\\w+)`(?: |$)")).isEqualTo(named);
        assertThat(named).hasSizeGreaterThanOrEqualTo(90);
    }

    private static Set<String> documented(String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(Path.of("docs/card-templates.md")))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static Template parse(TemplateCase pair) {
        return Template.parse(pair.name(), pair.template().toString());
    }

    private static JsonNode expand(TemplateCase pair, MissingValues missing) {
        return parse(pair).expand(pair.data(), pair.host(), missing);
    }

    private static void assertSame(JsonNode ours, JsonNode theirs) {
        assertThat(normal(ours)).isEqualTo(normal(theirs));
    }

    /** As text in which 1 and 1.0 are the same; properties keep no order. */
    private static String normal(JsonNode json) {
        if (json.isObject()) {
            return json.properties().stream()
                    .map(property -> JsonMapper.shared().writeValueAsString(property.getKey()) + ": "
                            + normal(property.getValue()))
                    .sorted()
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (json.isArray()) {
            return json.values().stream().map(OriginalEngineTest::normal).collect(Collectors.joining(", ", "[", "]"));
        }
        return json.isNumber() ? json.decimalValue().stripTrailingZeros().toPlainString() : json.toString();
    }
}
