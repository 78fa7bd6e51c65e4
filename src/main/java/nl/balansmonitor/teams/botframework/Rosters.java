package nl.balansmonitor.teams.botframework;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import tools.jackson.databind.JsonNode;

/**
 * Reads the people of a conversation, page by page.
 *
 * <p>In the place of the SDK's {@code getConversationPagedMembers}, which throws at the second page and takes a 404 for an empty roster.
 */
final class Rosters {

    private static final String CALL = "roster";
    private static final int PAGE_LIMIT = 100;

    private final ConnectorReads reads;

    Rosters(ConnectorReads reads) {
        this.reads = reads;
    }

    List<RosterMember> read(OkHttpClient http, Conversation where) {
        List<RosterMember> members = new ArrayList<>();
        Optional<String> continuation = Optional.empty();
        for (int pages = 0; pages < PAGE_LIMIT; pages++) {
            JsonNode page = reads.get(http, CALL, address(where, continuation));
            page.path("members")
                    .valueStream()
                    .filter(Rosters::isPerson)
                    .map(Rosters::member)
                    .forEach(members::add);
            continuation = filled(page.path("continuationToken"));
            if (continuation.isEmpty()) {
                return List.copyOf(members);
            }
        }
        throw new DeliveryException.Final("roster: more than " + PAGE_LIMIT + " pages", 200, "", null);
    }

    private static HttpUrl address(Conversation where, Optional<String> continuation) {
        HttpUrl.Builder url = HttpUrl.get(where.serviceUrl())
                .newBuilder()
                .addPathSegments("v3/conversations")
                .addPathSegment(where.id())
                .addPathSegment("pagedmembers");
        continuation.ifPresent(token -> url.addQueryParameter("continuationToken", token));
        return url.build();
    }

    private static boolean isPerson(JsonNode member) {
        return filled(member.path("id")).filter(id -> !id.startsWith("28:")).isPresent()
                && !member.path("role").asString("").equalsIgnoreCase("bot");
    }

    private static RosterMember member(JsonNode member) {
        return new RosterMember(
                member.path("id").asString(""),
                filled(member.path("aadObjectId")).or(() -> filled(member.path("objectId"))),
                member.path("name").asString(""),
                member.path("userRole").asString("").equalsIgnoreCase("guest"));
    }

    private static Optional<String> filled(JsonNode node) {
        return Optional.of(node.asString("")).filter(text -> !text.isBlank());
    }
}
