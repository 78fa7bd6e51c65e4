package nl.balansmonitor.trends;

import nl.balansmonitor.sessions.Distribution;

/** Which way the mean went. */
public enum Direction {
    WARMER,
    COLDER,
    /** To the last digit; it then also is {@link Verdict#TOO_FEW} or {@link Verdict#MAY_BE_CHANCE}. */
    SAME;

    /** Exact: a mean is one division, and so equals are equal. */
    static Direction between(Distribution earlier, Distribution later) {
        int order = Double.compare(later.mean(), earlier.mean());
        if (order == 0) {
            return SAME;
        }
        return order > 0 ? WARMER : COLDER;
    }
}
