package nl.balansmonitor.teams;

import java.util.Optional;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.teams.botframework.Conversation;
import nl.balansmonitor.wording.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Draws, for a whole team, what the bot is for, what can be typed, and who sees what. In one's own chat there is {@link HomePresenter}. */
@Component
class HelpPresenter {

    private final Cards cards;
    private final Texts texts;

    HelpPresenter(Cards cards, Texts texts) {
        this.cards = cards;
        this.texts = texts;
    }

    private record Values(String space, boolean channel, boolean installed, String installedBy, boolean unknown) {}

    /** @param unknown whether it answers something that the bot doesn't know */
    JsonNode card(Caller caller, boolean unknown) {
        return draw(caller.space(), caller.conversation().type(), false, "", unknown);
    }

    /** @param by who added the bot, if that is known */
    JsonNode welcome(Space space, Conversation.Type type, Optional<String> by) {
        String installedBy = by.map(name -> texts.get(space.language(), "phrase.help.installedBy", name))
                .orElseGet(() -> texts.get(space.language(), "phrase.help.installed"));
        return draw(space, type, true, installedBy, false);
    }

    private JsonNode draw(Space space, Conversation.Type type, boolean installed, String installedBy, boolean unknown) {
        boolean channel = type == Conversation.Type.CHANNEL;
        return cards.draw(
                "help", space.language(), new Values(space.id().value(), channel, installed, installedBy, unknown));
    }
}
