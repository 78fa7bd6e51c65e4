package nl.balansmonitor.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class TemplateTest {

    private static final JsonNode NOTHING = json("{}");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ${foo(1)}      | unknown function foo
            ${length()}    | the number of arguments of length is 1
            ${round(1,2,3)}| the number of arguments of round is 1 to 2
            ${and()}       | the number of arguments of and is at least 1
            ${foreach(a,b)}| the number of arguments of foreach is 3
            ${a +}         | the expression ends too early
            ${a b}         | unexpected 'b' at 8
            ${a ; b}       | unexpected character ';' at 8
            ${a            | ${ is never closed
            ${'a}          | a string is never closed
            ${}            | ${} is empty
            ${$dat}        | unknown name $dat
            """)
    void refusesAWrongExpressionWithTemplatePathAndReason(String expression, String reason) {
        String template = "{\"body\": [{\"text\": \"x\"}, {\"items\": [{\"text\": \"Dag " + expression + "\"}]}]}";
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> Template.parse("thermometer", template))
                .withMessageContaining("card template 'thermometer', $.body[1].items[0].text: ")
                .withMessageContaining(reason)
                .withMessageContaining(expression)
                .satisfies(wrong -> assertThat(wrong.template()).isEqualTo("thermometer"))
                .satisfies(wrong -> assertThat(wrong.path()).isEqualTo("$.body[1].items[0].text"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": ",
                "{\"a\": 1, \"a\": 2}",
                "{} {}",
                "{\"$when\": true}",
                "{\"$when\": \"x${a}\"}",
                "{\"$data\": {\"x\": \"${a}\"}}"
            })
    void refusesATemplateThatIsNotOne(String template) {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> Template.parse("thermometer", template))
                .withMessageContaining("card template 'thermometer', $");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ${lacking}          | there is no 'lacking'
            ${lacking.deeper}   | there is no 'lacking'
            ${list[4]}          | there is no element 4 in a list of 1
            ${list['x']}        | there is no property of that name
            ${$index}           | there is no $index outside a repetition
            ${$host.theme}      | there is no $host
            ${lacking ?? other} | there is no 'other'
            ${1 / 0}            | div cannot divide by 0
            ${toUpper(list)}    | toUpper wants a string as argument 1
            Dag ${null}         | nothing is not text
            Dag ${object}       | an object is not text
            """)
    void isStrictAboutAValueThatIsNotThere(String text, String reason) {
        Template template = Template.parse("reveal", "{\"body\": [{\"text\": \"" + text + "\"}]}");
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> template.expand(json("{\"list\": [1], \"object\": {}}")))
                .withMessageContaining("card template 'reveal', $.body[0].text: ${")
                .withMessageContaining("has no value: " + reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${if(exists(lacking), lacking, 'x')}",
                "${exists(lacking) ? lacking : 'x'}",
                "${lacking ?? 'x'}",
                "${lacking.deeper ?? list[3] ?? 'x'}",
                "${coalesce(lacking, 'x')}",
                "${lacking == null ? 'x' : lacking}",
                "${if(lacking && lacking.deeper, lacking.deeper, 'x')}",
                "${if(empty(lacking), 'x', lacking)}",
                "${if(contains(lacking, 'a'), 'y', 'x')}",
                "${if(isString(lacking), lacking, 'x')}",
                "${join(foreach(where(list, i, i.lacking), i, i), '')}x"
            })
    void isContentWithAGuardedValueThatIsNotThere(String text) {
        Template template =
                Template.parse("reveal", "{\"text\": \"" + text + "\", \"a\": {\"$when\": \"${lacking.deeper > 3}\"}}");
        assertThat(template.expand(json("{\"list\": [1]}"))).isEqualTo(json("{\"text\": \"x\", \"a\": null}"));
    }

    @Test
    void leavesOutWhatIsNotThereAndTellsOfIt() {
        List<MissingValue> found = new ArrayList<>();
        Template template = Template.parse("summary", """
                {"title": "Dag ${ first } ${name}!", "owner": "${owner.name}", "items": ["a", "${b}", "c"],
                 "none": [{"$data": "${lacking}", "t": "${x}"}], "n": "${count(list) / 0}"}""");
        JsonNode card = template.expand(json("{\"name\": \"Noor\", \"list\": []}"), found::add);
        assertThat(card).isEqualTo(json("{\"title\": \"Dag  Noor!\", \"items\": [\"a\", \"c\"], \"none\": []}"));
        assertThat(found)
                .containsExactly(
                        new MissingValue("summary", "$.title", "first", "there is no 'first'"),
                        new MissingValue("summary", "$.owner", "owner.name", "there is no 'owner'"),
                        new MissingValue("summary", "$.items[1]", "b", "there is no 'b'"),
                        new MissingValue("summary", "$.none[0].$data", "lacking", "there is no 'lacking'"),
                        new MissingValue("summary", "$.n", "count(list) / 0", "div cannot divide by 0"));
    }

    @Test
    void givesATreeThatSharesNothingWithDataAndTemplate() {
        Template template = Template.parse(
                "card", "{\"list\": \"${list}\", \"literal\": {\"$data\": {\"a\": [1]}, \"v\": \"${a}\"}, \"x\": [2]}");
        JsonNode data = json("{\"list\": [1]}");
        JsonNode card = template.expand(data);
        ((ArrayNode) card.get("list")).add("changed");
        ((ArrayNode) card.at("/literal/v")).add("changed");
        ((ArrayNode) card.get("x")).add("changed");
        ((ObjectNode) card).remove("literal");
        assertThat(data).isEqualTo(json("{\"list\": [1]}"));
        assertThat(template.expand(data)).isEqualTo(json("{\"list\": [1], \"literal\": {\"v\": [1]}, \"x\": [2]}"));
    }

    @Test
    void givesNullWhenNothingIsLeft() {
        assertThat(Template.parse("card", "{\"$when\": \"${lacking}\"}")
                        .expand(NOTHING)
                        .isNull())
                .isTrue();
        assertThat(Template.parse("card", "\"${lacking}\"")
                        .expand(NOTHING, missing -> {})
                        .isNull())
                .isTrue();
    }

    @Test
    void isExpandedByManyThreadsAtOnce() throws Exception {
        Template template = Template.parse("card", """
                [{"$data": "${range(1, 50)}", "$when": "${$index % 2 == 0}", "i": "${$index}",
                  "t": "${$root.name}: ${join(foreach($root.list, x, concat(x, '-', $root.name)), ', ')} ${lacking ?? ''}"}]""");
        List<Callable<JsonNode>> expansions = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            JsonNode data = json("{\"name\": \"n%d\", \"list\": [%d, 2]}".formatted(i % 10, i % 10));
            expansions.add(() -> template.expand(data));
        }
        List<JsonNode> alone = new ArrayList<>();
        for (Callable<JsonNode> expansion : expansions) {
            alone.add(expansion.call());
        }
        List<JsonNode> together = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<JsonNode> card : threads.invokeAll(expansions)) {
                together.add(card.get());
            }
        }
        assertThat(together).isEqualTo(alone);
        assertThat(Collections.frequency(together, together.getFirst())).isEqualTo(20);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
