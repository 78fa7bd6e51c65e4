package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.balansmonitor.standin.Conversation;
import nl.balansmonitor.standin.Member;
import nl.balansmonitor.standin.Post;
import nl.balansmonitor.standin.Settings;
import nl.balansmonitor.standin.TeamsStandIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From the moment at which somebody adds the bot: what it says, once, and where it leads whoever is lost. */
class FirstMinutesTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");

    @TempDir
    private static Path folder;

    private static TeamsStandIn teams;
    private static MovableClock clock;
    private static RunningBot bot;
    private static Member leader;
    private static Member jan;

    @BeforeAll
    static void start() {
        teams = TeamsStandIn.start(Settings.defaults());
        clock = new MovableClock(MONDAY);
        bot = running();
        leader = teams.team()[0];
        jan = teams.member("Jan de Vries");
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

    @Test
    void saysOnceWhoAddedItWhatItDoesAndWhoSeesWhat() {
        Conversation channel = teams.channel("Digitalisering", teams.team());
        channel.install(leader);
        channel.install(leader);
        bot.awaitSent();

        Post welcome = only(channel);
        assertThat(welcome.text())
                .contains(leader.name() + " heeft mij toegevoegd.", "Samen in 10 minuten", "WIE ZIET WAT?");
        assertThat(teams.general(channel).posts()).isEmpty();
        assertThat(leader.taps(welcome, "session.begin").text()).contains("De startkaart komt eraan");
        assertThat(channel.awaitPostOffering("session.start").threadId()).isNotEqualTo(welcome.threadId());
    }

    @Test
    void saysItOnceAlsoAfterARestart() {
        Conversation channel = teams.channel("Digitalisering", teams.team());
        channel.install(leader);
        bot.awaitSent();
        bot.close();
        bot = running();
        channel.install(leader);
        channel.upgrade(leader);
        bot.awaitSent();
        assertThat(channel.posts()).hasSize(1);
    }

    @Test
    void saysItOnceMoreWhenItComesBack() {
        Conversation channel = teams.channel("Digitalisering", teams.team());
        channel.install(leader);
        bot.awaitSent();
        channel.uninstall(leader);
        bot.awaitSent();
        assertThat(channel.posts()).hasSize(1);
        channel.install(jan);
        channel.install(jan);
        bot.awaitSent();
        assertThat(channel.posts()).hasSize(2);
        assertThat(channel.posts().getLast().text()).contains("Jan de Vries heeft mij toegevoegd.");
    }

    /** Teams may tell of it without the channel that was chosen; that comes with the other event. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void saysItInOneChannelOnlyIfAnEventNamesNone(boolean namelessFirst) {
        Conversation channel = teams.channel("Digitalisering", teams.team());
        Conversation general = teams.general(channel);
        if (namelessFirst) {
            general.tellsThatTheBotJoined(leader);
            channel.tellsOfTheInstallation(leader);
        } else {
            channel.tellsOfTheInstallation(leader);
            general.tellsThatTheBotJoined(leader);
        }
        bot.awaitSent();
        assertThat(channel.posts().size() + general.posts().size()).isEqualTo(1);
    }

    @Test
    void greetsAPrivateChannelOfTheTeamTooWhenItIsAddedThere() {
        Conversation channel = teams.channel("Digitalisering", teams.team());
        channel.install(leader);
        Conversation beside = teams.channelBeside(channel, "Directie", leader, jan);
        beside.install(jan);
        bot.awaitSent();
        assertThat(only(beside).text()).contains("Jan de Vries heeft mij toegevoegd.");
        assertThat(channel.posts()).hasSize(1);
    }

    @Test
    void leavesTheNameOutOfSomebodyWhomTeamsDoesNotList() {
        Conversation channel = teams.channel("Digitalisering", teams.crowd(4));
        channel.install(teams.member("Beheer"));
        bot.awaitSent();
        assertThat(only(channel).text()).contains("Ik ben hier net toegevoegd.").doesNotContain("Beheer");
    }

    @Test
    void welcomesNobodyOneByOne() {
        Conversation channel = teams.channel("Digitalisering", teams.crowd(4));
        channel.install(teams.crowd(4)[0]);
        channel.join(teams.member("Nieuwe collega"));
        Conversation ofBefore = teams.channel("Zorg", teams.crowd(4));
        ofBefore.join(teams.member("Nieuwe collega"));
        bot.awaitSent();
        assertThat(channel.posts()).hasSize(1);
        assertThat(ofBefore.posts()).isEmpty();
        assertThat(teams.general(ofBefore).posts()).isEmpty();
        assertThat(teams.member("Nieuwe collega").chat().posts()).isEmpty();
    }

    @Test
    void greetsAPersonOnceInHisOwnChat() {
        Member noor = teams.member("Noor Nieuw");
        noor.chat().install(noor);
        noor.chat().install(noor);
        bot.awaitSent();
        assertThat(only(noor.chat()).text()).contains("Hoi! Hier vind je jouw acties", "JOUW KANALEN EN CHATS");
    }

    @Test
    void saysNothingMoreWhereItWasRemovedAndGoesOnWhereItIsBack() {
        Conversation channel = teams.channel("Digitalisering", teams.team());
        channel.install(leader);
        var meeting = new Meeting(channel, leader);
        Post root = meeting.begin();
        Post thermometer = meeting.open(root, "st1").getFirst();
        meeting.react(thermometer, 4, 4, 4);
        Post result = meeting.reveal(thermometer);
        leader.taps(
                result,
                "action.add",
                Map.of(),
                Map.of("what", "Bosdag", "owner", jan.aadObjectId(), "feedbackDate", "2026-12-04"));
        leader.says("plan", channel);
        Post plan = channel.awaitPostOffering("plan.edit");
        leader.taps(plan, "plan.edit");
        leader.taps(
                plan,
                "plan.set",
                Map.of(),
                Map.of("frequency", "MONTHLY", "firstDate", "2026-12-01", "time", "15:30", "region", "SOUTH"));
        bot.awaitSent();

        channel.uninstall(leader);
        bot.awaitSent();
        int before = teams.sends().size();
        clock.advance(Duration.ofDays(12));
        bot.look();
        bot.awaitSent();
        assertThat(teams.sends()).hasSize(before);

        channel.install(leader);
        bot.awaitSent();
        assertThat(channel.posts()).anyMatch(post -> post.text().contains("is niet doorgegaan"));
        assertThat(meeting.close(root).text()).contains("Bosdag");
    }

    @ParameterizedTest
    @CsvSource({
        "Hoi!, Samen in 10 minuten",
        "?, Samen in 10 minuten",
        "👋, Samen in 10 minuten",
        "hulp, Samen in 10 minuten",
        "wat een weer, Dat ken ik niet",
        "kanalen, Dat is iets van jou alleen"
    })
    void answersWhateverIsTypedInAChannel(String typed, String answer) {
        Conversation channel = teams.channel("Digitalisering", teams.team());
        jan.says(typed, channel);
        bot.awaitSent();
        assertThat(channel.posts().getLast().text()).contains(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "hello, Dit is jouw overzicht",
        "kanalen, Dit is jouw overzicht",
        "start, Een sessie begin je waar je team is",
        "plan, Sessies plannen jullie waar",
        "stellingen, De stellingen zie je waar",
        "rapport, Typ rapport in het kanaal",
        "wat een weer, Dat ken ik niet"
    })
    void leadsWhoIsLostInHisOwnChatToWhereHisTeamIs(String typed, String answer) {
        Member noor = teams.member("Noor de Boer " + typed);
        assertThat(asks(noor, typed).text()).contains(answer, "Ik ken nog geen kanaal of groepschat van jou");

        Conversation channel = teams.channel("Onderbouw", leader, noor);
        new Meeting(channel, leader).begin();
        bot.awaitSent();
        Post home = asks(noor, typed);
        assertThat(home.text()).contains(answer, "Onderbouw", "Er staat een sessie klaar om te starten");
        assertThat(links(home)).singleElement().asString().startsWith("https://teams.microsoft.com/l/message/");
        assertThat(home.offers("trend.show")).isFalse();
    }

    @Test
    void showsAPersonHisActionsHisChannelsAndWhatComesNext() {
        Member noor = teams.member("Noor Overzicht");
        Conversation channel = teams.channel("Bovenbouw", leader, noor, jan);
        channel.install(noor);
        bot.awaitSent();
        Post home = asks(noor, "hulp");
        assertThat(home.text()).contains("Bovenbouw", "Geen sessie gepland", "Je hebt geen open acties");
        assertThat(links(home)).singleElement().asString().contains("/l/channel/", "groupId=", "tenantId=");
        assertThat(noor.taps(home, "trend.show").text()).contains("Trend dit schooljaar", "Naar mijn overzicht");
        assertThat(noor.taps(home, "home.show").text()).contains("Bovenbouw");

        var meeting = new Meeting(channel, noor);
        Post thermometer = meeting.open(meeting.begin(), "st1").getFirst();
        meeting.react(thermometer, 4, 4, 4);
        meeting.agree(meeting.reveal(thermometer), noor, "Een schermvrij uur");
        Post busy = asks(noor, "hulp");
        assertThat(busy.text()).contains("Een schermvrij uur", "Er loopt een sessie · 1 actie van jou");
        assertThat(noor.taps(busy, "home.actions").text()).contains("Jouw acties", "Een schermvrij uur");

        channel.uninstall(noor);
        assertThat(asks(noor, "hulp").text()).doesNotContain("Bovenbouw", "Een schermvrij uur");
    }

    @Test
    void showsWhatIsOnesOwnToNobodyElse() {
        Conversation channel = teams.channel("Digitalisering", teams.team());
        channel.install(leader);
        bot.awaitSent();
        Post welcome = only(channel);
        for (String verb : List.of("home.show", "home.actions")) {
            assertThat(jan.forges(welcome, verb, Map.of()).text()).contains("Dat is iets van jou alleen");
        }
        assertThat(jan.forges(asks(jan, "hulp"), "session.begin", Map.of("space", "x"))
                        .text())
                .contains("Een sessie begin je waar je team is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acties", "trend", "rapport"})
    void offersToBeginWhereThereIsNothingYet(String typed) {
        Conversation channel = teams.channel("Digitalisering", teams.team());
        leader.says(typed, channel);
        Post empty = channel.awaitPostOffering("session.begin");
        assertThat(leader.taps(empty, "session.begin").text()).contains("De startkaart komt eraan");
        Post root = channel.awaitPostOffering("session.start");
        new Meeting(channel, leader).open(root, "st1");
        assertThat(leader.taps(empty, "session.begin").text()).contains("Er loopt hier al een sessie");
        assertThat(jan.taps(empty, "session.begin").text()).contains("Alleen een leider");
    }

    private static RunningBot running() {
        return RunningBot.in(
                teams,
                folder.resolve("balans.db"),
                clock,
                "--balans.sending.update-interval=100ms",
                "--balans.reports.base-url=http://localhost");
    }

    private static Post only(Conversation where) {
        assertThat(where.posts()).hasSize(1);
        return where.posts().getFirst();
    }

    private static Post asks(Member member, String typed) {
        member.says(typed, member.chat());
        bot.awaitSent();
        return member.chat().posts().getLast();
    }

    private static List<String> links(Post card) {
        return card.card().orElseThrow().json().findValuesAsString("url");
    }
}
