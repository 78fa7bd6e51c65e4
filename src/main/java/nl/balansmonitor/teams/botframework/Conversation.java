package nl.balansmonitor.teams.botframework;

import java.util.Optional;

/**
 * Where to post: everything a later, unprompted post needs, fit to be stored as JSON.
 *
 * @param id the channel's or chat's own id, without a thread
 * @param thread the id of the message that a channel's thread hangs on; empty for the channel itself and for chats
 * @param serviceUrl the address of Teams for this conversation, which may change: the newest one seen counts
 * @param tenantId the Entra ID tenant; {@code ""} if Teams didn't say
 * @param botId the bot's own id here ({@code 28:<app id>})
 * @param botName the bot's name as shown here
 */
public record Conversation(
        String id,
        Optional<String> thread,
        String serviceUrl,
        String tenantId,
        Type type,
        String botId,
        String botName) {

    private static final String THREAD_MARK = ";messageid=";

    /** The kinds of conversation, by their size and by who can read along. */
    public enum Type {
        CHANNEL,
        GROUP_CHAT,
        PERSONAL
    }

    /** Takes an id apart as Teams gives it: a message in a channel comes with {@code <channel>;messageid=<thread>}. */
    public Conversation {
        if (id.isBlank() || serviceUrl.isBlank()) {
            throw new IllegalArgumentException("a conversation has an id and a service URL");
        }
        int mark = id.indexOf(THREAD_MARK);
        if (mark > 0) {
            thread = Optional.of(id.substring(mark + THREAD_MARK.length()));
            id = id.substring(0, mark);
        }
        thread = thread.filter(message -> !message.isBlank());
    }

    /** The channel itself: what is posted there begins a new thread. */
    public Conversation withoutThread() {
        return new Conversation(id, Optional.empty(), serviceUrl, tenantId, type, botId, botName);
    }

    /** The thread below a message of this channel. */
    public Conversation inThread(String messageId) {
        return new Conversation(id, Optional.of(messageId), serviceUrl, tenantId, type, botId, botName);
    }

    /** The id that Teams expects when something is posted here. */
    String address() {
        return thread.map(message -> id + THREAD_MARK + message).orElse(id);
    }
}
