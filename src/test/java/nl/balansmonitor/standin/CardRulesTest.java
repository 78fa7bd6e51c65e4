package nl.balansmonitor.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardRulesTest {

    private final TeamsStandIn teams = TeamsStandIn.start(Settings.defaults());
    private final EchoBot bot = EchoBot.in(teams);
    private final Conversation channel = teams.channel("Digitalisering", teams.team());

    @AfterEach
    void close() {
        bot.close();
        teams.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            VERSION          | {"type":"AdaptiveCard","version":"1.6","fallbackText":"f","body":[]}
            FALLBACK_TEXT    | {"type":"AdaptiveCard","version":"1.5","body":[]}
            UNKNOWN_TYPE     | {"type":"AdaptiveCard","version":"1.5","fallbackText":"f","body":[{"type":"Chart.Line"}]}
            UNKNOWN_TYPE     | {"type":"AdaptiveCard","version":"1.5","fallbackText":"f","body":[{"type":"Container","items":[{"type":"Badge"}]}]}
            LABEL            | {"type":"AdaptiveCard","version":"1.5","fallbackText":"f","body":[{"type":"Input.Text","id":"a"}]}
            ALT_TEXT         | {"type":"AdaptiveCard","version":"1.5","fallbackText":"f","body":[{"type":"Image","url":"x"}]}
            TEMPLATE         | {"type":"AdaptiveCard","version":"1.5","fallbackText":"f","body":[{"type":"TextBlock","text":"${naam}"}]}
            EXECUTE_FALLBACK | {"type":"AdaptiveCard","version":"1.5","fallbackText":"f","actions":[{"type":"Action.Execute","verb":"a"}]}
            """)
    void refusesAndRecords(Rule rule, String card) {
        assertThat(bot.send(channel.id(), EchoBot.card(card)).statusCode()).isEqualTo(400);
        assertThat(teams.violations()).extracting(Violation::rule).containsExactly(rule);
        assertThat(channel.posts()).isEmpty();
    }

    @Test
    void findsNothingWrongWithAGoodCard() {
        var chart = """
                {"type":"Chart.Line","title":"Trend","data":[],"fallback":{"type":"TextBlock","text":"Trend"}}""";

        assertThat(bot.send(channel.id(), EchoBot.card(Cards.thermometer("0 van 12 klaar")))
                        .statusCode())
                .isEqualTo(201);
        assertThat(bot.send(channel.id(), EchoBot.card(Cards.withBody(chart))).statusCode())
                .isEqualTo(201);
        assertThat(teams.violations()).isEmpty();
    }

    @Test
    void takesSixActionsAndNotSeven() {
        var action = "{\"type\":\"Action.OpenUrl\",\"url\":\"http://127.0.0.1\"}";
        var six = Cards.withBody("")
                .replace("\"body\":[]", "\"actions\":[" + String.join(",", Collections.nCopies(6, action)) + "]");

        assertThat(bot.send(channel.id(), EchoBot.card(six)).statusCode()).isEqualTo(201);
        assertThat(bot.send(channel.id(), EchoBot.card(six.replace("]}", "," + action + "]}")))
                        .statusCode())
                .isEqualTo(400);
        assertThat(teams.violations()).extracting(Violation::rule).containsExactly(Rule.ACTIONS);
    }

    @Test
    void refusesACardAboveFortyKilobytes() {
        var large = Cards.withBody("{\"type\":\"TextBlock\",\"text\":\"" + "x".repeat(41 * 1024) + "\"}");
        var refused = bot.send(channel.id(), EchoBot.card(large));

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("MessageSizeTooBig");
    }

    @Test
    void letsTheBotRepeatWhatAMemberTyped() {
        teams.member("Fatima").says("plan ${geld}", channel);

        assertThat(bot.send(channel.id(), EchoBot.text("Ik ken plan ${geld} niet"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(bot.send(channel.id(), EchoBot.text("Hallo ${naam}")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void alsoLooksAtTheCardsThatAnswerATap() {
        bot.send(channel.id(), EchoBot.card(Cards.thermometer("0 van 12 klaar")));
        bot.answering(activity -> Cards.cardAnswer(Cards.thermometer("x").replace("1.5", "1.6")));
        teams.member("Fatima").taps(channel.posts().getFirst(), "thermometer.react", Map.of("score", 3));

        assertThat(teams.violations()).extracting(Violation::rule).containsExactly(Rule.VERSION);
    }

    @Test
    void recordsAnInvokeWithoutAnEnvelope() {
        bot.send(channel.id(), EchoBot.card(Cards.thermometer("0 van 12 klaar")));
        bot.answering(activity -> "{}");
        teams.member("Fatima").taps(channel.posts().getFirst(), "thermometer.react", Map.of("score", 3));

        assertThat(teams.violations()).extracting(Violation::rule).isEqualTo(List.of(Rule.INVOKE_ANSWER));
    }
}
