package nl.balansmonitor.standin;

/**
 * What a member said and how the bot took it.
 *
 * @param post as it stands in the conversation; in a channel the first of a new thread, unless it was a reply
 */
public record Said(Post post, Delivery delivery) {

    /** Where the bot is expected to answer. */
    public String threadId() {
        return post.threadId();
    }
}
