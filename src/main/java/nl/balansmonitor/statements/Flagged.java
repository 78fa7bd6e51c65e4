package nl.balansmonitor.statements;

/**
 * What became of a flag. It does not say how many there are.
 *
 * @param again   whether this member had raised it this month already; then nothing changed
 * @param reached whether enough of the team have, so that it is, or was, proposed in the channel
 */
public record Flagged(Statement statement, boolean again, boolean reached) {}
