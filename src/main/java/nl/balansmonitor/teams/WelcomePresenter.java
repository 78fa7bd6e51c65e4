package nl.balansmonitor.teams;

import java.util.List;
import java.util.Optional;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.teams.botframework.Conversation;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Draws what the bot says where it was added: to a team, who did so and what it is for; to one person, what there is for him. */
@Component
class WelcomePresenter {

    private final HelpPresenter help;
    private final HomePresenter home;

    WelcomePresenter(HelpPresenter help, HomePresenter home) {
        this.help = help;
        this.home = home;
    }

    /**
     * One welcome.
     *
     * @param members of the conversation, among whom Teams may not list who added the bot
     * @return empty if there is nobody to greet
     */
    Optional<JsonNode> card(Space space, Conversation conversation, Welcomes.Welcome welcome, List<Member> members) {
        if (conversation.type() == Conversation.Type.PERSONAL) {
            return welcome.by()
                    .map(member -> new Caller(space, conversation, member, welcome.language()))
                    .map(home::welcome);
        }
        Optional<String> name = welcome.by()
                .flatMap(by -> members.stream().filter(m -> m.id().equals(by)).findFirst())
                .map(Member::name)
                .filter(known -> !known.isBlank());
        return Optional.of(help.welcome(space, conversation.type(), name));
    }
}
