package nl.balansmonitor.trends;

/**
 * The newest point of a line against its first one.
 *
 * @param first  shown
 * @param newest shown
 * @param pValue of the {@linkplain PermutationTest permutation test} on the two, not corrected
 * @param verdict corrected for all lines of the trend
 */
public record Comparison(Point first, Point newest, Direction direction, double pValue, Verdict verdict) {

    /** Whether it went that way, and more than chance explains. */
    public boolean clearly(Direction way) {
        return verdict == Verdict.MORE_THAN_CHANCE && direction == way;
    }
}
