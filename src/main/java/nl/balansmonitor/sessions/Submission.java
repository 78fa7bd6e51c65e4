package nl.balansmonitor.sessions;

import nl.balansmonitor.statements.Statement;
import nl.balansmonitor.statements.StatementRefusal;

/** The answer to a group that hands in a statement. Unless it was {@link Taken}, nothing changed. */
public sealed interface Submission {

    /** It was handed in, or had been by the same group in the same words. */
    record Taken(Session session, Statement statement) implements Submission {}

    /** Its words are no statement for this team. */
    record Unfit(StatementRefusal reason) implements Submission {}

    /** It can't be handed in, whatever its words. */
    record Refused(SessionRefusal reason) implements Submission {}
}
