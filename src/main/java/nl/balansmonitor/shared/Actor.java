package nl.balansmonitor.shared;

/**
 * Who asks for something, and with what standing in the space that he asks in.
 *
 * @param leader whether he leads this space
 */
public record Actor(MemberId member, boolean leader) {}
