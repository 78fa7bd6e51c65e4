package nl.balansmonitor;

import java.util.HashMap;
import java.util.Map;
import nl.balansmonitor.standin.Conversation;
import nl.balansmonitor.standin.Member;
import nl.balansmonitor.standin.Post;
import nl.balansmonitor.standin.TapAnswer;

/** How a team plans sessions in its channel: every two weeks on Tuesday at ten, from 1 December 2026 on, unless it is told otherwise. */
record Planning(Conversation channel, Member leader, Member asks) {

    /** The plan's card, posted anew. */
    Post card() {
        var before = channel.posts();
        asks.says("plan", channel);
        return channel.awaitPost(p -> !before.contains(p) && p.offers("plan.edit"));
    }

    /** Answers with what the leader sees when he has saved it. */
    TapAnswer plan(Map<String, String> other) {
        Post card = card();
        leader.taps(card, "plan.edit");
        return leader.taps(card, "plan.set", Map.of(), form(other));
    }

    /** What is filled in. */
    static Map<String, String> form(Map<String, String> other) {
        var form = new HashMap<>(Map.of(
                "frequency",
                "EVERY_N_WEEKS",
                "weeks",
                "2",
                "firstDate",
                "2026-12-01",
                "time",
                "10:00",
                "region",
                "SOUTH"));
        form.putAll(other);
        return form;
    }
}
