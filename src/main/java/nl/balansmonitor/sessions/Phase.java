package nl.balansmonitor.sessions;

/** Where a session is. */
public enum Phase {
    /** The start card is up; nobody reacts yet. */
    CHOOSING,
    /** The thermometers are open or revealed, and actions are agreed. */
    REACTING,
    /** Somebody closed it; ballots are becoming readings. A restart in this phase goes on with it. */
    CLOSING,
    /** Readings are left; ballots and key are destroyed. */
    CLOSED,
    /** It was never started: another start card took its place, or it was closed before anything was chosen. */
    CANCELLED
}
