package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import nl.balansmonitor.documents.sqlite.DatabaseBytes;
import nl.balansmonitor.standin.Settings;
import nl.balansmonitor.standin.TeamsStandIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sessions in which the bot is killed at random moments and started again on the same data. The members repeat what was not answered, so
 * that what was acknowledged is exactly known, and has to be what is counted.
 *
 * <p>Another run draws other sessions and moments; {@code -Dbalans.kills.seed} repeats the draw, though not the race.
 */
class RandomKillsIT {

    private static final int SESSIONS = 10;
    private static final int KILLS_PER_SESSION = 5;

    /** Every third session chooses by stickers first. */
    private static final int STICKERS_IN = 3;

    /** What was left undone has to be in the channel within 15 s of a restart, of which there may be several. */
    private static final Settings SETTINGS = Settings.defaults().withPatience(Duration.ofSeconds(60));

    @TempDir
    private Path folder;

    @Test
    void losesNothingThatWasAcknowledged() throws Exception {
        long seed = Long.getLong("balans.kills.seed", new Random().nextInt(1_000_000));
        Finding.say("seed " + seed);
        var random = new Random(seed);
        var database = new DatabaseBytes(folder.resolve("balans.db"));
        long begin = System.nanoTime();
        var sessions = new ArrayList<KilledSession.Result>();
        try (var teams = TeamsStandIn.start(SETTINGS);
                var bot = new MortalBot(teams, database.file())) {
            for (int i = 0; i < SESSIONS; i++) {
                var team = new InsistentTeam(bot, teams.channel("Digitalisering", teams.team()));
                var session = new KilledSession(team, bot, database, random, teams.team());
                sessions.add(session.play(KILLS_PER_SESSION, i % STICKERS_IN == 0));
                assertThat(teams.violations()).isEmpty();
            }
            assertThat(bot.kills()).hasSize(SESSIONS * KILLS_PER_SESSION);
            report(bot, sessions, seed, Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    private static void report(MortalBot bot, List<KilledSession.Result> sessions, long seed, Duration took) {
        int acknowledged = sum(sessions, KilledSession.Result::acknowledged);
        int counted = sum(sessions, KilledSession.Result::counted);
        Finding.say(
                "%d kills in %d sessions: %d votes acknowledged, %d counted, %d answers lost and repeated, %d posts doubled, %d lost (seed %d, %d min %d s)"
                        .formatted(
                                bot.kills().size(),
                                sessions.size(),
                                acknowledged,
                                counted,
                                sum(sessions, KilledSession.Result::lostAnswers),
                                sum(sessions, KilledSession.Result::doubled),
                                acknowledged - counted,
                                seed,
                                took.toMinutes(),
                                took.toSecondsPart()));
        assertThat(counted).isEqualTo(acknowledged);
    }

    private static int sum(List<KilledSession.Result> sessions, ToIntFunction<KilledSession.Result> part) {
        return sessions.stream().mapToInt(part).sum();
    }
}
