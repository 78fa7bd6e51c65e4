package nl.balansmonitor.teams;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Time is simulated: hours pass in a moment. */
class PaceTest {

    private static final Duration HOURS = Duration.ofHours(3);
    private static final int MOST = 20_000;

    /** Time that stands still until somebody waits. */
    private static final class Simulated implements TimeMeter {

        private long nanos;

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    /** Microsoft Teams' four limits, for one bot in one conversation. */
    @ParameterizedTest
    @CsvSource({"PT1S, 7", "PT2S, 8", "PT30S, 60", "PT1H, 1800"})
    void keepsWithinEveryLimitOfTeamsHoweverMuchThereIsToSend(Duration window, int most) throws InterruptedException {
        assertThat(mostWithin(window, sent(0))).isLessThanOrEqualTo(most);
    }

    @ParameterizedTest
    @CsvSource({"PT1S, 7", "PT2S, 8", "PT30S, 60", "PT1H, 1800"})
    void keepsWithinThemAlsoAfterPauses(Duration window, int most) throws InterruptedException {
        for (int seed = 1; seed <= 5; seed++) {
            assertThat(mostWithin(window, sent(seed))).isLessThanOrEqualTo(most);
        }
    }

    /** For the app as a whole in one tenant, Microsoft asks to design for 30 requests in a second. */
    @Test
    void keepsWithinWhatATenantAllows() throws InterruptedException {
        for (int seed = 0; seed <= 5; seed++) {
            assertThat(mostWithin(Duration.ofSeconds(1), sent(seed, Pace::ofTenant)))
                    .isBetween(25, 30);
        }
    }

    @Test
    void leavesLittleUnused() throws InterruptedException {
        List<Long> moments = sent(0);
        assertThat(mostWithin(Duration.ofHours(1), moments)).isGreaterThan(1_700);
        assertThat(mostWithin(Duration.ofSeconds(30), moments)).isGreaterThan(50);
    }

    @Test
    void letsTheCardsOfAStartThroughAtOnce() {
        var bucket = Pace.ofConversation(new Simulated());
        for (int card = 0; card < 4; card++) {
            assertThat(bucket.tryConsume(1)).isTrue();
        }
    }

    /** When a sender that always waits for its turn may send; with a seed it also rests now and then. */
    private static List<Long> sent(long seed) throws InterruptedException {
        return sent(seed, Pace::ofConversation);
    }

    private static List<Long> sent(long seed, Function<TimeMeter, Bucket> limits) throws InterruptedException {
        var random = new Random(seed);
        var time = new Simulated();
        Bucket bucket = limits.apply(time);
        var moments = new ArrayList<Long>();
        while (time.nanos < HOURS.toNanos() && moments.size() < MOST) {
            bucket.asBlocking().consume(1, nanos -> time.nanos += nanos);
            moments.add(time.nanos);
            if (seed != 0 && random.nextInt(20) == 0) {
                time.nanos += random.nextLong(Duration.ofSeconds(40).toNanos());
            }
        }
        return moments;
    }

    /** The most moments that lie in any window of this length, one at its very end included. */
    private static int mostWithin(Duration window, List<Long> moments) {
        int most = 0;
        int from = 0;
        for (int to = 0; to < moments.size(); to++) {
            while (moments.get(to) - moments.get(from) > window.toNanos()) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }
}
