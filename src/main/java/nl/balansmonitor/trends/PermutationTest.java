package nl.balansmonitor.trends;

import java.util.stream.IntStream;
import nl.balansmonitor.sessions.Distribution;
import org.apache.commons.numbers.combinatorics.BinomialCoefficientDouble;

/**
 * Whether two distributions of scores differ more than chance explains: the exact two-sample permutation test on the difference of the
 * means, two-sided (E. J. G. Pitman, <em>Significance tests which may be applied to samples from any populations</em>, Supplement to the
 * Journal of the Royal Statistical Society 4, 1937).
 *
 * <p>If the two sessions did not differ, every way to deal all their scores out over them would be as likely as the one that was seen. The
 * p-value is the share of these ways in which the means lie at least as far apart. On a scale of five steps they can be counted, ties and
 * all: it only matters how many scores of each step one of the two gets.
 *
 * <p>It is unpaired, as nobody can be followed from one session to another. With mostly the same people, who mostly stay near the score they
 * gave, the true p-value is smaller: the test errs on the side of silence.
 *
 * @param pValue         more than 0, at most 1
 * @param smallestPValue what these scores would have given at best, dealt out in the most extreme way; at most {@code pValue}, and 1 if all
 *     are the same
 */
record PermutationTest(double pValue, double smallestPValue) {

    /** The most scores of one session: with it the number of ways, 10<sup>300</sup>, is still a double. No school has a larger team. */
    static final int MOST = 500;

    /**
     * Compares two distributions; in which order does not matter. All counts are exact up to 2<sup>53</sup> ways (some 28 scores a side), and
     * good to twelve digits beyond, as only positive numbers are added.
     *
     * @throws IllegalArgumentException for more than {@value #MOST} scores in one of them
     */
    static PermutationTest between(Distribution one, Distribution other) {
        if (one.total() > MOST || other.total() > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " scores in one session");
        }
        return one.total() <= other.total() ? ofFewer(one, other) : ofFewer(other, one);
    }

    private static PermutationTest ofFewer(Distribution fewer, Distribution more) {
        int[] pooled = IntStream.range(0, fewer.counts().size())
                .map(step -> fewer.counts().get(step) + more.counts().get(step))
                .toArray();
        int size = fewer.total();
        double[] ways = ways(pooled, size);
        long[] deviations = deviations(pooled, size, ways.length);
        long largest = IntStream.range(0, ways.length)
                .filter(sum -> ways[sum] > 0)
                .mapToLong(sum -> deviations[sum])
                .max()
                .orElseThrow();
        int seen = sum(fewer.counts().stream().mapToInt(Integer::intValue).toArray());
        return new PermutationTest(share(ways, deviations, deviations[seen]), share(ways, deviations, largest));
    }

    /**
     * In how many ways so many of the pooled scores come to each sum, with steps counted from 0. Step by step of the scale, as in B.
     * Streitberg and J. R&ouml;hmel, <em>Exact distributions for permutation and rank tests</em> (Statistical Software Newsletter 12, 1986),
     * but with all scores of a step at once.
     */
    private static double[] ways(int[] pooled, int size) {
        int all = IntStream.of(pooled).sum();
        double[][] ways = new double[size + 1][1];
        ways[0][0] = 1;
        int before = 0;
        for (int step = 0; step < pooled.length; step++) {
            int behind = all - before - pooled[step];
            var next = new double[size + 1][];
            for (int taken = 0; taken <= size; taken++) {
                next[taken] = new double[taken * step + 1];
            }
            for (int taken = 0; taken <= Math.min(size, before); taken++) {
                int most = Math.min(pooled[step], size - taken);
                for (int more = Math.max(0, size - taken - behind); more <= most; more++) {
                    double choices = BinomialCoefficientDouble.value(pooled[step], more);
                    addTo(next[taken + more], more * step, ways[taken], choices);
                }
            }
            ways = next;
            before += pooled[step];
        }
        return ways[size];
    }

    private static void addTo(double[] sums, int shift, double[] ways, double times) {
        int end = Math.min(ways.length, sums.length - shift);
        for (int sum = 0; sum < end; sum++) {
            sums[sum + shift] += ways[sum] * times;
        }
    }

    /** How far each sum lies from the one expected, times the number of all scores, so that it is whole and equals are equal. */
    private static long[] deviations(int[] pooled, int size, int sums) {
        long all = IntStream.of(pooled).sum();
        long expected = (long) size * sum(pooled);
        return IntStream.range(0, sums)
                .mapToLong(sum -> Math.abs(sum * all - expected))
                .toArray();
    }

    private static double share(double[] ways, long[] deviations, long atLeast) {
        double extreme = 0;
        double total = 0;
        for (int sum = 0; sum < ways.length; sum++) {
            total += ways[sum];
            extreme += deviations[sum] >= atLeast ? ways[sum] : 0;
        }
        return extreme / total;
    }

    private static int sum(int[] counts) {
        return IntStream.range(0, counts.length)
                .map(step -> step * counts[step])
                .sum();
    }
}
