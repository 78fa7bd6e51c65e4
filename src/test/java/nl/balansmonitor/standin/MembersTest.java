package nl.balansmonitor.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MembersTest {

    private static final String REACT = "thermometer.react";

    private final TeamsStandIn teams =
            TeamsStandIn.start(Settings.defaults().withRefreshes().withoutLimits());
    private final EchoBot bot = EchoBot.in(teams);
    private final Conversation channel = teams.channel("Digitalisering", teams.team());
    private final Member jan = teams.member("Jan de Vries");
    private final Member fatima = teams.member("Fatima");

    @AfterEach
    void close() {
        bot.close();
        teams.close();
    }

    @Test
    void mentionTheBotInAChannelAndBeginAThread() {
        var said = jan.says("start", channel);
        var activity = bot.lastReceived();

        assertThat(said.delivery().accepted()).isTrue();
        assertThat(activity.path("text").asString()).isEqualTo("<at>Balans-Monitor</at> start");
        assertThat(activity.path("conversation").path("id").asString())
                .isEqualTo(said.threadId())
                .isEqualTo(channel.id() + ";messageid=" + said.post().id());
        assertThat(activity.path("channelData").path("channel").path("id").asString())
                .isEqualTo(channel.id());
        assertThat(activity.path("from").path("aadObjectId").asString()).isEqualTo(jan.aadObjectId());
        assertThat(activity.path("timestamp").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    }

    @Test
    void speakToTheBotAloneWithoutMentioningIt() {
        fatima.speaks("en-GB").says("help", fatima.chat());

        assertThat(bot.lastReceived().path("text").asString()).isEqualTo("help");
        assertThat(bot.lastReceived().path("locale").asString()).isEqualTo("en-GB");
        assertThat(bot.lastReceived()
                        .path("conversation")
                        .path("conversationType")
                        .asString())
                .isEqualTo("personal");
    }

    @Test
    void sendTheButtonsDataWithWhatTheyFilledIn() {
        var post = thermometer();
        bot.answering(activity -> Cards.lineAnswer("Dank je"));
        var answer = jan.taps(post, REACT, Map.of("score", 4), Map.of("remark", "Fijn"));

        var action = bot.lastReceived().path("value").path("action");
        assertThat(answer.line()).contains("Dank je");
        assertThat(action.path("verb").asString()).isEqualTo(REACT);
        assertThat(action.path("data"))
                .isEqualTo(Json.valueOf(Map.of("statement", "s1", "score", 4, "remark", "Fijn")));
        assertThat(bot.lastReceived().path("value").path("trigger").asString()).isEqualTo("manual");
        assertThat(bot.lastReceived().path("replyToId").asString()).isEqualTo(post.id());
    }

    @Test
    void seeTheCardTheyWereAnsweredUntilThePostIsEdited() {
        var post = thermometer();
        bot.answering(activity -> Cards.cardAnswer(Cards.withBody("{\"type\":\"TextBlock\",\"text\":\"Jij: 4\"}")));
        jan.taps(post, REACT, Map.of("score", 4));

        assertThat(post.cardFor(jan).orElseThrow().text()).isEqualTo("Jij: 4");
        assertThat(post.cardFor(fatima).orElseThrow().text()).contains("0 van 12 klaar");
        assertThatThrownBy(() -> jan.taps(post, REACT, Map.of("score", 4))).hasMessageContaining("0 buttons");

        bot.update(channel.id(), post.id(), EchoBot.card(Cards.thermometer("1 van 12 klaar")));
        assertThat(post.await(edited -> !edited.isOwnViewOf(jan))
                        .cardFor(jan)
                        .orElseThrow()
                        .text())
                .contains("1 van 12 klaar");
    }

    @Test
    void canNotDoWhatTheirClientDoesNotOffer() {
        var post = thermometer();
        var stranger = teams.member("Buiten Staander");

        assertThatThrownBy(() -> jan.taps(post, REACT)).hasMessageContaining("5 buttons");
        assertThatThrownBy(() -> jan.taps(post, "session.close")).hasMessageContaining("0 buttons");
        assertThatThrownBy(() -> jan.taps(post, REACT, Map.of("score", 1), Map.of("cijfer", "1")))
                .hasMessageContaining("no input cijfer");
        assertThatThrownBy(() -> stranger.taps(post, REACT, Map.of("score", 1))).hasMessageContaining("doesn't see");
        bot.answering(activity -> Cards.lineAnswer("Nee"));
        assertThat(stranger.forges(post, "session.close", Map.of("session", "x"))
                        .text())
                .isEqualTo("Nee");
    }

    @Test
    void sendAMessageFromAnOlderClient() {
        jan.submits(thermometer(), REACT, Map.of("score", 2), Map.of("remark", "Zo"));

        var activity = bot.lastReceived();
        assertThat(activity.path("type").asString()).isEqualTo("message");
        assertThat(activity.has("text")).isFalse();
        assertThat(activity.path("value")).isEqualTo(Json.valueOf(Map.of("verb", REACT, "remark", "Zo")));
    }

    @Test
    void refreshTheCardIfTheyAreListed() {
        bot.answering(activity -> Cards.cardAnswer(Cards.withBody("{\"type\":\"TextBlock\",\"text\":\"Voor jou\"}")));
        var card = Cards.thermometer("0 van 12 klaar")
                .replace(
                        "\"fallbackText\"",
                        "\"refresh\":{\"userIds\":[\"" + jan.id() + "\"],\"action\":"
                                + Cards.execute("thermometer.view", "{}", "") + "},\"fallbackText\"");
        bot.send(channel.id(), EchoBot.card(card));

        var post = channel.awaitPost(seen -> seen.isOwnViewOf(jan));
        assertThat(post.cardFor(jan).orElseThrow().text()).isEqualTo("Voor jou");
        assertThat(post.isOwnViewOf(fatima)).isFalse();
        assertThat(bot.received())
                .singleElement()
                .satisfies(activity -> assertThat(
                                activity.path("value").path("trigger").asString())
                        .isEqualTo("automatic"));
    }

    @Test
    void installTheAppInTheTeamAndNameTheChannel() {
        assertThat(channel.install(jan)).allMatch(Delivery::accepted);

        var activity = bot.lastReceived();
        assertThat(activity.path("type").asString()).isEqualTo("installationUpdate");
        assertThat(activity.path("conversation").path("id").asString())
                .isEqualTo(teams.general(channel).id());
        assertThat(activity.path("channelData")
                        .path("settings")
                        .path("selectedChannel")
                        .path("id")
                        .asString())
                .isEqualTo(channel.id());
    }

    @Test
    void joinAndLeave() {
        var newcomer = teams.member("Nieuw");
        channel.join(newcomer);
        assertThat(channel.members()).contains(newcomer);
        assertThat(bot.lastReceived().path("membersAdded").path(0).path("id").asString())
                .isEqualTo(newcomer.id());
        channel.leave(newcomer);
        assertThat(channel.members()).doesNotContain(newcomer);
        assertThat(bot.lastReceived().has("membersRemoved")).isTrue();
    }

    private Post thermometer() {
        bot.send(channel.id(), EchoBot.card(Cards.thermometer("0 van 12 klaar")));
        return channel.awaitPostOffering(REACT);
    }
}
