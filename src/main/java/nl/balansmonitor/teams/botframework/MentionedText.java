package nl.balansmonitor.teams.botframework;

import tools.jackson.databind.JsonNode;

/** What someone typed to the bot. In channels that begins with a mention of the bot, which Teams marks up as {@code <at>Name</at>}. */
final class MentionedText {

    private MentionedText() {}

    /** The text of an activity without mentions of its recipient, trimmed; mentions of others stay as they are. */
    static String of(JsonNode activity) {
        String text = activity.path("text").asString("");
        String recipient = activity.at("/recipient/id").asString("");
        for (JsonNode entity : activity.path("entities")) {
            String mention = entity.path("text").asString("");
            if (entity.path("type").asString("").equals("mention")
                    && entity.at("/mentioned/id").asString("").equals(recipient)
                    && !mention.isEmpty()) {
                text = text.replace(mention, " ");
            }
        }
        return text.replace("&nbsp;", " ").replace('\u00a0', ' ').strip();
    }
}
