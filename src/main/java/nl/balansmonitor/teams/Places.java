package nl.balansmonitor.teams;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nl.balansmonitor.documents.Decision;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.Key;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.teams.botframework.Conversation;
import nl.balansmonitor.teams.botframework.Incoming;
import org.springframework.stereotype.Component;

/** How people call the channel or chat of a space, and how they get to a message in it from elsewhere. */
@Component
class Places {

    private static final int MOST_REMEMBERED = 10_000;

    private final Documents documents;
    private final Conversations conversations;
    private final Texts texts;
    private final Cache<SpaceId, Names> newest =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    Places(Documents documents, Conversations conversations, Texts texts) {
        this.documents = documents;
        this.conversations = conversations;
        this.texts = texts;
    }

    /** As Teams last gave them; it doesn't give both with everything. */
    private record Names(Optional<String> channel, Optional<String> team) {

        Names updatedBy(Names newer) {
            return new Names(newer.channel.or(() -> channel), newer.team.or(() -> team));
        }
    }

    /** Keeps the names that come with what Teams sends. */
    void remember(SpaceId space, Incoming incoming) {
        var seen = new Names(incoming.channelName(), incoming.teamName());
        Names known = newest.getIfPresent(space);
        boolean saysNothing = seen.channel().isEmpty() && seen.team().isEmpty();
        boolean saysNothingNew = known != null && known.updatedBy(seen).equals(known);
        if (saysNothing || saysNothingNew) {
            return;
        }
        Names kept = documents
                .create(key(space), seen)
                .map(Document::content)
                .or(() -> documents.decide(
                        key(space),
                        Names.class,
                        (Names before) -> Decision.write(before.updatedBy(seen), before.updatedBy(seen))))
                .orElse(seen);
        newest.put(space, kept);
    }

    /** Such as {@code kanaal Digitalisering van De Zwaluw}, as far as the names are known. */
    String of(Language language, SpaceId space) {
        boolean channel = conversations
                .of(space)
                .filter(c -> c.type() == Conversation.Type.CHANNEL)
                .isPresent();
        if (!channel) {
            return texts.get(language, "phrase.place.chat");
        }
        Names names = documents
                .read(key(space), Names.class)
                .map(Document::content)
                .orElse(new Names(Optional.empty(), Optional.empty()));
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

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Key key(SpaceId space) {
        return Space.partition(space).key("place");
    }
}
