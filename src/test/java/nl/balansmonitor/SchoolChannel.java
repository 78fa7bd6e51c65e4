package nl.balansmonitor;

import java.util.List;
import java.util.Map;
import nl.balansmonitor.standin.Conversation;
import nl.balansmonitor.standin.Member;
import nl.balansmonitor.standin.Post;

/** The channel of a school in which the bot plans sessions, and what its leader does there. */
record SchoolChannel(Conversation channel, Member leader, Meeting meeting) {

    private static final int SUGGESTED = 2;

    static SchoolChannel of(Conversation channel, Member leader) {
        return new SchoolChannel(channel, leader, new Meeting(channel, leader));
    }

    /** The newest card with this verb. */
    Post newest(String verb) {
        return channel.awaitPostOffering(verb);
    }

    /** Starts the session of the newest start card with the two statements that it suggests; answers with their thermometers. */
    List<Post> open(Map<String, String> filledIn) {
        Post root = newest("session.start");
        leader.taps(root, "session.start", Map.of(), filledIn);
        return meeting.awaitThermometers(Meeting.sessionOf(root), SUGGESTED);
    }

    void agree(Post result, Member owner, String what, String feedbackDate) {
        leader.taps(
                result,
                "action.add",
                Map.of(),
                Map.of("what", what, "owner", owner.aadObjectId(), "feedbackDate", feedbackDate));
        result.await(p -> p.text().contains(what));
    }

    void close() {
        leader.taps(newest("session.close"), "session.close");
    }

    /** Leaves out the session that was announced last. */
    void skip() {
        leader.taps(newest("plan.skip"), "plan.skip");
    }

    /** Moves the session that was announced last. */
    void move(String date, String time) {
        leader.taps(newest("plan.move"), "plan.move", Map.of(), Map.of("date", date, "time", time));
    }
}
