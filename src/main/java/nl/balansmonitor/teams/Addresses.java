package nl.balansmonitor.teams;

import java.util.List;
import java.util.Optional;
import nl.balansmonitor.documents.Decision;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.Key;
import nl.balansmonitor.documents.Query;
import nl.balansmonitor.shared.ActionId;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.teams.botframework.Conversation;
import org.springframework.stereotype.Component;

/** Where each reminder of an action goes, decided once. */
@Component
class Addresses {

    private final Documents documents;

    Addresses(Documents documents) {
        this.documents = documents;
    }

    /** Where a reminder is read. */
    enum Way {
        CHAT,

        /** Mentioned in the thread of the session that the action came from, as Teams takes nothing for his chat. */
        THREAD,

        /** Nobody is there to be reminded. */
        NOWHERE
    }

    /**
     * Whom one reminder is for, and where it goes.
     *
     * @param teamsId of who reads it; {@code ""} if nobody does
     * @param gone    whether a leader reads it, as the owner has left
     * @param chat    present if it goes to a chat
     */
    record Address(
            Way way, Optional<MemberId> to, String teamsId, String name, boolean gone, Optional<Conversation> chat) {

        static Address nowhere() {
            return new Address(Way.NOWHERE, Optional.empty(), "", "", true, Optional.empty());
        }

        static Address chat(Member to, boolean gone, Conversation chat) {
            return new Address(Way.CHAT, Optional.of(to.id()), to.teamsId(), to.name(), gone, Optional.of(chat));
        }

        static Address thread(Member to, boolean gone) {
            return new Address(Way.THREAD, Optional.of(to.id()), to.teamsId(), to.name(), gone, Optional.empty());
        }

        Address inThread() {
            return new Address(Way.THREAD, to, teamsId, name, gone, Optional.empty());
        }
    }

    Optional<Address> find(SpaceId space, ActionId action, String slot) {
        return documents.read(key(space, action, slot), Address.class).map(Document::content);
    }

    /** Those of all reminders of an action. */
    List<Address> of(SpaceId space, ActionId action) {
        return documents.all(Query.in(Space.partition(space)).idsStartingWith(prefix(action)), Address.class).stream()
                .map(Document::content)
                .toList();
    }

    /** The first one who decides wins; answers with what holds. */
    Address decide(SpaceId space, ActionId action, String slot, Address wanted) {
        Key key = key(space, action, slot);
        return documents
                .create(key, wanted)
                .or(() -> documents.read(key, Address.class))
                .map(Document::content)
                .orElse(wanted);
    }

    /** His chat turned out to be closed to the bot. */
    Address divert(SpaceId space, ActionId action, String slot) {
        return documents
                .decide(
                        key(space, action, slot),
                        Address.class,
                        (Address before) -> Decision.write(before.inThread(), before.inThread()))
                .orElseThrow();
    }

    private static String prefix(ActionId action) {
        return "address:" + action + ":";
    }

    private static Key key(SpaceId space, ActionId action, String slot) {
        return Space.partition(space).key(prefix(action) + slot);
    }
}
