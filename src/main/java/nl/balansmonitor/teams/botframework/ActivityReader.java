package nl.balansmonitor.teams.botframework;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.balansmonitor.teams.botframework.ActivityReader.Result.Rejected;
import nl.balansmonitor.teams.botframework.ActivityReader.Result.Understood;
import nl.balansmonitor.teams.botframework.Incoming.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Reads a request's body. A field of another type than expected reads as missing.
 *
 * <p>In the place of the SDK's {@code Activity}, which fails on timestamps that Teams may send and drops an invoke's trigger.
 *
 * @see <a href="https://github.com/microsoft/Agents/blob/main/specs/activity/protocol-activity.md">Activity protocol</a>
 */
final class ActivityReader {

    /** What the body is. */
    sealed interface Result {

        record Understood(Incoming incoming, String channelId) implements Result {}

        /** Not an activity; the reason may be shown to the caller. */
        record Rejected(String reason) implements Result {}
    }

    private final JsonMapper json;

    ActivityReader(JsonMapper json) {
        this.json = json;
    }

    Result read(byte[] body) {
        JsonNode activity;
        try {
            activity = json.readTree(body);
        } catch (JacksonException e) {
            return new Rejected("The body is not JSON.");
        }
        if (!activity.isObject()) {
            return new Rejected("The body is not a JSON object.");
        }
        String type = string(activity.path("type"));
        if (type.isBlank()) {
            return new Rejected("The activity has no type.");
        }
        if (string(activity.path("serviceUrl")).isBlank()) {
            return new Rejected("The activity has no serviceUrl.");
        }
        if (string(activity.at("/conversation/id")).isBlank()) {
            return new Rejected("The activity has no conversation.");
        }
        Kind kind = kind(type);
        if ((kind == Kind.MESSAGE || kind == Kind.INVOKE)
                && string(activity.at("/from/id")).isBlank()) {
            return new Rejected("The activity has no sender.");
        }
        return new Understood(incoming(kind, activity), string(activity.path("channelId")));
    }

    private static Incoming incoming(Kind kind, JsonNode activity) {
        JsonNode value = activity.path("value");
        return new Incoming(
                kind,
                name(kind, activity),
                string(activity.path("id")),
                conversation(activity),
                sender(activity.path("from")),
                MentionedText.of(activity),
                value.isNull() ? MissingNode.getInstance() : value,
                filled(activity.path("locale")).or(() -> clientLocale(activity)),
                filled(activity.path("replyToId")),
                ids(activity.path("membersAdded")),
                ids(activity.path("membersRemoved")),
                filled(activity.at("/channelData/team/id")),
                filled(activity.at("/channelData/team/aadGroupId")));
    }

    private static Kind kind(String type) {
        return switch (type) {
            case "message" -> Kind.MESSAGE;
            case "invoke" -> Kind.INVOKE;
            case "installationUpdate" -> Kind.INSTALLATION_UPDATE;
            case "conversationUpdate" -> Kind.CONVERSATION_UPDATE;
            default -> Kind.OTHER;
        };
    }

    private static String name(Kind kind, JsonNode activity) {
        return switch (kind) {
            case MESSAGE -> "";
            case INVOKE -> string(activity.path("name"));
            case INSTALLATION_UPDATE -> string(activity.path("action"));
            case CONVERSATION_UPDATE -> string(activity.at("/channelData/eventType"));
            case OTHER -> string(activity.path("type"));
        };
    }

    private static Conversation conversation(JsonNode activity) {
        JsonNode conversation = activity.path("conversation");
        return new Conversation(
                channelMeant(activity).orElseGet(() -> string(conversation.path("id"))),
                Optional.empty(),
                string(activity.path("serviceUrl")),
                filled(conversation.path("tenantId")).orElseGet(() -> string(activity.at("/channelData/tenant/id"))),
                type(activity),
                string(activity.at("/recipient/id")),
                string(activity.at("/recipient/name")));
    }

    /**
     * What a team's General channel tells of another one: an installation is meant for the channel that was chosen with it, an event of a
     * channel, such as {@code channelDeleted}, for that.
     */
    private static Optional<String> channelMeant(JsonNode activity) {
        boolean ofChannel = string(activity.at("/channelData/eventType")).startsWith("channel");
        return filled(activity.at("/channelData/settings/selectedChannel/id"))
                .or(() -> ofChannel ? filled(activity.at("/channelData/channel/id")) : Optional.empty());
    }

    private static Conversation.Type type(JsonNode activity) {
        JsonNode conversation = activity.path("conversation");
        return switch (string(conversation.path("conversationType")).toLowerCase(Locale.ROOT)) {
            case "channel" -> Conversation.Type.CHANNEL;
            case "groupchat" -> Conversation.Type.GROUP_CHAT;
            case "personal" -> Conversation.Type.PERSONAL;
            default -> typeUnsaid(activity);
        };
    }

    private static Conversation.Type typeUnsaid(JsonNode activity) {
        if (!string(activity.at("/channelData/channel/id")).isBlank()) {
            return Conversation.Type.CHANNEL;
        }
        return activity.at("/conversation/isGroup").asBoolean(false)
                ? Conversation.Type.GROUP_CHAT
                : Conversation.Type.PERSONAL;
    }

    private static Sender sender(JsonNode from) {
        return new Sender(string(from.path("id")), filled(from.path("aadObjectId")), string(from.path("name")));
    }

    /** Desktop clients tell their locale in an entity of type {@code clientInfo} as well. */
    private static Optional<String> clientLocale(JsonNode activity) {
        return activity.path("entities")
                .valueStream()
                .filter(entity -> string(entity.path("type")).equalsIgnoreCase("clientInfo"))
                .flatMap(entity -> filled(entity.path("locale")).stream())
                .findFirst();
    }

    private static List<String> ids(JsonNode members) {
        return members.valueStream()
                .flatMap(member -> filled(member.path("id")).stream())
                .toList();
    }

    private static Optional<String> filled(JsonNode node) {
        return Optional.of(string(node)).filter(text -> !text.isBlank());
    }

    private static String string(JsonNode node) {
        return node.isString() ? node.stringValue() : "";
    }
}
