package nl.balansmonitor.teams;

import nl.balansmonitor.teams.botframework.Conversation;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Draws what the bot is for, what can be typed, and who sees what. */
@Component
class HelpPresenter {

    private final Cards cards;

    HelpPresenter(Cards cards) {
        this.cards = cards;
    }

    private record Values(boolean channel, boolean installed, String installedBy) {}

    JsonNode card(Caller caller) {
        boolean alone = caller.conversation().type() == Conversation.Type.PERSONAL;
        return cards.draw("help", alone ? caller.language() : caller.space().language(), new Values(!alone, false, ""));
    }
}
