package nl.balansmonitor.sessions;

/**
 * A reaction that was accepted, and will be counted.
 *
 * @param session as it was read after the ballot was written
 * @param ballot  what the member's reaction is now
 */
public record Reaction(Session session, Ballot ballot) {}
