package nl.balansmonitor.teams;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkQueueTest {

    private final WorkQueue<String> queue = new WorkQueue<>();

    @Test
    void givesAnItemOnceItIsTimeAndNotBefore() {
        queue.add("session", 5);
        assertThat(queue.take(4)).isEmpty();
        assertThat(queue.next()).hasValue(5);
        assertThat(queue.take(5)).contains("session");
    }

    @Test
    void givesFirstWhatTheTimeCameForFirst() {
        queue.add("session", 5);
        queue.add("reminder", 3);
        queue.add("proposals", 5);
        assertThat(queue.next()).hasValue(3);
        assertThat(queue.take(9)).contains("reminder");
        assertThat(queue.take(9))
                .as("of two at the same moment the one that came in first")
                .contains("session");
        assertThat(queue.take(9)).contains("proposals");
    }

    @Test
    void holdsAnItemOnceAtTheEarliestMomentThatWasSaid() {
        queue.add("session", 5);
        queue.add("session", 3);
        queue.add("session", 8);
        assertThat(queue.size()).isEqualTo(1);
        assertThat(queue.next()).hasValue(3);
    }

    @Test
    void givesAnItemOnlyOnce() {
        queue.add("session", 5);
        queue.take(5);
        assertThat(queue.take(9)).isEmpty();
        assertThat(queue.next()).isEmpty();
        assertThat(queue.contains("session")).isFalse();
        assertThat(queue.waiting()).isZero();
        assertThat(queue.size()).as("while it is under way").isEqualTo(1);
        queue.done("session");
        assertThat(queue.size()).isZero();
    }

    @Test
    void givesAnItemAgainThatCameInWhileItWasUnderWay() {
        queue.add("session", 5);
        queue.take(5);
        queue.add("session", 7);
        assertThat(queue.contains("session")).isTrue();
        assertThat(queue.size()).isEqualTo(2);
        queue.done("session");
        assertThat(queue.size()).isEqualTo(1);
        assertThat(queue.take(7)).contains("session");
    }

    @Test
    void countsTheAgeOfTheOldestFromItsMomentOn() {
        queue.add("session", 5);
        queue.add("reminder", 3);
        assertThat(queue.age(2)).isZero();
        assertThat(queue.age(3)).isZero();
        assertThat(queue.age(9)).isEqualTo(6);
    }

    @Test
    void countsTheAgeOnWhileItIsUnderWay() {
        queue.add("session", 5);
        queue.take(6);
        assertThat(queue.age(9)).isEqualTo(4);
        queue.done("session");
        assertThat(queue.age(9)).isZero();
    }

    @Test
    void countsTheAgeFromTheFirstMomentOnHoweverOftenItFailed() {
        queue.add("session", 5);
        for (long now = 10; now < 40; now += 10) {
            assertThat(queue.take(now)).contains("session");
            queue.failed("session", now + 5);
            assertThat(queue.next()).hasValue(now + 5);
            assertThat(queue.size()).isEqualTo(1);
        }
        assertThat(queue.age(40)).isEqualTo(35);
    }

    @Test
    void owesWhatCameInMeanwhileFromItsOwnMomentOn() {
        queue.add("session", 5);
        queue.take(6);
        queue.add("session", 20);
        assertThat(queue.age(30)).as("while the first is under way").isEqualTo(25);
        queue.done("session");
        assertThat(queue.age(30)).isEqualTo(10);
    }

    @Test
    void owesNothingBeforeTheNextMomentOfWhatIsDone() {
        queue.add("session", 5);
        queue.take(5);
        queue.done("session");
        queue.add("session", 50);
        assertThat(queue.age(49)).isZero();
        assertThat(queue.age(51)).isEqualTo(1);
    }

    @Test
    void owesNothingOnceItWasCleared() {
        queue.add("session", 5);
        queue.add("reminder", 6);
        queue.take(7);
        queue.clear();
        assertThat(queue.size()).isZero();
        assertThat(queue.next()).isEmpty();
        assertThat(queue.age(9)).isZero();
        queue.add("session", 20);
        assertThat(queue.age(30)).as("it forgot the earlier moment").isEqualTo(10);
    }
}
