package nl.balansmonitor.teams;

import java.util.Optional;
import nl.balansmonitor.documents.Decision;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.Key;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.teams.botframework.Incoming;
import org.springframework.stereotype.Component;

/**
 * Which spaces the bot greets, once for each time that it was added there. Teams tells of that twice, in any order, and tells again what
 * it got no answer to.
 */
@Component
class Welcomes {

    private final Documents documents;
    private final Places places;

    Welcomes(Documents documents, Places places) {
        this.documents = documents;
        this.places = places;
    }

    /**
     * One welcome.
     *
     * @param nth      counts them in a space, from 1
     * @param by       who added the bot; empty if Teams didn't say
     * @param language of his client, in which he is greeted in his own chat
     * @param assumed  whether it is in a team's first channel only because no channel was named
     * @param over     whether the bot was taken out again since
     */
    record Welcome(int nth, Optional<MemberId> by, Language language, boolean assumed, boolean over) {

        private Welcome confirmed() {
            return new Welcome(nth, by, language, false, over);
        }

        private Welcome ended() {
            return new Welcome(nth, by, language, assumed, true);
        }
    }

    /** The newest welcome of a space; empty if there was none, or the bot is there no more. */
    Optional<Welcome> find(SpaceId space) {
        return documents.read(key(space), Welcome.class).map(Document::content).filter(welcome -> !welcome.over());
    }

    /**
     * The bot was added. Somebody may choose a channel for it: then the team's first channel, in which Teams may tell of it too, hears
     * nothing.
     *
     * @return what to say in this space, whether it was said before or not; empty if it is for another channel of the team
     */
    Optional<Welcome> added(SpaceId space, Incoming incoming, Optional<MemberId> by, Language language) {
        boolean installation = incoming.kind() == Incoming.Kind.INSTALLATION_UPDATE;
        Optional<SpaceId> first = incoming.teamId()
                .map(team -> Conversations.spaceOf(incoming.conversation().tenantId(), team));
        boolean inFirst = first.filter(space::equals).isPresent();
        if (inFirst && !installation && another(space, incoming)) {
            return Optional.empty();
        }
        if (!inFirst && installation && first.filter(this::confirm).isPresent()) {
            return Optional.empty();
        }
        boolean assumed = inFirst && !installation;
        var fresh = new Welcome(1, by, language, assumed, false);
        if (documents.create(key(space), fresh).isPresent()) {
            return Optional.of(fresh);
        }
        return documents.decide(key(space), Welcome.class, (Welcome known) -> {
            if (known.over()) {
                var next = new Welcome(known.nth() + 1, by, language, assumed, false);
                return Decision.write(next, next);
            }
            return known.assumed() && installation
                    ? Decision.write(known.confirmed(), known.confirmed())
                    : Decision.leave(known);
        });
    }

    /**
     * The bot was taken out: should it come back, it greets anew.
     *
     * @return whether this ended a welcome, which of several calls one does; false if there was none
     */
    boolean removed(SpaceId space) {
        return documents
                .decide(
                        key(space),
                        Welcome.class,
                        (Welcome known) -> known.over() ? Decision.leave(false) : Decision.write(known.ended(), true))
                .orElse(false);
    }

    /** Whether there ever was a welcome for this space. */
    boolean knows(SpaceId space) {
        return documents.read(key(space), Welcome.class).isPresent();
    }

    private boolean another(SpaceId space, Incoming incoming) {
        return places.allAt(incoming).stream()
                .filter(channel -> !channel.equals(space))
                .anyMatch(channel -> find(channel).isPresent());
    }

    /** Whether it was said in this channel although it was meant for another; asked a second time, that is settled. */
    private boolean confirm(SpaceId first) {
        return documents
                .decide(
                        key(first),
                        Welcome.class,
                        (Welcome known) -> known.assumed() && !known.over()
                                ? Decision.write(known.confirmed(), true)
                                : Decision.leave(false))
                .orElse(false);
    }

    private static Key key(SpaceId space) {
        return Space.partition(space).key("welcome");
    }
}
