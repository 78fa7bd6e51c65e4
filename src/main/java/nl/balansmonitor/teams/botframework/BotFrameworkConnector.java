package nl.balansmonitor.teams.botframework;

import com.microsoft.bot.connector.Conversations;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.ConversationParameters;
import com.microsoft.bot.schema.ConversationResourceResponse;
import com.microsoft.bot.schema.ResourceResponse;
import com.microsoft.bot.schema.Serialization;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The way out to Teams, through the SDK's connector client. */
final class BotFrameworkConnector implements Connector {

    private final ConnectorClients clients;
    private final Rosters rosters;
    private final ConnectorReads reads;
    private final ConnectorFailures failures;

    BotFrameworkConnector(ConnectorClients clients, Rosters rosters, ConnectorReads reads, ConnectorFailures failures) {
        this.clients = clients;
        this.rosters = rosters;
        this.reads = reads;
        this.failures = failures;
        // In a boot jar the SDK's own threads don't see the Jackson modules that this class looks for when it is first
        // used.
        Serialization.createObjectNode();
    }

    @Override
    public String post(Conversation where, Message message) {
        ResourceResponse posted =
                await("post", conversations(where).sendToConversation(where.address(), Activities.of(where, message)));
        return id("post", posted == null ? null : posted.getId());
    }

    @Override
    public void update(Conversation where, String activityId, Message message) {
        Activity activity = Activities.of(where, message);
        activity.setId(activityId);
        await("update", conversations(where).updateActivity(where.address(), activityId, activity));
    }

    @Override
    public List<RosterMember> roster(Conversation where) {
        return rosters.read(clients.at(where.serviceUrl()).getRestClient().httpClient(), where);
    }

    /** "Get team details" and "get the list of channels" of Teams' documentation. */
    @Override
    public TeamNames names(Conversation channel, String teamId) {
        OkHttpClient http = clients.at(channel.serviceUrl()).getRestClient().httpClient();
        HttpUrl team = HttpUrl.get(channel.serviceUrl())
                .newBuilder()
                .addPathSegments("v3/teams")
                .addPathSegment(teamId)
                .build();
        JsonNode details = reads.get(http, "team", team);
        JsonNode channels = reads.get(
                http,
                "channels",
                team.newBuilder().addPathSegment("conversations").build());
        return new TeamNames(
                named(details),
                channels.path("conversations")
                        .valueStream()
                        .filter(listed -> listed.path("id").asString("").equals(channel.id()))
                        .findFirst()
                        .flatMap(BotFrameworkConnector::named));
    }

    private static Optional<String> named(JsonNode named) {
        return Optional.of(named.path("name").asString("")).filter(name -> !name.isBlank());
    }

    @Override
    public Conversation openPersonal(Conversation where, String teamsId) {
        ConversationParameters parameters = new ConversationParameters();
        parameters.setBot(new ChannelAccount(where.botId(), where.botName()));
        parameters.setMembers(List.of(new ChannelAccount(teamsId)));
        parameters.setTenantId(where.tenantId());
        parameters.setChannelData(Serialization.createObjectNode()
                .set("tenant", Serialization.createObjectNode().put("id", where.tenantId())));
        ConversationResourceResponse opened =
                await("open personal chat", conversations(where).createConversation(parameters));
        return new Conversation(
                id("open personal chat", opened == null ? null : opened.getId()),
                Optional.empty(),
                where.serviceUrl(),
                where.tenantId(),
                Conversation.Type.PERSONAL,
                where.botId(),
                where.botName());
    }

    private Conversations conversations(Conversation where) {
        return clients.at(where.serviceUrl()).getConversations();
    }

    private <T> @Nullable T await(String call, CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw failures.of(call, e);
        }
    }

    private static String id(String call, @Nullable String id) {
        if (id == null || id.isBlank()) {
            throw new DeliveryException.Final(call + ": an answer without an id", 200, "", null);
        }
        return id;
    }
}
