package nl.balansmonitor.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import nl.balansmonitor.sessions.Distribution;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class PermutationTestTest {

    /** R prints 15 digits. */
    private static final double PERCENT = 1e-10;

    @ParameterizedTest
    @CsvFileSource(resources = "/trends/permutation-tests.csv", delimiter = ';', numLinesToSkip = 2, nullValues = "NA")
    void saysWhatTwoPackagesOfRSay(
            String one, String other, double coin, double exactRankTests, Double everyDivision, double smallest) {
        var test = PermutationTest.between(distribution(one), distribution(other));
        assertThat(test.pValue())
                .isCloseTo(coin, withinPercentage(PERCENT))
                .isCloseTo(exactRankTests, withinPercentage(PERCENT));
        if (everyDivision != null) {
            assertThat(test.pValue()).isCloseTo(everyDivision, withinPercentage(PERCENT));
        }
        assertThat(test.smallestPValue()).isCloseTo(smallest, withinPercentage(PERCENT));
        assertThat(PermutationTest.between(distribution(other), distribution(one)))
                .isEqualTo(test);
    }

    /** The definition itself: all the ways to choose who belongs to the first session. */
    @RepeatedTest(200)
    void saysWhatTryingEveryDivisionOfTheScoresSays(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        List<Integer> one = scores(random);
        List<Integer> other = scores(random);
        var all = new ArrayList<>(one);
        all.addAll(other);
        List<Integer> deviations = IntStream.range(0, 1 << all.size())
                .filter(chosen -> Integer.bitCount(chosen) == one.size())
                .mapToObj(chosen -> deviation(all, chosen, one.size()))
                .toList();
        int seen = deviation(all, (1 << one.size()) - 1, one.size());
        var test = PermutationTest.between(Distribution.of(one), Distribution.of(other));
        assertThat(test.pValue()).isEqualTo(share(deviations, seen));
        assertThat(test.smallestPValue()).isEqualTo(share(deviations, Collections.max(deviations)));
    }

    @ParameterizedTest
    @CsvSource({"0 0 0 0 0, 1 2 3 4 5", "0 0 0 0 0, 0 0 0 0 0", "0 0 7 0 0, 0 0 9 0 0"})
    void seesNothingWhereThereIsNothingToSee(String one, String other) {
        assertThat(PermutationTest.between(distribution(one), distribution(other)))
                .isEqualTo(new PermutationTest(1, 1));
    }

    /** Two of all the ways to choose 500 of 1000, as whole numbers of any size count them. */
    @Test
    void countsTheWaysOfFiveHundredScoresASide() {
        var test = PermutationTest.between(distribution("500 0 0 0 0"), distribution("0 0 0 0 500"));
        assertThat(test.pValue()).isCloseTo(7.399507995628054e-300, withinPercentage(PERCENT));
        assertThat(test.smallestPValue()).isEqualTo(test.pValue());
    }

    @Test
    void takesNoMoreThanItCanCount() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PermutationTest.between(distribution("501 0 0 0 0"), distribution("0 0 0 0 1")));
    }

    private static List<Integer> scores(Random random) {
        return random.ints(3 + random.nextInt(5), 1, 6).boxed().toList();
    }

    private static int deviation(List<Integer> all, int chosen, int size) {
        int sum = IntStream.range(0, all.size())
                .filter(i -> (chosen >> i & 1) == 1)
                .map(all::get)
                .sum();
        return Math.abs(sum * all.size()
                - size * all.stream().mapToInt(Integer::intValue).sum());
    }

    private static double share(List<Integer> deviations, int atLeast) {
        return (double) deviations.stream().filter(d -> d >= atLeast).count() / deviations.size();
    }

    private static Distribution distribution(String counts) {
        return new Distribution(
                Arrays.stream(counts.split(" ", -1)).map(Integer::valueOf).toList());
    }
}
