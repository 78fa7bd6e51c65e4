package nl.balansmonitor.teams;

import nl.balansmonitor.operations.Chronicle;
import nl.balansmonitor.operations.Happening;
import nl.balansmonitor.sessions.Sessions;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.spaces.Spaces;
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

    private final Spaces spaces;
    private final Sessions sessions;
    private final Conversations conversations;
    private final Places places;
    private final Rosters rosters;
    private final Courier courier;
    private final Conversing conversing;
    private final Steps steps;
    private final Lines lines;
    private final Observed observed;
    private final Chronicle chronicle;

    BalansBot(
            Spaces spaces,
            Sessions sessions,
            Conversations conversations,
            Places places,
            Rosters rosters,
            Courier courier,
            Conversing conversing,
            Steps steps,
            Lines lines,
            Observed observed,
            Chronicle chronicle) {
        this.spaces = spaces;
        this.sessions = sessions;
        this.conversations = conversations;
        this.places = places;
        this.rosters = rosters;
        this.courier = courier;
        this.conversing = conversing;
        this.steps = steps;
        this.lines = lines;
        this.observed = observed;
        this.chronicle = chronicle;
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

    /** An upgrade, {@code remove-upgrade} and then {@code add-upgrade}, takes nothing away. */
    private Reply installed(Incoming incoming) {
        boolean added = incoming.name().startsWith("add");
        if (added) {
            isBack(incoming);
            chronicle.tell(Happening.BOT_INSTALLED, Conversations.spaceOf(incoming.conversation()));
        } else if (incoming.name().equals("remove")) {
            isGone(incoming);
        }
        if (added
                && incoming.conversation().type() != Conversation.Type.PERSONAL
                && !incoming.from().teamsId().isEmpty()) {
            Caller caller = caller(incoming);
            Space led = spaces.ledAtFirstBy(caller.space().id(), caller.member());
            conversing.hear(caller.in(led), Command.HELP);
        }
        return new Reply.Acknowledged();
    }

    private void isGone(Incoming incoming) {
        places.allAt(incoming).forEach(spaces::removed);
        chronicle.tell(Happening.BOT_REMOVED, Conversations.spaceOf(incoming.conversation()));
    }

    private void isBack(Incoming incoming) {
        places.allAt(incoming).forEach(spaces::returned);
    }

    private Reply changed(Incoming incoming) {
        switch (incoming.name()) {
            case "teamDeleted", "teamHardDeleted" -> isGone(incoming);
            case "teamRestored" -> isBack(incoming);
            default -> {}
        }
        if (!incoming.membersAdded().isEmpty() || !incoming.membersRemoved().isEmpty()) {
            rosters.forget();
            sessions.current(Conversations.spaceOf(incoming.conversation())).ifPresent(courier::touch);
        }
        return new Reply.Acknowledged();
    }

    private Caller caller(Incoming incoming) {
        Conversation conversation = incoming.conversation();
        SpaceId id = Conversations.spaceOf(conversation);
        conversations.remember(id, conversation);
        places.remember(id, incoming);
        Space space = spaces.heardFrom(id);
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
