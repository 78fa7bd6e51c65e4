package nl.balansmonitor.teams;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.balansmonitor.documents.Decision;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.Key;
import nl.balansmonitor.documents.Partition;
import nl.balansmonitor.documents.Query;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.teams.botframework.Conversation;
import nl.balansmonitor.teams.botframework.DeliveryException;
import nl.balansmonitor.teams.botframework.Incoming;
import nl.balansmonitor.teams.botframework.TeamNames;
import nl.balansmonitor.wording.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How people call the channel or chat of a space, and how they get to a message in it from elsewhere. */
@Component
class Places {

    private static final Logger LOG = LoggerFactory.getLogger(Places.class);
    private static final int MOST_REMEMBERED = 10_000;
    private static final Duration UNTIL_ASKED_AGAIN = Duration.ofHours(12);

    private final Documents documents;
    private final Conversations conversations;
    private final Transport transport;
    private final Texts texts;
    private final Set<SpaceId> known = ConcurrentHashMap.newKeySet();
    private final Cache<SpaceId, TeamNames> asked = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(UNTIL_ASKED_AGAIN)
            .build();

    Places(Documents documents, Conversations conversations, Transport transport, Texts texts) {
        this.documents = documents;
        this.conversations = conversations;
        this.transport = transport;
        this.texts = texts;
    }

    /** @param group the team's id outside of Teams' messages, which links need; what was stored before may lack it */
    private record InTeam(String team, Optional<String> group) {}

    private record InSpace(SpaceId space) {}

    /** Keeps which team a channel belongs to, and the other way round: its messages say so, and names only can be asked for later. */
    void remember(SpaceId space, Incoming incoming) {
        incoming.teamId().filter(id -> !known.contains(space)).ifPresent(id -> {
            var there = new InTeam(id, incoming.teamGroup());
            if (documents.create(key(space), there).isEmpty() && there.group().isPresent()) {
                documents.decide(
                        key(space),
                        InTeam.class,
                        (InTeam before) -> before.equals(there) ? Decision.leave(there) : Decision.write(there, there));
            }
            documents.create(ofTeam(incoming, id, space), new InSpace(space));
            known.add(space);
        });
    }

    /** The channel was deleted: what happens to its team doesn't concern it until it is {@linkplain #remember remembered} again. */
    void forget(SpaceId space, Incoming incoming) {
        incoming.teamId()
                .flatMap(id -> documents.read(ofTeam(incoming, id, space), InSpace.class))
                .ifPresent(documents::delete);
        known.remove(space);
    }

    /** The space that something came from and, if it came from a team, those of all the team's channels that spoke to the bot so far. */
    Set<SpaceId> allAt(Incoming incoming) {
        var spaces = new LinkedHashSet<SpaceId>();
        spaces.add(Conversations.spaceOf(incoming.conversation()));
        incoming.teamId()
                .map(team -> channelsOf(incoming.conversation().tenantId(), team))
                .ifPresent(channels -> documents
                        .all(Query.in(channels), InSpace.class)
                        .forEach(known -> spaces.add(known.content().space())));
        return spaces;
    }

    /** Such as {@code kanaal Digitalisering van De Zwaluw}, as far as Teams tells the names. */
    String of(Language language, SpaceId space) {
        Optional<Conversation> where = conversations.of(space);
        if (where.filter(c -> c.type() == Conversation.Type.CHANNEL).isEmpty()) {
            return texts.get(language, "phrase.place.chat");
        }
        TeamNames names = asked.get(space, id -> ask(id, where.get()));
        if (names.channel().isPresent()) {
            return names.team()
                    .map(team -> texts.get(
                            language, "phrase.place.both", names.channel().get(), team))
                    .orElseGet(() -> texts.get(
                            language, "phrase.place.channel", names.channel().get()));
        }
        return names.team()
                .map(team -> texts.get(language, "phrase.place.team", team))
                .orElseGet(() -> texts.get(language, "phrase.place.unknown"));
    }

    /** A card is drawn without the names rather than not at all. */
    private TeamNames ask(SpaceId space, Conversation channel) {
        var unknown = new TeamNames(Optional.empty(), Optional.empty());
        Optional<InTeam> in = documents.read(key(space), InTeam.class).map(Document::content);
        if (in.isEmpty()) {
            return unknown;
        }
        try {
            return transport.names(channel, in.get().team());
        } catch (DeliveryException e) {
            LOG.warn("Teams doesn't tell how a channel is called: {}", e.getMessage());
            return unknown;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unknown;
        }
    }

    /**
     * A link that opens a message in Teams, in the form of Teams' documentation ("Deep link to a message"); empty if the space isn't known.
     *
     * @param thread the first message of its thread
     */
    Optional<String> link(SpaceId space, String thread, String activity) {
        return conversations
                .of(space)
                .map(where -> "https://teams.microsoft.com/l/message/" + encoded(where.id()) + "/"
                        + encoded(activity)
                        + (where.type() == Conversation.Type.CHANNEL
                                ? "?tenantId=" + encoded(where.tenantId()) + "&parentMessageId=" + encoded(thread)
                                : "?context=" + encoded("{\"contextType\":\"chat\"}")));
    }

    /** A link that opens the channel or chat itself; empty as long as Teams hasn't told everything that it takes. */
    Optional<String> link(SpaceId space) {
        return conversations.of(space).flatMap((Conversation where) -> switch (where.type()) {
            case PERSONAL -> Optional.<String>empty();
            case GROUP_CHAT ->
                Optional.of("https://teams.microsoft.com/l/chat/" + encoded(where.id()) + "/conversations");
            case CHANNEL ->
                documents
                        .read(key(space), InTeam.class)
                        .flatMap(in -> in.content().group())
                        .map(group -> "https://teams.microsoft.com/l/channel/" + encoded(where.id()) + "/"
                                + encoded(channel(space, where)) + "?groupId=" + encoded(group) + "&tenantId="
                                + encoded(where.tenantId()));
        });
    }

    /** Teams finds a channel by its id; but there has to be a name. */
    private String channel(SpaceId space, Conversation where) {
        return asked.get(space, id -> ask(id, where)).channel().orElse("channel");
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Key key(SpaceId space) {
        return Space.partition(space).key("place");
    }

    private static Key ofTeam(Incoming incoming, String team, SpaceId space) {
        return channelsOf(incoming.conversation().tenantId(), team).key("space:" + space);
    }

    private static Partition channelsOf(String tenant, String team) {
        return new Partition("team:" + Conversations.hash(tenant, team));
    }
}
