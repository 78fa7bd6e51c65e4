package nl.balansmonitor.teams;

import java.util.Optional;
import java.util.Set;
import nl.balansmonitor.operations.Chronicle;
import nl.balansmonitor.operations.Happening;
import nl.balansmonitor.sessions.Sessions;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.spaces.Spaces;
import nl.balansmonitor.teams.botframework.Conversation;
import nl.balansmonitor.teams.botframework.Incoming;
import org.springframework.stereotype.Component;

/**
 * Where the bot is, and where it is no more: there it says nothing and plans nothing until it is back. What was going on is taken up then.
 */
@Component
class Presence {

    private final Spaces spaces;
    private final Sessions sessions;
    private final Conversations conversations;
    private final Places places;
    private final Welcomes welcomes;
    private final PlanWatch plans;
    private final Courier courier;
    private final Chronicle chronicle;

    Presence(
            Spaces spaces,
            Sessions sessions,
            Conversations conversations,
            Places places,
            Welcomes welcomes,
            PlanWatch plans,
            Courier courier,
            Chronicle chronicle) {
        this.spaces = spaces;
        this.sessions = sessions;
        this.conversations = conversations;
        this.places = places;
        this.welcomes = welcomes;
        this.plans = plans;
        this.courier = courier;
        this.chronicle = chronicle;
    }

    /** The space in which the bot was just spoken to, or told of something: it is there, or there again. */
    Space heardFrom(Incoming incoming) {
        Conversation conversation = incoming.conversation();
        SpaceId id = Conversations.spaceOf(conversation);
        conversations.remember(id, conversation);
        places.remember(id, incoming);
        Space space = spaces.of(id);
        return space.removedAt().isEmpty() ? space : returned(id).orElse(space);
    }

    /** It was added to this space, by somebody whom Teams may not name. He leads it if nobody does, unless it is his own chat. */
    void added(Incoming incoming, Space space, Optional<MemberId> by) {
        if (incoming.conversation().type() != Conversation.Type.PERSONAL) {
            by.ifPresent(member -> spaces.ledAtFirstBy(space.id(), member));
        }
        Language language = incoming.locale().map(Language::of).orElse(space.language());
        welcomes.added(space.id(), incoming, by, language)
                .ifPresent(welcome -> courier.touchWelcome(space.id(), welcome.nth()));
    }

    /**
     * It was taken out of this space and, if that is a channel, of its team. Operators hear of it once, for where it was welcomed: as often as
     * they heard that it was added. Where they never did, they hear of each space in which it was spoken to.
     */
    void isGone(Incoming incoming) {
        Set<SpaceId> there = places.allAt(incoming);
        boolean welcomed = there.stream().anyMatch(welcomes::knows);
        for (SpaceId space : there) {
            boolean left = spaces.removed(space);
            boolean welcomeOver = welcomes.removed(space);
            if (welcomed ? welcomeOver : left) {
                chronicle.tell(Happening.BOT_REMOVED, space);
            }
        }
    }

    void isBack(Incoming incoming) {
        places.allAt(incoming).forEach(this::isBack);
    }

    /** Somebody deleted a channel; the bot is in its team as before, and coming back there doesn't bring the channel back. */
    void channelIsGone(Incoming incoming) {
        SpaceId channel = Conversations.spaceOf(incoming.conversation());
        places.forget(channel, incoming);
        spaces.removed(channel);
    }

    /** A deleted channel is there again. */
    void channelIsBack(Incoming incoming) {
        SpaceId channel = Conversations.spaceOf(incoming.conversation());
        // Another process may have heard of the deletion.
        places.forget(channel, incoming);
        places.remember(channel, incoming);
        isBack(channel);
    }

    private void isBack(SpaceId id) {
        spaces.find(id).filter(space -> space.removedAt().isPresent()).ifPresent(space -> returned(space.id()));
    }

    private Optional<Space> returned(SpaceId id) {
        Optional<Space> space = spaces.returned(id);
        plans.look(id);
        sessions.current(id).ifPresent(courier::touch);
        courier.touchProposals(id);
        return space;
    }
}
