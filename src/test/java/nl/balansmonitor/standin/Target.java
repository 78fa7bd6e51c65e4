package nl.balansmonitor.standin;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a request is about. */
sealed interface Target {

    /**
     * A conversation that exists.
     *
     * @param thread what limits count by: a thread, a chat, or the channel itself for new threads
     */
    record Found(Conversation conversation, String thread) implements Target {}

    /** Nothing that exists. */
    record Missing(Reply reply) implements Target {}

    static Target of(ConnectorRequest request, World world) {
        return request.operation() == Operation.CREATE
                ? created(Json.parse(request.body()), world)
                : named(request, world);
    }

    private static Target named(ConnectorRequest request, World world) {
        var address = Address.parse(request.conversationId());
        var conversation = world.conversation(address.conversation());
        if (conversation.isEmpty()
                || address.root()
                        .filter(root -> !conversation.get().hasThread(root))
                        .isPresent()) {
            return new Missing(Reply.error(404, "ConversationNotFound", "Conversation not found."));
        }
        var changes = request.operation() == Operation.UPDATE || request.operation() == Operation.DELETE;
        var thread = changes && address.root().isEmpty()
                ? conversation.get().known(request.itemId()).map(Post::threadId)
                : Optional.<String>empty();
        return new Found(conversation.get(), thread.orElse(request.conversationId()));
    }

    /** A new thread names its channel, a 1:1 chat its one member and the tenant. */
    private static Target created(JsonNode body, World world) {
        var data = body.path("channelData");
        var channel = Json.text(data.path("channel").path("id"));
        if (!channel.isEmpty()) {
            return world.conversation(channel)
                    .<Target>map(found -> new Found(found, found.id()))
                    .orElseGet(() -> new Missing(Reply.error(404, "ConversationNotFound", "Conversation not found.")));
        }
        var tenant = Json.text(data.path("tenant").path("id"));
        if (!world.settings().tenantId().equals(tenant.isEmpty() ? Json.text(body.path("tenantId")) : tenant)) {
            return new Missing(Reply.error(400, "BadSyntax", "A 1:1 chat needs the tenant's id."));
        }
        var members = body.path("members");
        return world.memberById(Json.text(members.path(0).path("id")))
                .filter(member -> members.size() == 1)
                .<Target>map(member -> new Found(member.chat(), member.chat().id()))
                .orElseGet(
                        () -> new Missing(Reply.error(400, "BadSyntax", "Invalid user identity in provided tenant")));
    }
}
