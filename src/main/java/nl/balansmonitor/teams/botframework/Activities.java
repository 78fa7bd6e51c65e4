package nl.balansmonitor.teams.botframework;

import com.microsoft.bot.connector.Channels;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import com.microsoft.bot.schema.Attachment;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.ConversationAccount;
import com.microsoft.bot.schema.Serialization;
import com.microsoft.bot.schema.TextFormatTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Turns messages into the SDK's activities. */
final class Activities {

    private static final String ADAPTIVE_CARD = "application/vnd.microsoft.card.adaptive";

    private Activities() {}

    static Activity of(Conversation where, Message message) {
        Activity activity = new Activity(ActivityTypes.MESSAGE);
        // Teams has a clock of its own; so a card that says the same is the same, byte for byte.
        activity.setTimestamp(null);
        activity.setChannelId(Channels.MSTEAMS);
        activity.setServiceUrl(where.serviceUrl());
        activity.setConversation(new ConversationAccount(where.address()));
        activity.setFrom(new ChannelAccount(where.botId(), where.botName()));
        activity.setSummary(message.summary());
        message.text().ifPresent(text -> {
            activity.setText(text);
            activity.setTextFormat(TextFormatTypes.PLAIN);
        });
        message.card().ifPresent(card -> activity.setAttachments(List.of(attachment(card))));
        return activity;
    }

    private static Attachment attachment(JsonNode card) {
        Attachment attachment = new Attachment();
        attachment.setContentType(ADAPTIVE_CARD);
        attachment.setContent(tree(card));
        return attachment;
    }

    /** The same JSON as a tree of the Jackson that the SDK speaks; maps and lists it fails to look into. */
    private static Object tree(JsonNode card) {
        try {
            return Serialization.jsonToTree(withDotsEscaped(card).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The SDK's serializer takes a dot in a name for a path and rebuilds {@code choices.data} as {@code choices: {data}}, or fails if there
     * is an array of that name; a dot behind a backslash it leaves as a dot.
     */
    private static JsonNode withDotsEscaped(JsonNode node) {
        if (node.isArray()) {
            var elements = JsonNodeFactory.instance.arrayNode(node.size());
            node.values().forEach(element -> elements.add(withDotsEscaped(element)));
            return elements;
        }
        if (node.isObject()) {
            var properties = JsonNodeFactory.instance.objectNode();
            node.forEachEntry((name, value) -> properties.set(name.replace(".", "\\."), withDotsEscaped(value)));
            return properties;
        }
        return node;
    }
}
