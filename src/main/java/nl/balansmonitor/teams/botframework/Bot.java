package nl.balansmonitor.teams.botframework;

/** The program behind the edge: there is exactly one bean of this type. */
public interface Bot {

    /**
     * Answers an activity that was authenticated; called on the request's own virtual thread, for many requests at once.
     *
     * <p>Teams repeats a request whose answer it didn't get, and gives up on an invoke after some 10 s: an answer belongs within 3 s. What
     * this method throws is logged and never shown: the user of an invoke reads a line that something went wrong.
     */
    Reply answer(Incoming incoming);
}
