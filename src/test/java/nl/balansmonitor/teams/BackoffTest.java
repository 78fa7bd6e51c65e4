package nl.balansmonitor.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofHours(24);

    private final Backoff backoff = new Backoff(properties(), new Random(1));
    private long now;

    @Test
    void waitsTwiceAsLongEachTimeWithUpToHalfAddedByChanceAndNeverLongerThanTheLongest() {
        for (int failure = 0; failure < 50; failure++) {
            Duration least = FIRST.multipliedBy(1L << Math.min(failure, 4));
            Duration pause = next(Optional.empty()).orElseThrow();

            assertThat(pause)
                    .isBetween(min(least, LONGEST), min(least.multipliedBy(3).dividedBy(2), LONGEST));
        }
    }

    @Test
    void bringsThoseWhoFailedTogetherBackApart() {
        List<Duration> pauses = new ArrayList<>();
        for (int lane = 0; lane < 20; lane++) {
            pauses.add(new Backoff(properties(), new Random(lane))
                    .next(Optional.empty(), now)
                    .orElseThrow());
        }
        assertThat(pauses).doesNotHaveDuplicates();
    }

    @Test
    void waitsAsLongAsTeamsAsksAndALittleMoreByChance() {
        Duration asked = Duration.ofMinutes(5);

        assertThat(next(Optional.of(asked)).orElseThrow())
                .isBetween(asked, asked.multipliedBy(11).dividedBy(10));
    }

    @Test
    void waitsItsOwnTimeWhereTeamsAsksForLess() {
        assertThat(next(Optional.of(Duration.ZERO)).orElseThrow()).isGreaterThanOrEqualTo(FIRST);
    }

    @Test
    void beginsAnewOnceItWentWell() {
        next(Optional.empty());
        next(Optional.empty());
        backoff.reset();

        assertThat(next(Optional.empty()).orElseThrow()).isLessThan(FIRST.multipliedBy(2));
    }

    @Test
    void givesUpOnceItHasFailedForTooLongAndBeginsAnewThen() {
        assertThat(next(Optional.empty())).isPresent();
        now += PATIENCE.toNanos();
        assertThat(next(Optional.empty())).isPresent();
        now++;
        assertThat(next(Optional.empty())).isEmpty();

        assertThat(next(Optional.empty()).orElseThrow()).isLessThan(FIRST.multipliedBy(2));
    }

    private Optional<Duration> next(Optional<Duration> asked) {
        return backoff.next(asked, now);
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static SendingProperties properties() {
        return SendingSettings.with("first-retry=2s", "longest-retry=20s", "give-up-after=24h");
    }
}
