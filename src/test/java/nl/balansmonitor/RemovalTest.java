package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.balansmonitor.operations.Happening;
import nl.balansmonitor.standin.Conversation;
import nl.balansmonitor.standin.Delivery;
import nl.balansmonitor.standin.Member;
import nl.balansmonitor.standin.Settings;
import nl.balansmonitor.standin.TeamsStandIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operators are told once of each removal, though Teams tells of it by two events, and tells again what it got no answer to. */
class RemovalTest {

    private static final int ROUNDS = 10;

    private static TeamsStandIn teams;
    private static RunningBot bot;
    private static Member leader;

    private double before;

    @BeforeAll
    static void start(@TempDir Path folder) {
        teams = TeamsStandIn.start(Settings.defaults());
        bot = RunningBot.in(teams, folder.resolve("balans.db"), "--balans.sending.update-interval=100ms");
        leader = teams.team()[0];
    }

    @AfterAll
    static void stop() {
        bot.close();
        teams.close();
    }

    @BeforeEach
    void count() {
        before = counted();
    }

    @Test
    void isToldOnceHoweverOftenTeamsSaysSo() {
        Conversation channel = teams.channel("Digitalisering", teams.team());
        addTo(channel);
        assertThat(removals()).isZero();
        channel.uninstall(leader);
        channel.uninstall(leader);
        assertThat(removals()).isEqualTo(1);
    }

    @Test
    void isToldByWhicheverEventComes() {
        Conversation one = teams.channel("Onderbouw", teams.team());
        addTo(one);
        one.tellsThatTheBotLeft(leader);
        assertThat(removals()).isEqualTo(1);
        one.tellsOfTheRemoval(leader);
        assertThat(removals()).isEqualTo(1);

        Conversation other = teams.groupChat("Bovenbouw", teams.team());
        addTo(other);
        other.tellsOfTheRemoval(leader);
        other.tellsThatTheBotLeft(leader);
        assertThat(removals()).isEqualTo(2);
    }

    @Test
    void isToldAgainOnceTheBotWasBack() {
        Conversation channel = teams.channel("Digitalisering", teams.team());
        for (int times = 1; times <= 3; times++) {
            addTo(channel);
            channel.uninstall(leader);
            channel.uninstall(leader);
            assertThat(removals()).isEqualTo(times);
        }
    }

    @Test
    void isToldOnceForATeamInWhoseChannelsTheBotWasSpokenTo() {
        Conversation channel = teams.channel("Digitalisering", teams.team());
        addTo(channel);
        leader.says("hulp", teams.channelBeside(channel, "Zorg", teams.team()));
        channel.uninstall(leader);
        assertThat(removals()).isEqualTo(1);
    }

    @Test
    void isToldOnceWhereTheBotNeverHeardThatItWasAdded() {
        Conversation channel = teams.channel("Digitalisering", teams.team());
        leader.says("hulp", channel);
        channel.uninstall(leader);
        channel.uninstall(leader);
        assertThat(removals()).isEqualTo(1);
    }

    @Test
    void isNotToldOfAnybodyElseWhoLeaves() {
        Conversation channel = teams.channel("Digitalisering", teams.team());
        addTo(channel);
        channel.leave(teams.member("Jan de Vries"));
        assertThat(removals()).isZero();
    }

    @Test
    void isNotToldWhereTheBotLeftOneChannelOfItsTeam() {
        Conversation channel = teams.channel("Digitalisering", teams.team());
        addTo(channel);
        channel.tellsThatTheBotLeftTheChannel(leader);
        assertThat(removals()).isZero();
        channel.uninstall(leader);
        assertThat(removals()).isEqualTo(1);
    }

    @Test
    void isToldOnceWhenBothEventsComeAtOnce() throws Exception {
        try (var executor = Executors.newFixedThreadPool(2)) {
            for (int round = 1; round <= ROUNDS; round++) {
                Conversation channel = teams.channel("Digitalisering", teams.team());
                addTo(channel);
                var both = new CyclicBarrier(2);
                List<Future<Delivery>> events = new ArrayList<>();
                events.add(executor.submit(() -> {
                    both.await();
                    return channel.tellsOfTheRemoval(leader);
                }));
                events.add(executor.submit(() -> {
                    both.await();
                    return channel.tellsThatTheBotLeft(leader);
                }));
                for (Future<Delivery> event : events) {
                    event.get();
                }
                assertThat(removals()).isEqualTo(round);
            }
        }
    }

    /** And lets it say its welcome: nothing is on its way when it goes. */
    private static void addTo(Conversation where) {
        where.install(leader);
        bot.awaitSent();
    }

    private double removals() {
        return counted() - before;
    }

    private static double counted() {
        return bot.meters()
                .get("balans.events")
                .tag("event", Happening.BOT_REMOVED.label())
                .counter()
                .count();
    }
}
