package nl.balansmonitor.trends;

import java.util.Collection;
import java.util.stream.IntStream;

/**
 * How small a p-value must be when many are looked at: R. E. Tarone, <em>A modified Bonferroni method for discrete data</em> (Biometrics 46,
 * 1990). Bonferroni divides the level by the number of tests. But a test of few scores can't come below some p-value whatever people
 * answer, so it can't raise a false alarm, and needs not be counted. That leaves more of the level to the others.
 */
final class Tarone {

    private Tarone() {}

    /**
     * The level for each single test: alpha / K, with K the smallest number such that at most K tests could reach alpha / K at all. Then
     * the chance of even one false alarm among all of them is at most alpha, whatever they have to do with each other.
     *
     * @param smallestPValues of every test the smallest p-value that it could have given
     */
    static double level(double alpha, Collection<Double> smallestPValues) {
        return IntStream.iterate(1, k -> k + 1)
                .filter(k ->
                        smallestPValues.stream().filter(p -> p <= alpha / k).count() <= k)
                .mapToDouble(k -> alpha / k)
                .findFirst()
                .orElseThrow();
    }
}
