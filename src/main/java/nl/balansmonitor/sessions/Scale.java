package nl.balansmonitor.sessions;

/** The thermometer's scale, from 1 (cold, not at all) to 5 (warm, entirely). */
public final class Scale {

    public static final int LOWEST = 1;
    public static final int HIGHEST = 5;

    private Scale() {}

    /** Whether this is one of the five steps. */
    public static boolean has(int score) {
        return score >= LOWEST && score <= HIGHEST;
    }

    static void requireOn(int score) {
        if (!has(score)) {
            throw new IllegalArgumentException("the scale goes from 1 to 5, not to " + score);
        }
    }
}
