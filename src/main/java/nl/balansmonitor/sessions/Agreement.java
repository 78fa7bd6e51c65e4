package nl.balansmonitor.sessions;

/**
 * How divided a team is, in words. The bounds are ours: twelve reactions of which ten lie on two neighbouring steps and the others beside
 * them count as agreed, twelve spread evenly over all five as divided.
 */
public enum Agreement {
    AGREED,
    MIXED,
    DIVIDED;

    private static final double MIXED_FROM = 0.3;
    private static final double DIVIDED_FROM = 0.5;

    static Agreement of(double dissent) {
        if (dissent >= DIVIDED_FROM) {
            return DIVIDED;
        }
        return dissent >= MIXED_FROM ? MIXED : AGREED;
    }
}
