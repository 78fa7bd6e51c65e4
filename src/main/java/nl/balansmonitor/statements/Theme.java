package nl.balansmonitor.statements;

/** The five groups of the instrument's statements, in its own order, and one for what fits in none of them. */
public enum Theme {
    PROFESSIONALISM,
    BALANCE,
    PUPILS,
    COLLABORATION,
    PARENTS,
    /** The team's own statements that nobody gave another theme. */
    OWN
}
