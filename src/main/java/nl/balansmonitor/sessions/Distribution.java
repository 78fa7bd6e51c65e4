package nl.balansmonitor.sessions;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * How many reactions each step of the scale got.
 *
 * @param counts five of them, the first for score 1
 */
public record Distribution(@JsonValue List<Integer> counts) {

    private static final int STEPS = Scale.HIGHEST - Scale.LOWEST + 1;

    /** Rejects anything but five counts of zero or more. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Distribution {
        counts = List.copyOf(counts);
        if (counts.size() != STEPS || counts.stream().anyMatch(c -> c < 0)) {
            throw new IllegalArgumentException("not five counts: " + counts);
        }
    }

    /** Counts these scores, each 1 to 5. */
    public static Distribution of(Collection<Integer> scores) {
        var counts = new ArrayList<>(Collections.nCopies(STEPS, 0));
        for (int score : scores) {
            Scale.requireOn(score);
            counts.set(score - Scale.LOWEST, counts.get(score - Scale.LOWEST) + 1);
        }
        return new Distribution(counts);
    }

    /** How many reactions there are. */
    public int total() {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    /** The arithmetic mean, 1 to 5; NaN without reactions. */
    public double mean() {
        return scores().average().orElse(Double.NaN);
    }

    /** The middle score, or the mean of the two in the middle; NaN without reactions. */
    public double median() {
        int[] sorted = scores().toArray();
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    }

    /**
     * The score that most of those below the mean gave, the coldest of equals: two camps are spoken of by what many chose, so that nobody
     * stands out.
     *
     * @throws java.util.NoSuchElementException if all scores are the same
     */
    public int coldCamp() {
        return commonest(score -> score < mean(), Comparator.reverseOrder());
    }

    /**
     * The score that most of those above the mean gave, the warmest of equals.
     *
     * @throws java.util.NoSuchElementException if all scores are the same
     */
    public int warmCamp() {
        return commonest(score -> score > mean(), Comparator.naturalOrder());
    }

    private int commonest(IntPredicate among, Comparator<Integer> ofEquals) {
        return scores().filter(among)
                .boxed()
                .max(Comparator.comparingInt((Integer score) -> counts.get(score - Scale.LOWEST))
                        .thenComparing(ofEquals))
                .orElseThrow();
    }

    /**
     * How far the reactions lie apart: 0 when all agree, 1 when half are at either end of the scale. It is one minus the consensus of
     * Tastle and Wierman, <em>Consensus and dissention: a measure of ordinal dispersion</em> (International Journal of Approximate
     * Reasoning 45, 2007): 1 + sum of p(x) log2(1 - |x - mean| / 4), made for ordinal scales such as this one, where a standard deviation
     * has no natural top. NaN without reactions.
     */
    public double dissent() {
        double mean = mean();
        double width = Scale.HIGHEST - Scale.LOWEST;
        return -scores().mapToDouble(x -> Math.log(1 - Math.abs(x - mean) / width) / Math.log(2))
                .average()
                .orElse(Double.NaN);
    }

    /** The reading of {@link #dissent()} in words. */
    public Agreement agreement() {
        return Agreement.of(dissent());
    }

    private IntStream scores() {
        return IntStream.range(0, STEPS)
                .flatMap(i -> IntStream.generate(() -> i + Scale.LOWEST).limit(counts.get(i)));
    }
}
