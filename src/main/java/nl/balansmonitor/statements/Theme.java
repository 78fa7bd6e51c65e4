package nl.balansmonitor.statements;

/** The five groups of the instrument's statements, in its own order. */
public enum Theme {
    PROFESSIONALISM,
    BALANCE,
    PUPILS,
    COLLABORATION,
    PARENTS
}
