package nl.balansmonitor.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private final TickingClock clock = new TickingClock();
    private final TeamsStandIn teams = TeamsStandIn.start(Settings.defaults().withClock(clock));
    private final EchoBot bot = EchoBot.in(teams);
    private final Conversation channel = teams.channel("Digitalisering", teams.team());

    @AfterEach
    void close() {
        bot.close();
        teams.close();
    }

    @Test
    void refusesTheEighthSendWithinASecond() {
        var thread = channel.id() + ";messageid=" + begin();
        IntStream.range(0, 7)
                .forEach(i -> assertThat(
                                bot.send(thread, EchoBot.text("Nog een")).statusCode())
                        .isEqualTo(201));

        var refused = bot.send(thread, EchoBot.text("Te veel"));

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        clock.tick(Duration.ofSeconds(1));
        assertThat(bot.send(thread, EchoBot.text("De achtste in twee")).statusCode())
                .isEqualTo(201);
        assertThat(bot.send(thread, EchoBot.text("De negende in twee")).statusCode())
                .isEqualTo(429);
        assertThat(bot.send(channel.id(), EchoBot.text("Elders")).statusCode()).isEqualTo(201);
    }

    @Test
    void refusesTheSixtyFirstUpdateInHalfAMinute() {
        var post = begin();
        var statuses = IntStream.range(0, 61)
                .mapToObj(i -> {
                    clock.tick(Duration.ofMillis(400));
                    return bot.update(channel.id(), post, EchoBot.text("" + i)).statusCode();
                })
                .toList();

        assertThat(statuses.subList(0, 60)).containsOnly(200);
        assertThat(statuses.getLast()).isEqualTo(429);
    }

    @Test
    void letsMembersBeReadTwiceAsOften() {
        var statuses = IntStream.range(0, 15)
                .mapToObj(i -> bot.get(channel.id(), "members").statusCode())
                .toList();

        assertThat(statuses.subList(0, 14)).containsOnly(200);
        assertThat(statuses.getLast()).isEqualTo(429);
    }

    private String begin() {
        bot.send(channel.id(), EchoBot.text("Begin"));
        return channel.posts().getFirst().id();
    }
}
