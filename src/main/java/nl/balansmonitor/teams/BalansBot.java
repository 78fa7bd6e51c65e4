package nl.balansmonitor.teams;

import java.util.Optional;
import nl.balansmonitor.sessions.Sessions;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.teams.botframework.Bot;
import nl.balansmonitor.teams.botframework.Conversation;
import nl.balansmonitor.teams.botframework.Incoming;
import nl.balansmonitor.teams.botframework.Reply;
import nl.balansmonitor.teams.botframework.Sender;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes what Teams sends to where it belongs. */
@Component
class BalansBot implements Bot {

    private static final String CARD_ACTION = "adaptiveCard/action";

    private final Presence presence;
    private final Sessions sessions;
    private final Rosters rosters;
    private final Courier courier;
    private final Conversing conversing;
    private final Steps steps;
    private final Lines lines;
    private final Observed observed;

    BalansBot(
            Presence presence,
            Sessions sessions,
            Rosters rosters,
            Courier courier,
            Conversing conversing,
            Steps steps,
            Lines lines,
            Observed observed) {
        this.presence = presence;
        this.sessions = sessions;
        this.rosters = rosters;
        this.courier = courier;
        this.conversing = conversing;
        this.steps = steps;
        this.lines = lines;
        this.observed = observed;
    }

    @Override
    public Reply answer(Incoming incoming) {
        return switch (incoming.kind()) {
            case MESSAGE -> message(incoming);
            case INVOKE -> invoke(incoming);
            case INSTALLATION_UPDATE -> installed(incoming);
            case CONVERSATION_UPDATE -> changed(incoming);
            case OTHER -> new Reply.Acknowledged();
        };
    }

    private Reply message(Incoming incoming) {
        Caller caller = caller(incoming);
        if (incoming.value().path("verb").isString()) {
            submitted(caller, incoming.value());
        } else {
            Command command = Command.of(incoming.text());
            observed.command(command, () -> conversing.hear(caller, command));
        }
        return new Reply.Acknowledged();
    }

    /** A button of a client that doesn't know Action.Execute. It can't be answered; what it changed shows on the channel's card. */
    private void submitted(Caller caller, JsonNode data) {
        Reply.Invoked answer = take(caller, data.path("verb").stringValue(), data);
        if (answer.value().isString()) {
            conversing.tell(caller, answer.value().stringValue());
        }
    }

    private Reply invoke(Incoming incoming) {
        Caller caller = caller(incoming);
        JsonNode action = incoming.value().path("action");
        if (!incoming.name().equals(CARD_ACTION) || !action.path("verb").isString()) {
            return Reply.Invoked.line(lines.of(caller.language(), "unknown"));
        }
        return take(caller, action.path("verb").stringValue(), action.path("data"));
    }

    private Reply.Invoked take(Caller caller, String verb, JsonNode data) {
        Request request = Requests.of(verb, data);
        return observed.invoke(verb, request, () -> steps.take(caller, request));
    }

    /** An upgrade, {@code remove-upgrade} and then {@code add-upgrade}, takes nothing away and is no news. */
    private Reply installed(Incoming incoming) {
        switch (incoming.name()) {
            case "add" -> added(incoming);
            case "add-upgrade" -> presence.isBack(incoming);
            case "remove" -> presence.isGone(incoming);
            default -> {}
        }
        return new Reply.Acknowledged();
    }

    private Reply changed(Incoming incoming) {
        switch (incoming.name()) {
            case "teamDeleted", "teamHardDeleted" -> presence.isGone(incoming);
            case "teamRestored" -> presence.isBack(incoming);
            case "channelDeleted" -> presence.channelIsGone(incoming);
            case "channelRestored" -> presence.channelIsBack(incoming);
            default -> {}
        }
        String bot = incoming.conversation().botId();
        if (incoming.membersAdded().contains(bot)) {
            added(incoming);
        }
        // Who leaves one channel, as private ones have members of their own, is still in its team.
        if (incoming.membersRemoved().contains(bot) && !incoming.name().equals("channelMemberRemoved")) {
            presence.isGone(incoming);
        }
        if (!incoming.membersAdded().isEmpty() || !incoming.membersRemoved().isEmpty()) {
            rosters.forget();
            sessions.current(Conversations.spaceOf(incoming.conversation())).ifPresent(courier::touch);
        }
        return new Reply.Acknowledged();
    }

    private void added(Incoming incoming) {
        presence.isBack(incoming);
        Space space = presence.heardFrom(incoming);
        String from = incoming.from().teamsId();
        boolean somebody =
                !from.isEmpty() && !from.equals(incoming.conversation().botId());
        presence.added(
                incoming,
                space,
                somebody ? Optional.of(memberOf(incoming.conversation(), incoming.from())) : Optional.empty());
    }

    private Caller caller(Incoming incoming) {
        Conversation conversation = incoming.conversation();
        Space space = presence.heardFrom(incoming);
        Language language = incoming.locale().map(Language::of).orElse(space.language());
        return new Caller(space, conversation, memberOf(conversation, incoming.from()), language);
    }

    /** One person has one id, also when a client leaves his Entra id out. */
    private MemberId memberOf(Conversation conversation, Sender from) {
        if (from.aadObjectId().isPresent()) {
            return Member.idOf(from.teamsId(), from.aadObjectId());
        }
        return rosters.of(conversation).stream()
                .filter(m -> m.teamsId().equals(from.teamsId()))
                .map(Member::id)
                .findFirst()
                .orElseGet(() -> Member.idOf(from.teamsId(), from.aadObjectId()));
    }
}
