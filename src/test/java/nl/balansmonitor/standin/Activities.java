package nl.balansmonitor.standin;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Activities in the shape in which Teams sends them to a bot. */
final class Activities {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX");

    private final World world;

    Activities(World world) {
        this.world = world;
    }

    /** A message; in channels and group chats it mentions the bot, without which the bot would not get it. */
    ObjectNode message(Member from, Conversation in, String threadId, String id, String text) {
        var activity = base("message", id, from, in, threadId);
        var mention = "<at>" + world.settings().botName() + "</at>";
        var mentions = in.kind() != Conversation.Kind.PERSONAL;
        activity.put("text", mentions ? mention + " " + text : text);
        activity.put("textFormat", "plain");
        if (mentions) {
            activity.withArray("entities")
                    .add(Json.valueOf(Map.of("type", "mention", "text", mention, "mentioned", bot())));
        }
        return activity;
    }

    /** A tap on an {@code Action.Execute}. */
    ObjectNode invoke(Member from, Post post, CardAction action, JsonNode data, String trigger) {
        var activity =
                base("invoke", "f:" + Ids.uuid(world.ids().message()), from, post.conversation(), post.threadId());
        activity.put("name", "adaptiveCard/action");
        activity.put("replyToId", post.id());
        var sent = Json.object().put("type", "Action.Execute");
        if (!action.id().isEmpty()) {
            sent.put("id", action.id());
        }
        sent.put("verb", action.verb());
        sent.set("data", data);
        activity.set("value", Json.object().put("trigger", trigger).set("action", sent));
        return activity;
    }

    /** A tap on an {@code Action.Submit}: a message with a value and without a text. */
    ObjectNode submit(Member from, Post post, JsonNode data) {
        var activity =
                base("message", "f:" + Ids.uuid(world.ids().message()), from, post.conversation(), post.threadId());
        activity.put("replyToId", post.id());
        activity.set("value", data);
        return activity;
    }

    ObjectNode installation(Conversation in, Member by, String action) {
        return withChannel(in, event("installationUpdate", in, by)).put("action", action);
    }

    ObjectNode botJoined(Conversation in, Member by) {
        var activity = withChannel(in, event("conversationUpdate", in, by));
        activity.set("membersAdded", Json.valueOf(List.of(Map.of("id", bot().get("id")))));
        eventType(in, activity, "teamMemberAdded");
        return activity;
    }

    ObjectNode botLeft(Conversation in, Member by, String eventType) {
        var activity = event("conversationUpdate", in, by);
        activity.set("membersRemoved", Json.valueOf(List.of(Map.of("id", bot().get("id")))));
        eventType(in, activity, eventType);
        return activity;
    }

    ObjectNode channelChanged(Conversation in, Member by, String eventType) {
        var activity = event("conversationUpdate", in, by);
        eventType(in, activity, eventType);
        return activity;
    }

    ObjectNode membersChanged(Conversation in, Member member, boolean added) {
        var activity = event("conversationUpdate", in, member);
        var account = Map.of("id", member.id(), "aadObjectId", member.aadObjectId());
        activity.set(added ? "membersAdded" : "membersRemoved", Json.valueOf(List.of(account)));
        eventType(in, activity, added ? "teamMemberAdded" : "teamMemberRemoved");
        return activity;
    }

    /** Events of a team come in the team's own conversation, which is its General channel. */
    private ObjectNode event(String type, Conversation in, Member by) {
        var id = in.team().map(Team::id).orElse(in.id());
        return base(type, "f:" + Ids.uuid(world.ids().message()), by, in, id);
    }

    /** Who adds the app chooses a channel for it; of people who come and go Teams names no channel. */
    private static ObjectNode withChannel(Conversation in, ObjectNode activity) {
        if (in.team().isPresent()) {
            activity.withObject("channelData")
                    .set("settings", Json.valueOf(Map.of("selectedChannel", Map.of("id", in.id()))));
        }
        return activity;
    }

    private static void eventType(Conversation in, ObjectNode activity, String eventType) {
        if (in.team().isPresent()) {
            activity.withObject("channelData").put("eventType", eventType);
        }
    }

    private ObjectNode base(String type, String id, Member from, Conversation in, String conversationId) {
        var now = world.now().truncatedTo(ChronoUnit.MILLIS);
        var activity = Json.object();
        activity.put("type", type);
        activity.put("id", id);
        activity.put("timestamp", milliseconds(now));
        activity.put("localTimestamp", MILLISECONDS.format(OffsetDateTime.ofInstant(now, ZONE)));
        activity.put("localTimezone", ZONE.getId());
        activity.put("channelId", "msteams");
        activity.put("serviceUrl", world.serviceUrl());
        activity.put("locale", from.locale().toLanguageTag());
        activity.set(
                "from", Json.valueOf(Map.of("id", from.id(), "name", from.name(), "aadObjectId", from.aadObjectId())));
        activity.set("recipient", Json.valueOf(bot()));
        activity.set("conversation", conversation(in, conversationId));
        activity.set("channelData", channelData(in));
        activity.withArray("entities")
                .add(Json.valueOf(Map.of(
                        "type",
                        "clientInfo",
                        "locale",
                        from.locale().toLanguageTag(),
                        "country",
                        "NL",
                        "platform",
                        "Web",
                        "timezone",
                        ZONE.getId())));
        return activity;
    }

    private ObjectNode conversation(Conversation in, String id) {
        var conversation = Json.object();
        if (in.kind() != Conversation.Kind.PERSONAL) {
            conversation.put("isGroup", true);
        }
        return conversation
                .put("conversationType", in.kind().wireName())
                .put("tenantId", world.settings().tenantId())
                .put("id", id);
    }

    private ObjectNode channelData(Conversation in) {
        var data = Json.object();
        in.team().ifPresent(team -> {
            data.put("teamsChannelId", in.id());
            data.put("teamsTeamId", team.id());
            data.set("channel", Json.object().put("id", in.id()));
            data.set("team", Json.object().put("id", team.id()).put("aadGroupId", team.aadGroupId()));
        });
        if (Ids.isMeeting(in.id())) {
            data.set("meeting", Json.object().put("id", Ids.meeting(in.id())));
        }
        data.set("tenant", Json.object().put("id", world.settings().tenantId()));
        return data;
    }

    private Map<String, String> bot() {
        return Map.of(
                "id", "28:" + world.settings().appId(), "name", world.settings().botName());
    }

    /** Always three digits: {@link Instant#toString()} drops those that are zero. */
    private static String milliseconds(Instant instant) {
        return MILLISECONDS.format(OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
    }
}
