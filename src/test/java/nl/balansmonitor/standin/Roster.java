package nl.balansmonitor.standin;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** The members of a conversation, as the connector tells them: people only, the bot itself is not among them. */
record Roster(List<Member> members, String tenantId) {

    private static final int USUAL_PAGE = 200;
    private static final int LARGEST_PAGE = 500;

    Reply all() {
        return Reply.json(200, Json.valueOf(members.stream().map(this::entry).toList()));
    }

    Reply one(String id) {
        return members.stream()
                .filter(member -> member.id().equals(id) || member.aadObjectId().equals(id))
                .findFirst()
                .map(member -> Reply.json(200, entry(member)))
                .orElseGet(() -> Reply.error(404, "MemberNotFoundInConversation", "Member not found in conversation."));
    }

    /** Pages of 200 unless asked otherwise; a continuation token is opaque to the bot. */
    Reply page(Map<String, String> query) {
        var size = Math.clamp(number(query.getOrDefault("pageSize", ""), USUAL_PAGE), 1, LARGEST_PAGE);
        var from = Math.clamp(number(query.getOrDefault("continuationToken", ""), 0), 0, members.size());
        var to = Math.min(members.size(), from + size);
        var page = Json.object();
        page.set(
                "members",
                Json.valueOf(members.subList(from, to).stream().map(this::entry).toList()));
        if (to < members.size()) {
            page.put("continuationToken", "from-" + to);
        }
        return Reply.json(200, page);
    }

    private static int number(String text, int otherwise) {
        var digits = text.startsWith("from-") ? text.substring("from-".length()) : text;
        return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : otherwise;
    }

    private ObjectNode entry(Member member) {
        var words = List.of(member.name().split(" ", -1));
        var address = member.aadObjectId() + "@dezwaluw.example";
        return Json.object()
                .put("id", member.id())
                .put("name", member.name())
                .put("aadObjectId", member.aadObjectId())
                .put("objectId", member.aadObjectId())
                .put("givenName", words.getFirst())
                .put("surname", words.stream().skip(1).collect(Collectors.joining(" ")))
                .put("email", address)
                .put("userPrincipalName", address)
                .put("tenantId", tenantId)
                .put("userRole", "user");
    }
}
