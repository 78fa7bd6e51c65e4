package nl.balansmonitor.teams.botframework;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * An activity that Teams really sent, reduced to what the bot uses.
 *
 * @param name the invoke's name ({@code adaptiveCard/action}), the action of an installation update ({@code add}, {@code remove}),
 *     the event type of a conversation update ({@code channelDeleted}), the type of any other activity, or {@code ""}
 * @param id the activity's id, the same when Teams sends it again; {@code ""} if there is none
 * @param text what was typed, without the mention of the bot, trimmed; {@code ""} if nothing was
 * @param value the invoke's or submit's data; a missing node if there is none
 * @param locale the language tag of the sender's client, such as {@code nl-NL}
 * @param replyTo the message that holds the card which was tapped
 * @param membersAdded the Teams ids of who came, the bot's own perhaps among them
 * @param membersRemoved the Teams ids of who left, the bot's own perhaps among them
 * @param teamId the team's id within Teams ({@code 19:...}), for messages from a channel
 * @param teamGroup the id of the team's group in Entra ID, which comes with many of those
 */
public record Incoming(
        Kind kind,
        String name,
        String id,
        Conversation conversation,
        Sender from,
        String text,
        JsonNode value,
        Optional<String> locale,
        Optional<String> replyTo,
        List<String> membersAdded,
        List<String> membersRemoved,
        Optional<String> teamId,
        Optional<String> teamGroup) {

    /** What kind of thing happened. */
    public enum Kind {
        MESSAGE,
        INVOKE,
        INSTALLATION_UPDATE,
        CONVERSATION_UPDATE,
        OTHER
    }

    public Incoming {
        membersAdded = List.copyOf(membersAdded);
        membersRemoved = List.copyOf(membersRemoved);
    }
}
