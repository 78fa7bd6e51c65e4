package nl.balansmonitor.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaroneTest {

    /**
     * Worked out by hand. In the last row 0.05 / 1 can be reached by four, 0.05 / 2 by four, 0.05 / 3 by three of them: so K is 3, and not 6
     * as it would be with Bonferroni.
     */
    @ParameterizedTest
    @CsvSource({
        "'', 1",
        "0.02, 1",
        "0.2, 1",
        "0.02 0.2 0.3, 1",
        "0.02 0.04, 2",
        "0.02 0.04 0.2, 2",
        "0.02 0.02, 2",
        "0.001 0.001 0.001, 3",
        "0.1 0.1 0.1 0.1, 1",
        "0.001 0.002 0.01 0.02 0.06 0.3, 3",
    })
    void countsOnlyTheTestsThatCouldRaiseAnAlarm(String smallest, int k) {
        List<Double> pValues = smallest.isEmpty()
                ? List.of()
                : Arrays.stream(smallest.split(" ", -1)).map(Double::valueOf).toList();
        assertThat(Tarone.level(0.05, pValues)).isEqualTo(0.05 / k);
    }

    /**
     * The example of {@code Tarone.p.adjust} in R's package MHTdiscrete (Zhu, Guo), with the adjusted p-values that it prints: 0.1054688,
     * 0.0468750 and 0.1228800, which is 3 times the p-values. Three binomial tests; only the second one stays below 0.05.
     */
    @Test
    void agreesWithThePackageMHTdiscreteOfR() {
        var tests = List.of(
                new PermutationTest(9 / 256.0, 1 / 256.0),
                new PermutationTest(0.015625, Math.pow(0.25, 5)),
                new PermutationTest(0.04096, Math.pow(0.4, 6)));
        double level = Tarone.level(
                0.05, tests.stream().map(PermutationTest::smallestPValue).toList());
        assertThat(tests)
                .extracting(test -> test.pValue() * 0.05 / level)
                .satisfiesExactly(
                        p -> assertThat(p).isCloseTo(0.1054688, within(1e-7)),
                        p -> assertThat(p).isCloseTo(0.0468750, within(1e-7)),
                        p -> assertThat(p).isCloseTo(0.1228800, within(1e-7)));
        assertThat(tests)
                .extracting(test -> Verdict.of(test, level))
                .containsExactly(Verdict.MAY_BE_CHANCE, Verdict.MORE_THAN_CHANCE, Verdict.MAY_BE_CHANCE);
    }
}
