package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.balansmonitor.standin.Conversation;
import nl.balansmonitor.standin.Member;
import nl.balansmonitor.standin.Post;
import nl.balansmonitor.standin.Settings;
import nl.balansmonitor.standin.TeamsStandIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A session in a group chat, and in the chat of a meeting, goes as in a channel; there are no threads. */
class GroupChatTest {

    private static final Instant FRIDAY = Instant.parse("2026-11-27T09:00:00Z");
    private static final Instant BEFORE_THE_DATE = Instant.parse("2026-12-08T09:00:00Z");

    @TempDir
    private static Path folder;

    private static TeamsStandIn teams;
    private static MovableClock clock;
    private static RunningBot bot;

    /** Where a team talks, other than in a channel. */
    enum Chat {
        GROUP,
        MEETING;

        private Conversation open(String name, Member... members) {
            return switch (this) {
                case GROUP -> teams.groupChat(name, members);
                case MEETING -> teams.meetingChat(name, members);
            };
        }
    }

    @BeforeAll
    static void start() {
        teams = TeamsStandIn.start(Settings.defaults());
        clock = new MovableClock(FRIDAY);
        bot = RunningBot.in(teams, folder.resolve("balans.db"), clock, "--balans.sending.update-interval=100ms");
    }

    @AfterAll
    static void stop() {
        bot.close();
        teams.close();
    }

    @AfterEach
    void nothingBrokeTeamsRules() {
        assertThat(teams.violations()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void playsAWholeSession(Chat kind) {
        clock.itIs(FRIDAY);
        Member leader = teams.member("Leider " + kind);
        Member jan = teams.member("Jan " + kind);
        Conversation chat = kind.open("Onderbouw", leader, jan, teams.member("Noor"), teams.member("Daan"));
        chat.install(leader);
        Post welcome = chat.awaitPostOffering("session.begin");
        assertThat(welcome.text()).contains("Leider " + kind + " heeft mij toegevoegd.", "komt hier in de chat");
        assertThat(leader.taps(welcome, "session.begin").text()).contains("De startkaart komt eraan");

        var meeting = new Meeting(chat, leader);
        Post root = chat.awaitPostOffering("session.start");
        Post thermometer = meeting.open(root, "st1").getFirst();
        meeting.react(thermometer, 2, 4, 4, 5);
        meeting.awaitProgress(thermometer, 4);
        Post result = meeting.reveal(thermometer);
        assertThat(result.text()).contains("Gemiddelde 3,8", "4 van 4 reageerden");
        leader.taps(
                result,
                "action.add",
                Map.of(),
                Map.of("what", "Een schermvrij uur", "owner", jan.aadObjectId(), "feedbackDate", "2026-12-11"));
        assertThat(meeting.close(root).text()).contains("Een schermvrij uur", jan.name());
        for (String command : List.of("acties", "trend", "stellingen", "plan", "rapport", "hulp", "start", "wat?")) {
            jan.says(command, chat);
        }
        bot.awaitSent();

        clock.itIs(BEFORE_THE_DATE);
        bot.look();
        bot.awaitSent();
        Post reminder = jan.chat().posts().getLast();
        assertThat(reminder.text()).contains("Een schermvrij uur", "in jullie groepschat");
        assertThat(reminder.card().orElseThrow().json().findValuesAsString("url"))
                .singleElement()
                .asString()
                .contains("/l/message/", "contextType%22%3A%22chat%22");
        jan.says("kanalen", jan.chat());
        bot.awaitSent();
        assertThat(jan.chat().posts().getLast().text()).contains("Jullie groepschat", "1 actie van jou");
        assertThat(jan.taps(reminder, "action.done").text()).contains("Gedaan");

        assertThat(chat.threads()).containsExactly(chat.id());
        assertThat(chat.posts().stream()
                        .filter(Post::isFromBot)
                        .map(post -> post.text().toLowerCase(Locale.ROOT)))
                .noneMatch(text -> text.contains("kanaal"));
        assertThat(teams.sends()).noneMatch(call -> call.conversationId().startsWith(chat.id() + ";"));
    }
}
