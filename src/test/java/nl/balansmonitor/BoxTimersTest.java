package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import nl.balansmonitor.standin.Conversation;
import nl.balansmonitor.standin.Member;
import nl.balansmonitor.standin.Post;
import nl.balansmonitor.standin.Settings;
import nl.balansmonitor.standin.TapAnswer;
import nl.balansmonitor.standin.TeamsStandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The timer of a box is the moment at which it ends; only where the facilitator chose so does the next box open at it. */
class BoxTimersTest {

    private static final String UPDATES = "--balans.sending.update-interval=50ms";
    private static final Duration THREE_MINUTES = Duration.ofMinutes(3);
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock(Clock.systemUTC().instant());
    private TeamsStandIn teams;
    private RunningBot bot;
    private Conversation channel;
    private Member leader;
    private Member jan;

    @BeforeEach
    void start() {
        teams = TeamsStandIn.start(Settings.defaults());
        bot = RunningBot.in(teams, folder.resolve("balans.db"), clock, UPDATES);
        channel = teams.channel("Digitalisering", teams.team());
        leader = teams.team()[0];
        jan = teams.member("Jan de Vries");
    }

    @AfterEach
    void stop() {
        bot.close();
        teams.close();
        assertThat(teams.violations()).isEmpty();
    }

    @Test
    void openTheNextBoxOnTheCardWithoutAnybodyTappingAndThroughARestart() {
        Post card = open("true");
        assertThat(card.text()).contains("Daarna gaat het volgende vak vanzelf open.");

        clock.advance(THREE_MINUTES.minus(SECOND));
        jan.forges(card, "workshop.propose", Map.of("session", sessionOf(card), "text", "Wij helpen elkaar."));
        channel.awaitPost(p -> p.text().contains(": 1"));
        clock.advance(SECOND);
        card.await(p -> p.text().contains("Vak 2 van 4"));
        assertThat(writes(card, "WHAT_WORKS").text()).contains("Dit vak is nu niet open.");
        assertThat(writes(card, "WHAT_HINDERS").text()).contains("Je notitie is bewaard.");

        bot.close();
        clock.advance(THREE_MINUTES);
        bot = RunningBot.in(teams, folder.resolve("balans.db"), clock, UPDATES);
        card.await(p -> p.text().contains("Vak 3 van 4"));

        clock.advance(Duration.ofHours(1));
        assertThat(jan.taps(card, "workshop.view").text()).contains("Vak 4 van 4", "Daarna opent de begeleider");
    }

    @Test
    void closeNothingByThemselves() {
        Post card = open("false");
        clock.advance(Duration.ofHours(1));

        assertThat(writes(card, "WHAT_WORKS").text()).contains("Je notitie is bewaard.", "Vak 1 van 4");
    }

    private Post open(String movesOn) {
        leader.taps(
                new Meeting(channel, leader).begin(),
                "workshop.open",
                Map.of(),
                Map.of("minutes", "3", "movesOn", movesOn));
        return channel.awaitPostOffering("workshop.write");
    }

    private TapAnswer writes(Post card, String box) {
        return jan.forges(card, "workshop.write", Map.of("session", sessionOf(card), "box", box, "text", "Filmpjes"));
    }

    private static String sessionOf(Post card) {
        return card.card()
                .orElseThrow()
                .actions("workshop.view", Map.of())
                .getFirst()
                .data()
                .path("session")
                .asString();
    }
}
