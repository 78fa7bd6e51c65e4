package nl.balansmonitor.sessions;

/**
 * A note that was taken.
 *
 * @param session as it was read after the note was written
 * @param group   the number of the group that sees it
 * @param note    what was kept of it
 */
public record WrittenNote(Session session, int group, Remark note) {}
