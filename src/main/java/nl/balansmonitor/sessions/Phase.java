package nl.balansmonitor.sessions;

/** Where a session is. */
public enum Phase {
    /** The start card is up; nobody reacts yet. */
    CHOOSING,
    /** Groups write statements of their own, from which the team will choose. */
    WRITING,
    /** The team places stickers on the statements that it finds most important. */
    STICKERING,
    /** The sticker round is closed and says what matters most; a leader decides what is measured. */
    DECIDING,
    /** The thermometers are open or revealed, and actions are agreed. */
    REACTING,
    /** Somebody closed it, or its time was up; ballots are becoming readings. A restart in this phase goes on with it. */
    CLOSING,
    /** Readings are left; ballots and key are destroyed. */
    CLOSED,
    /** It never came to a thermometer: another start card took its place, or it was closed before anything was chosen. */
    CANCELLED
}
