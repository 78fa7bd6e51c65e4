package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
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

/** Who took an action on is reminded in his own chat, and settles it there with one tap. */
class RemindingTest {

    private static final String UPDATES = "--balans.sending.update-interval=50ms";
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final String ACTION = "Elke vrijdag een schermvrij uur";

    /** A Thursday; the feedback date, in four weeks, is Thursday 12 February. */
    private static final Instant BEGIN = Instant.parse("2026-01-15T09:00:00Z");

    private static final String BEFORE = "2026-02-09T08:00";
    private static final String ON = "2026-02-12T08:00";

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock(BEGIN);
    private TeamsStandIn teams;
    private RunningBot bot;
    private Conversation channel;
    private Member leader;
    private Member jan;
    private Post summary;

    @BeforeEach
    void agree() {
        teams = TeamsStandIn.start(Settings.defaults());
        bot = RunningBot.in(teams, folder.resolve("balans.db"), clock, UPDATES);
        channel = teams.channel("Digitalisering", teams.team());
        leader = teams.team()[0];
        jan = teams.member("Jan de Vries");
        var meeting = new Meeting(channel, leader);
        Post root = meeting.begin();
        Post thermometer = meeting.open(root, "st7").getFirst();
        meeting.react(thermometer, 1, 2, 3);
        Post result = meeting.reveal(thermometer);
        meeting.agree(result, jan, ACTION);
        summary = meeting.close(root);
    }

    @AfterEach
    void stop() {
        bot.close();
        teams.close();
        assertThat(teams.violations()).isEmpty();
    }

    @Test
    void saysWhatWhenWhereAndWhyBeforeTheDateAndOnIt() {
        Post before = reminderAt(BEFORE);
        assertThat(before.text())
                .contains(
                        "Bijna tijd om terug te koppelen",
                        ACTION,
                        "do\u00a012\u00a0feb",
                        "Er is bewust ruimte voor schermvrije momenten",
                        "kanaal Digitalisering van De Zwaluw");
        assertThat(before.card().orElseThrow().json().toString())
                .contains("https://teams.microsoft.com/l/message/", summary.id());

        Post on = reminderAt(ON);
        assertThat(on.text()).contains("Tijd om terug te koppelen");
        assertThat(reminders(jan)).hasSize(2);
        assertThat(channel.posts()).noneMatch(post -> post.text().contains("terug te koppelen"));
    }

    @Test
    void isTickedOffInTheChatAndThenEverywhere() {
        Post reminder = reminderAt(BEFORE);

        assertThat(jan.taps(reminder, "action.done").text()).contains("Gedaan op ma\u00a09\u00a0feb");
        reminder.await(post -> !post.offers("action.done"));
        summary.await(post -> !post.offers("action.done"));
        itIs("2026-03-15T08:00");
        assertThat(reminders(jan)).hasSize(1);
    }

    @Test
    void isTakenUpAgainOrAdjustedInTheChat() {
        Post reminder = reminderAt(BEFORE);

        TapAnswer form = jan.taps(reminder, "action.adjust");
        assertThat(form.card().orElseThrow().input("what").orElseThrow().value())
                .isEqualTo(ACTION);
        TapAnswer refused =
                jan.taps(reminder, "action.adjust", Map.of(), Map.of("what", ACTION, "feedbackDate", "2026-02-14"));
        assertThat(refused.text()).contains("Dit is een dag in het weekend.");
        TapAnswer moved = jan.taps(
                reminder,
                "action.adjust",
                Map.of(),
                Map.of("what", ACTION + " bij alle groepen", "feedbackDate", "2026-03-05"));
        assertThat(moved.text()).contains(ACTION + " bij alle groepen", "do\u00a05\u00a0mrt");

        itIs(ON);
        assertThat(reminders(jan)).hasSize(1);
        assertThat(reminderAt("2026-03-02T08:00").text()).contains(ACTION + " bij alle groepen");
    }

    @Test
    void comesThreeTimesMoreAndThenWaitsForTheLookBack() {
        reminderAt("2026-02-19T08:00");
        reminderAt("2026-02-26T08:00");
        Post last = reminderAt("2026-03-05T08:00");
        assertThat(last.text()).contains("laatste herinnering");
        itIs("2026-03-12T08:00");
        itIs("2026-03-19T08:00");
        leader.says("acties", channel);
        channel.awaitPost(post -> post.text().contains("1 actie open"));
        assertThat(reminders(jan)).hasSize(3);
    }

    @Test
    void asksTheStatementAgainAndShowsBeforeAndAfterBesideWhatWasDone() {
        assertThat(reminderAt(BEFORE).offers("action.measure")).isFalse();
        Post reminder = reminderAt(ON);

        assertThat(jan.taps(reminder, "action.measure").text()).contains("De stelling staat weer open");
        Post thermometer = channel.awaitPost(
                post -> post.offers("thermometer.react") && !post.threadId().equals(summary.threadId()));
        channel.awaitPost(
                post -> post.text().contains("Om te zien wat de actie “" + ACTION + "” (Jan de Vries) heeft gebracht"));
        assertThat(jan.forges(reminder, "action.measure", dataOf(reminder)).text())
                .contains("De stelling staat weer open");
        assertThat(channel.posts().stream().filter(post -> post.offers("thermometer.react")))
                .containsExactly(thermometer);
        var meeting = new Meeting(channel, jan);
        meeting.react(thermometer, 5, 5, 5, 4, 4, 4);
        jan.taps(reminder, "action.done");
        bot.awaitSent();
        Post result = meeting.reveal(thermometer);
        assertThat(result.text()).contains("Gedaan: " + ACTION, "Vóór de actie gemiddeld 2,0, nu 4,5.");
        reminder.await(post -> post.text().contains("Vóór de actie gemiddeld 2,0, nu 4,5."));
    }

    @Test
    void becomesOneMentionInTheThreadWhereTeamsTakesNothingForTheChat() {
        teams.faults().refuse(jan.chat(), "ConversationBlockedByUser");

        itIs(BEFORE);
        Post mention = channel.awaitPost(post -> post.text().contains("Bijna tijd om terug te koppelen"));
        assertThat(mention.threadId()).isEqualTo(summary.threadId());
        assertThat(mention.card()
                        .orElseThrow()
                        .json()
                        .at("/msteams/entities/0/mentioned/id")
                        .asString())
                .isEqualTo(jan.id());
        assertThat(jan.taps(mention, "action.done").text()).contains("Gedaan op");
        assertThat(reminders(jan)).isEmpty();
        assertThat(channel.posts().stream()
                        .filter(post ->
                                post.text().contains(ACTION) && post.text().contains("Gedaan op")))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void tellsALeaderOnceThatTheOwnerLeftWhoThenHandsTheActionOver() {
        Member amina = teams.team()[3];
        channel.leave(jan);
        itIs(BEFORE);
        Post gone = leader.chat().awaitPost(post -> post.text().contains("Deze actie heeft niemand meer"));
        assertThat(gone.text()).contains("Jan de Vries zit niet meer in");
        itIs(ON);
        leader.says("acties", channel);
        channel.awaitPost(post -> post.text().contains("1 actie open"));
        assertThat(leader.chat().posts().stream().filter(Post::isFromBot)).hasSize(1);
        assertThat(reminders(jan)).isEmpty();

        leader.taps(gone, "action.adjust");
        TapAnswer given = leader.taps(
                gone,
                "action.adjust",
                Map.of(),
                Map.of("what", ACTION, "owner", amina.aadObjectId(), "feedbackDate", "2026-03-05"));
        assertThat(given.text()).contains("do\u00a05\u00a0mrt");
        itIs("2026-03-02T08:00");
        amina.chat().awaitPost(post -> post.text().contains("Bijna tijd om terug te koppelen"));
    }

    @Test
    void survivesARestartAtTheMinute() {
        itIs("2026-02-09T07:59");
        assertThat(reminders(jan)).isEmpty();
        bot.close();
        clock.itIs(at("2026-02-09T08:00"));
        bot = RunningBot.in(teams, folder.resolve("balans.db"), clock, UPDATES);
        bot.look();
        jan.chat().awaitPost(post -> post.text().contains("Bijna tijd om terug te koppelen"));
        bot.look();
        leader.says("acties", channel);
        channel.awaitPost(post -> post.text().contains("1 actie open"));
        assertThat(reminders(jan)).hasSize(1);
    }

    @Test
    void listsMyActionsOfAllMyChannelsInMyChat() {
        Conversation other = teams.channel("Bovenbouw", teams.team());
        var meeting = new Meeting(other, leader);
        Post root = meeting.begin();
        Post result = meeting.reveal(meeting.open(root, "st13").getFirst());
        meeting.agree(result, jan, "Eén plek voor handleidingen");
        meeting.agree(result, leader, "Iets van een ander");

        jan.says("acties", jan.chat());
        Post list = jan.chat().awaitPost(post -> post.text().contains("Jouw acties"));
        assertThat(list.text())
                .contains("2 acties open", ACTION, "Eén plek voor handleidingen")
                .doesNotContain("Iets van een ander");
        Map<String, String> mine = Map.of("action", actionCalled(list, "Eén plek voor handleidingen"));
        assertThat(jan.taps(list, "action.done", mine).text()).contains("1 actie open", "PAS GEDAAN");

        other.leave(jan);
        channel.leave(jan);
        jan.says("acties", jan.chat());
        jan.chat().awaitPost(post -> post.text().contains("Je hebt geen open acties."));
    }

    @Test
    void opensNoOtherSpaceToWhoForgesOne() {
        Post reminder = reminderAt(BEFORE);
        Map<String, String> data = dataOf(reminder);
        Member stranger = teams.member("Peter Vreemd");
        stranger.says("hulp", stranger.chat());
        Post help = stranger.chat().awaitPost(post -> true);

        assertThat(stranger.forges(help, "action.done", data).text()).contains("Dit lukt nu niet");
        Member amina = teams.member("Amina El Idrissi");
        amina.says("hulp", amina.chat());
        Post hers = amina.chat().awaitPost(post -> true);
        assertThat(amina.forges(hers, "action.done", data).text()).contains("Dit lukt nu niet");
        leader.says("acties", channel);
        channel.awaitPost(post -> post.text().contains("1 actie open"));
    }

    private static Map<String, String> dataOf(Post reminder) {
        var data = reminder.card()
                .orElseThrow()
                .actions("action.done", Map.of())
                .getFirst()
                .data();
        return Map.of(
                "space", data.path("space").asString(),
                "action", data.path("action").asString(),
                "card", data.path("card").asString());
    }

    private static String actionCalled(Post list, String what) {
        for (var container : list.card().orElseThrow().json().path("body")) {
            if (container.toString().contains(what) && container.toString().contains("action.done")) {
                return container.findValue("data").path("action").asString();
            }
        }
        throw new AssertionError(what);
    }

    private Post reminderAt(String local) {
        int before = reminders(jan).size();
        itIs(local);
        jan.chat().awaitPost(post -> reminders(jan).size() > before);
        return reminders(jan).getLast();
    }

    private List<Post> reminders(Member member) {
        return member.chat().posts().stream().filter(Post::isFromBot).toList();
    }

    private void itIs(String local) {
        clock.itIs(at(local));
        bot.look();
        bot.awaitSent();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(AMSTERDAM).toInstant();
    }
}
