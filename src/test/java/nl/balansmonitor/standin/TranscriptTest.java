package nl.balansmonitor.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TranscriptTest {

    private final TeamsStandIn teams = TeamsStandIn.start(Settings.defaults().withClock(new TickingClock()));
    private final EchoBot bot = EchoBot.in(teams);
    private final Conversation channel = teams.channel("Digitalisering", teams.team());
    private final StringWriter printed = new StringWriter();
    private final Transcript transcript = Transcript.of(teams, new PrintWriter(printed));

    @AfterEach
    void close() {
        bot.close();
        teams.close();
    }

    @Test
    void readsAsAPlay() {
        transcript.act("Stap 2. De thermometer");
        teams.member(School.LEADER).says("start", channel);
        bot.send(channel.id(), EchoBot.card(Cards.thermometer("0 van 12 klaar")));
        var post = channel.awaitPostOffering("thermometer.react");
        bot.answering(activity -> Cards.cardAnswer(Cards.withBody("{\"type\":\"TextBlock\",\"text\":\"Je koos 4\"}")));
        teams.member("ליאור כהן").taps(post, "thermometer.react", Map.of("score", 4), Map.of("remark", "Fijn 🌻"));
        bot.update(channel.id(), post.id(), EchoBot.card(Cards.thermometer("1 van 12 klaar")));
        bot.send(channel.id(), EchoBot.card(Cards.reveal()));

        assertThat(printed.toString())
                .contains("── De Zwaluw › Digitalisering ──")
                .contains("Marieke van den Berg:  @Balans-Monitor start")
                .contains("│ " + Cards.STATEMENT)
                .contains("[ 1 ]  [ 2 ]  [ 3 ]  [ 4 ]  [ 5 ]")
                .containsSubsequence("ליאור כהן tikt op [ 4 ]", "✎ Opmerking: “Fijn 🌻”", "↳ ziet: Je koos 4")
                .contains("↻ nu: 1 van 12 klaar")
                .contains("4 helemaal mee eens ▏████████");
        assertThat(printed.toString().lines()).allMatch(line -> Typeset.width(line) <= 100);
    }

    @Test
    void showsTheFullWidthOfTerminalCharacters() {
        assertThat(Typeset.width("Zoë 🌻")).isEqualTo(6);
        assertThat(Typeset.width("e\u0301")).isEqualTo(1);
        assertThat(Typeset.wrap("aaaa bbbb cccccccccccc", 9)).allMatch(line -> Typeset.width(line) <= 9);
        assertThat(Typeset.shorten("Nguyễn Thị Ánh", 8)).isEqualTo("Nguyễn…");
    }

    @Test
    void drawsWhatACardIsMadeOf() {
        assertThat(new Card(Json.parse(Cards.reveal())).picture(60))
                .containsSequence("Wat het team zegt", "━━━━━━━━━━━━━━━━━")
                .contains("Gemiddelde  3,4")
                .contains("(een thermometer op 3,4)  Het team is verdeeld 🌻")
                .contains("Balans ▏████████▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓ koud 3, warm 9")
                .anyMatch(line -> line.startsWith("Stelling") && line.contains(" │ Nu"))
                .contains("  ○ Jan de Vries", "  ● Fatima")
                .contains("[ Sluit af ]  [ Later ▾ ]");
    }

    @Test
    void readsACardsTextInItsOrder() {
        assertThat(new Card(Json.parse(Cards.thermometer("0 van 12 klaar"))).text())
                .isEqualTo(Cards.STATEMENT + "\n0 van 12 klaar\nOpmerking\n1\n2\n3\n4\n5");
        assertThat(new Card(Json.parse(Cards.reveal())).text())
                .contains("Gemiddelde 3,4")
                .contains("4 helemaal mee eens 5");
    }
}
