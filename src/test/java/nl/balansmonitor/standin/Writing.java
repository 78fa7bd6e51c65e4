package nl.balansmonitor.standin;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Carries out what the bot writes, once all that could refuse it before has let it through: checks the message, then posts or edits. */
final class Writing {

    /** The message as a whole, in UTF-16 (msteams-docs, bots/how-to/format-your-bot-messages.md). */
    private static final int LARGEST_MESSAGE = 100 * 1024;

    /** Above so many members Teams refreshes only who is listed. */
    private static final int MOST_REFRESHED = 60;

    private final World world;

    Writing(World world) {
        this.world = world;
    }

    Reply carryOut(ConnectorRequest request, Target.Found target) {
        var body = Json.parse(request.body());
        return switch (request.operation()) {
            case CREATE -> create(target.conversation(), body);
            case SEND -> send(target, body);
            case UPDATE -> update(request, target, body);
            case DELETE -> delete(request, target);
            case MEMBERS, PAGED_MEMBERS, TEAM, CHANNELS, UNKNOWN ->
                throw new IllegalStateException("nothing to write: " + request);
        };
    }

    /** A 1:1 chat takes no first message along: Teams opens it, and the bot then sends. */
    private Reply create(Conversation conversation, JsonNode body) {
        if (conversation.kind() == Conversation.Kind.PERSONAL) {
            return Reply.id(201, conversation.id());
        }
        var activity = body.path("activity");
        return refuse(activity, conversation).orElseGet(() -> {
            var post = post(conversation, Optional.empty(), activity);
            return Reply.json(201, Json.object().put("id", post.threadId()).put("activityId", post.id()));
        });
    }

    private Reply send(Target.Found target, JsonNode activity) {
        if (activity.isObject() && !Json.text(activity.path("type")).equals("message")) {
            return Reply.id(201, world.ids().message());
        }
        return refuse(activity, target.conversation()).orElseGet(() -> {
            var isRoot = target.conversation().kind() == Conversation.Kind.CHANNEL
                    && Address.parse(target.thread()).root().isEmpty();
            var thread = isRoot ? Optional.<String>empty() : Optional.of(target.thread());
            return Reply.id(201, post(target.conversation(), thread, activity).id());
        });
    }

    private Reply update(ConnectorRequest request, Target.Found target, JsonNode activity) {
        var post = find(request, target);
        if (post.isEmpty()) {
            return notFound();
        }
        return refuse(activity, target.conversation()).orElseGet(() -> {
            var before = post.get().newest();
            world.happens(new Event.Edited(post.get(), before), () -> post.get().edit(world.now(), activity));
            refresh(post.get());
            return Reply.id(200, post.get().id());
        });
    }

    private Reply delete(ConnectorRequest request, Target.Found target) {
        var post = find(request, target);
        if (post.isEmpty()) {
            return notFound();
        }
        world.happens(new Event.Deleted(post.get()), post.get()::delete);
        return Reply.empty();
    }

    private static Optional<Post> find(ConnectorRequest request, Target.Found target) {
        return target.conversation()
                .known(request.itemId())
                .filter(post -> post.isFromBot() && post.threadId().equals(target.thread()));
    }

    private static Reply notFound() {
        return Reply.error(404, "ActivityNotFoundInConversation", "The activity was not found in the conversation.");
    }

    private Post post(Conversation conversation, Optional<String> thread, JsonNode activity) {
        var id = world.ids().message();
        var threadId = thread.orElseGet(() -> Address.thread(conversation.id(), id));
        var post = new Post(id, threadId, conversation, Optional.empty(), new Version(world.now(), activity));
        world.happens(new Event.Posted(post), () -> conversation.add(post));
        refresh(post);
        return post;
    }

    private Optional<Reply> refuse(JsonNode activity, Conversation where) {
        var violations = activity.isObject() ? check(activity, where) : List.<Violation>of();
        violations.forEach(world::report);
        if (!activity.isObject()) {
            return Optional.of(Reply.error(400, "BadSyntax", "The body is no activity."));
        }
        if (violations.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                violations.stream().anyMatch(violation -> violation.rule() == Rule.SIZE)
                        ? Reply.error(413, "MessageSizeTooBig", "Message size too large.")
                        : Reply.error(400, "BadArgument", violations.getFirst().toString()));
    }

    private List<Violation> check(JsonNode activity, Conversation where) {
        var found = new ArrayList<Violation>();
        var attachments = activity.path("attachments");
        var text = Json.text(activity.path("text"));
        if (text.isBlank() && attachments.isEmpty()) {
            found.add(new Violation(Rule.EMPTY, where.name(), "neither text nor attachment"));
        }
        if (CardRules.leavesTemplate(text, world.typed())) {
            found.add(new Violation(Rule.TEMPLATE, where.name(), text));
        }
        var size = activity.toString().length() * 2;
        if (size > LARGEST_MESSAGE) {
            found.add(new Violation(Rule.SIZE, where.name(), size + " bytes in UTF-16"));
        }
        StreamSupport.stream(attachments.spliterator(), false)
                .filter(attachment -> Json.text(attachment.path("contentType")).equals(Card.TYPE))
                .forEach(attachment -> found.addAll(CardRules.check(attachment.path("content"), world.typed())));
        return found;
    }

    /** Clients ask by themselves, each on its own; one that meets no bot asks again at the next edit. */
    private void refresh(Post post) {
        var refresh = post.card().map(card -> card.json().path("refresh")).filter(JsonNode::isObject);
        if (!world.settings().refreshes() || !world.bot().isKnown() || refresh.isEmpty()) {
            return;
        }
        var action = CardAction.of(new CardTree.Place(refresh.get().path("action"), "card.refresh.action", List.of()));
        for (var member : refreshed(post.conversation(), refresh.get().path("userIds"))) {
            Thread.startVirtualThread(() -> {
                try {
                    member.refreshes(post, action);
                } catch (UncheckedIOException e) {
                    world.arrivals().announce(() -> {});
                }
            });
        }
    }

    private static List<Member> refreshed(Conversation conversation, JsonNode userIds) {
        var members = conversation.members();
        if (userIds.isArray()) {
            var listed = StreamSupport.stream(userIds.spliterator(), false)
                    .map(Json::text)
                    .toList();
            return members.stream()
                    .filter(member -> listed.contains(member.id()))
                    .toList();
        }
        return members.size() <= MOST_REFRESHED ? members : List.of();
    }
}
