package nl.balansmonitor.standin;

import java.util.Map;

/** What happens in the conversations, in the order in which it happens. */
public sealed interface Event {

    /** A member wrote a message. */
    record Wrote(Post post) implements Event {}

    /** The bot posted. */
    record Posted(Post post) implements Event {}

    /**
     * The bot edited a post.
     *
     * @param before what it was
     */
    record Edited(Post post, Version before) implements Event {}

    /** The bot deleted a post. */
    record Deleted(Post post) implements Event {}

    /**
     * A member tapped a button; the answer is still to come.
     *
     * @param card     the card the member tapped on
     * @param filledIn what was typed and chosen, by input
     */
    record Tapped(Member member, Post post, Card card, CardAction action, Map<String, String> filledIn)
            implements Event {}

    /**
     * A member's tap was answered.
     *
     * @param before the card the member tapped on
     */
    record Answered(Member member, Post post, Card before, TapAnswer answer) implements Event {}
}
