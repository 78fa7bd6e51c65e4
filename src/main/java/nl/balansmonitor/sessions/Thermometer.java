package nl.balansmonitor.sessions;

import nl.balansmonitor.shared.StatementId;

/**
 * One statement of one session, on the scale of 1 to 5.
 *
 * @param revealed 0 while it is open; then its turn, 1 for the thermometer that was revealed first
 */
public record Thermometer(StatementId statement, int revealed) {

    /** Whether reactions are still taken. */
    public boolean open() {
        return revealed == 0;
    }
}
