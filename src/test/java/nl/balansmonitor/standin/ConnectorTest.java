package nl.balansmonitor.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ConnectorTest {

    private final TeamsStandIn teams =
            TeamsStandIn.start(Settings.defaults().withClock(new TickingClock()).withPatience(Duration.ofMinutes(5)));
    private final EchoBot bot = EchoBot.in(teams);
    private final Conversation channel = teams.channel("Digitalisering", teams.team());

    @AfterEach
    void close() {
        bot.close();
        teams.close();
    }

    @Test
    void wantsTheTokenThatItGave() {
        assertThat(bot.send(channel.id(), EchoBot.text("Hallo")).statusCode()).isEqualTo(201);
        teams.revokeAccessTokens();
        assertThat(bot.send(channel.id(), EchoBot.text("Hallo")).statusCode()).isEqualTo(401);
        bot.authenticate();
        assertThat(bot.send(channel.id(), EchoBot.text("Hallo")).statusCode()).isEqualTo(201);
        assertThat(teams.tokenRequests()).isEqualTo(2);
    }

    @Test
    void givesNoTokenForAWrongSecret() {
        var refused = bot.token(teams.appId(), "guessed");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(Json.text(Json.parse(refused.body()).path("error"))).isEqualTo("invalid_client");
    }

    @Test
    void beginsAThreadForAPostToTheChannelItself() {
        var root = id(bot.send(channel.id(), EchoBot.text("Eerste")));
        var thread = channel.id() + ";messageid=" + root;
        bot.send(thread, EchoBot.text("Antwoord"));

        assertThat(channel.threads()).containsExactly(thread);
        assertThat(channel.thread(thread)).extracting(Post::text).containsExactly("Eerste", "Antwoord");
    }

    @Test
    void createsAThreadWithItsFirstPost() {
        var created = bot.create(Map.of(
                "isGroup",
                true,
                "activity",
                EchoBot.text("Gepland"),
                "channelData",
                Map.of("channel", Map.of("id", channel.id()))));

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(id(created))
                .isEqualTo(channel.posts().getFirst().threadId())
                .startsWith(channel.id() + ";messageid=");
        assertThat(Json.text(Json.parse(created.body()).path("activityId")))
                .isEqualTo(channel.posts().getFirst().id());
    }

    @Test
    void createsAChatWithAMemberOfTheTenant() {
        var jan = teams.member("Jan de Vries");
        var withTenant = Map.of("members", List.of(Map.of("id", jan.id())), "tenantId", teams.tenantId());

        assertThat(id(bot.create(withTenant))).isEqualTo(jan.chat().id()).startsWith("a:1");
        assertThat(bot.create(Map.of("members", List.of(Map.of("id", jan.id()))))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void refusesWhatOverlapsInOneConversation() throws InterruptedException {
        var gate = teams.faults().nextSends(1).containing("langzaam").hold();
        var slow = Thread.startVirtualThread(() -> bot.send(channel.id(), EchoBot.text("langzaam")));
        gate.awaitArrival();

        assertThat(bot.send(channel.id(), EchoBot.text("snel")).statusCode()).isEqualTo(412);
        gate.open();
        slow.join();
        assertThat(bot.send(channel.id(), EchoBot.text("daarna")).statusCode()).isEqualTo(201);
        assertThat(channel.posts()).extracting(Post::text).containsExactly("langzaam", "daarna");
    }

    @Test
    void updatesOnlyWhatItKnows() {
        var first = id(bot.send(channel.id(), EchoBot.text("Een")));
        var second = id(bot.send(channel.id(), EchoBot.text("Twee")));
        var post = channel.posts().getFirst();

        assertThat(bot.update(post.threadId(), first, EchoBot.text("Een, beter"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(post.versions()).extracting(Version::text).containsExactly("Een", "Een, beter");
        assertThat(bot.update(post.threadId(), second, EchoBot.text("x")).body())
                .contains("ActivityNotFoundInConversation");
        assertThat(bot.update(channel.id(), "17", EchoBot.text("x")).statusCode())
                .isEqualTo(404);
        assertThat(bot.delete(channel.id(), second).statusCode()).isEqualTo(200);
        assertThat(bot.update(channel.id(), second, EchoBot.text("x")).statusCode())
                .isEqualTo(404);
        teams.faults().forget(post);
        assertThat(bot.update(channel.id(), first, EchoBot.text("x")).body())
                .contains("ActivityNotFoundInConversation");
    }

    @Test
    void knowsNoOtherConversations() {
        assertThat(bot.send("19:nowhere@thread.tacv2", EchoBot.text("x")).body())
                .contains("ConversationNotFound");
        assertThat(bot.send(channel.id() + ";messageid=1", EchoBot.text("x")).body())
                .contains("ConversationNotFound");
    }

    @Test
    void refusesABotThatIsNotOnTheRoster() {
        channel.uninstall(teams.member(School.LEADER));

        assertThat(bot.send(channel.id(), EchoBot.text("x")).body()).contains("BotNotInConversationRoster");
        assertThat(bot.get(channel.id(), "members").statusCode()).isEqualTo(403);
    }

    @Test
    void givesALargeRosterInPages() {
        var large = teams.channel("Iedereen", teams.crowd(250));
        var first = Json.parse(bot.get(large.id(), "pagedmembers").body());
        var second = Json.parse(bot.get(
                        large.id(),
                        "pagedmembers?pageSize=100&continuationToken=" + Json.text(first.path("continuationToken")))
                .body());

        assertThat(first.path("members").size()).isEqualTo(200);
        assertThat(second.path("members").size()).isEqualTo(50);
        assertThat(second.has("continuationToken")).isFalse();
        assertThat(Json.text(second.path("members").path(0).path("name"))).isEqualTo("Collega 201");
    }

    @Test
    void findsAMemberByEitherId() {
        var fatima = teams.member("Fatima");

        assertThat(bot.get(channel.id(), "members/" + fatima.id()).body()).contains("\"name\":\"Fatima\"");
        assertThat(bot.get(channel.id(), "members/" + fatima.aadObjectId()).body())
                .contains(fatima.id());
        assertThat(bot.get(channel.id(), "members/29:1nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void failsOnDemand() {
        teams.faults().nextSends(1).answer(502, "ServiceError");
        teams.faults().nextSends(1).answer(429, "Throttled", Duration.ofSeconds(7));
        teams.faults().nextSends(1).drop();

        assertThat(bot.send(channel.id(), EchoBot.text("a")).statusCode()).isEqualTo(502);
        assertThat(bot.send(channel.id(), EchoBot.text("b")).headers().firstValue("Retry-After"))
                .contains("7");
        assertThatThrownBy(() -> bot.send(channel.id(), EchoBot.text("c"))).isInstanceOf(UncheckedIOException.class);
        assertThat(channel.posts()).isEmpty();
        assertThat(teams.sends()).extracting(Call::status).containsExactly(502, 429, 0);
    }

    @Test
    void canLoseTheAnswerToWhatItHasDone() {
        teams.faults().nextSends(1).containing("Samenvatting").loseAnswer();

        bot.send(channel.id(), EchoBot.text("Iets anders"));
        assertThatThrownBy(() -> bot.send(channel.id(), EchoBot.text("Samenvatting")))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(channel.posts()).extracting(Post::text).containsExactly("Iets anders", "Samenvatting");
    }

    @Test
    void tellsWhatIsThereWhenNothingArrives() {
        try (var hasty = TeamsStandIn.start(Settings.defaults().withPatience(Duration.ZERO))) {
            var quiet = hasty.channel("Stil");
            assertThatThrownBy(() -> quiet.awaitPost(Post::isFromBot))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("In Stil there are 0 posts");
        }
    }

    @Test
    @Timeout(30)
    void wakesWhoWaitsForAPost() {
        var looked = new CountDownLatch(1);
        bot.send(channel.id(), EchoBot.text("Niet dit"));
        Thread.startVirtualThread(() -> {
            Gate.await(looked, "nobody looked");
            bot.send(channel.id(), EchoBot.text("Daar is het"));
        });

        // Who looks holds the lock until it waits: what is sent after the first look arrives during the wait.
        var found = channel.awaitPost(post -> {
            looked.countDown();
            return post.text().contains("Daar");
        });
        assertThat(found.isFromBot()).isTrue();
        assertThat(teams.awaitCall(Call::succeeded).operation()).isEqualTo(Operation.SEND);
    }

    private static String id(HttpResponse<String> response) {
        return Json.text(Json.parse(response.body()).path("id"));
    }
}
