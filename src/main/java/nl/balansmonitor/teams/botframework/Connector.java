package nl.balansmonitor.teams.botframework;

import java.util.List;

/**
 * The way out to Teams. Every call is one attempt: it blocks its thread, a virtual one, for 10 s at most, and neither retries nor keeps to
 * Teams' rate limits, which is the caller's to do. Safe for use by many threads.
 *
 * <p>Every method throws a {@link DeliveryException}, whose kind says what to do next. After a {@link DeliveryException.Retryable} of a
 * post it isn't known whether the post arrived.
 */
public interface Connector {

    /**
     * Posts a message.
     *
     * @return the id of the message, with which it can be updated
     */
    String post(Conversation where, Message message);

    /** Replaces a message of the bot; a second call with the same message changes nothing. */
    void update(Conversation where, String activityId, Message message);

    /** The people of a channel or chat, from all pages, without bots. A thread has the people of its channel. */
    List<RosterMember> roster(Conversation where);

    /**
     * The names of a channel and its team, which messages don't come with.
     *
     * @param teamId as in {@link Incoming#teamId}
     */
    TeamNames names(Conversation channel, String teamId);

    /**
     * The 1:1 chat with a person of a conversation; the same one for every call. Posts nothing.
     *
     * @throws DeliveryException.Final with 403, among others, when the app isn't installed for this person
     */
    Conversation openPersonal(Conversation where, String teamsId);
}
