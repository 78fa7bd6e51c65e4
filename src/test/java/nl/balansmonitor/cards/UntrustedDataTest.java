package nl.balansmonitor.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whatever a user writes reaches the card as it was written. */
class UntrustedDataTest {

    private static final String[] PIECES = {
        "${",
        "}",
        "\\",
        "$",
        "{",
        "`",
        "'",
        "\"",
        "name",
        "$root",
        "$data",
        "$when",
        "1 + 1",
        "${secret}",
        "\\${",
        ".",
        "[0]",
        "exists(",
        ")",
        " ",
        "\n",
        "é",
        "👍",
        "@{",
        "${json('{}')}"
    };

    private static final Template ECHO = Template.parse("echo", """
            {"alone": "${text}", "within": "<${text}>", "copied": "${object}", "calculated": "${concat('<', text, '>')}",
             "chosen": "${text ?? 'x'}", "named": {"$data": "${object}", "text": "${text}"},
             "joined": "${join(foreach(list, x, x), '|')}", "items": [{"$data": "${list}", "text": "${$data}"}]}""");

    @RepeatedTest(200)
    void isNeverEvaluated(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String text = written(random);
        String other = written(random);
        ObjectNode data = JsonMapper.shared().createObjectNode();
        data.put("secret", "SECRET").put("text", text);
        data.putObject("object").put("text", text).put("$when", other).put(other, text);
        data.putArray("list").add(text).add(other);

        ObjectNode expected = JsonMapper.shared().createObjectNode();
        expected.put("alone", text).put("within", "<" + text + ">");
        expected.set("copied", data.get("object"));
        expected.put("calculated", "<" + text + ">").put("chosen", text);
        expected.putObject("named").put("text", text);
        expected.put("joined", text + "|" + other);
        expected.putArray("items").addObject().put("text", text);
        expected.withArray("items").addObject().put("text", other);

        JsonNode card = ECHO.expand(data);
        assertThat(card).isEqualTo(expected);
    }

    private static String written(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
