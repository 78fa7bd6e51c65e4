package nl.balansmonitor.teams;

import java.util.List;
import java.util.Optional;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.spaces.Memberships;
import nl.balansmonitor.spaces.Spaces;
import nl.balansmonitor.teams.botframework.Conversation;
import org.springframework.stereotype.Component;

/**
 * Lets people reach their own spaces from their chat with the bot, and nobody any other space: he must have something there, and be on the
 * channel's roster now.
 */
@Component
class Visits {

    private final Memberships memberships;
    private final Spaces spaces;
    private final Conversations conversations;
    private final Rosters rosters;

    Visits(Memberships memberships, Spaces spaces, Conversations conversations, Rosters rosters) {
        this.memberships = memberships;
        this.spaces = spaces;
        this.conversations = conversations;
        this.rosters = rosters;
    }

    /** Whether he can go to other spaces from here: only from his own chat. */
    static boolean possible(Caller caller) {
        return caller.conversation().type() == Conversation.Type.PERSONAL;
    }

    /** The same caller, as if he spoke in that space; empty if he has nothing to look for there, or Teams doesn't say that he is in it. */
    Optional<Caller> to(SpaceId space, Caller caller) {
        return memberships.includes(caller.member(), space) ? enter(space, caller) : Optional.empty();
    }

    /** The same in all spaces in which he has something. */
    List<Caller> everywhere(Caller caller) {
        return memberships.of(caller.member()).stream()
                .flatMap(space -> enter(space, caller).stream())
                .toList();
    }

    /** The same in all spaces that he leads. */
    List<Caller> led(Caller caller) {
        return memberships.of(caller.member()).stream()
                .filter(space -> spaces.of(space).actor(caller.member()).leader())
                .flatMap(space -> enter(space, caller).stream())
                .toList();
    }

    private Optional<Caller> enter(SpaceId space, Caller caller) {
        return conversations
                .of(space)
                .filter(channel -> channel.type() != Conversation.Type.PERSONAL)
                .filter(channel -> rosters.of(channel).stream()
                        .anyMatch(member -> member.id().equals(caller.member())))
                .map(channel -> new Caller(spaces.of(space), channel, caller.member(), caller.language()))
                // The roster may be one of ten minutes ago.
                .filter(visitor -> visitor.space().removedAt().isEmpty());
    }
}
