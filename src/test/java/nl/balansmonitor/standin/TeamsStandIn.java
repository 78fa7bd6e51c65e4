package nl.balansmonitor.standin;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Microsoft Teams as a bot sees it, on loopback: connector, login, channels, and members who act. Start it, give {@link #properties()} to
 * the bot, say where the bot is with {@link #botAt}, then let members speak and tap. Safe for use by many threads.
 */
public final class TeamsStandIn implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final World world;
    private final Login login;
    private final Connector connector;

    private TeamsStandIn(Settings settings) throws IOException {
        // Read once, when the server's class loads: without it every answer waits 40 ms for a delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 0);
        var key = SigningKey.ofTeams();
        world = new World(settings, address() + "/emea/", key);
        login = new Login(settings, key, world.faults());
        connector = new Connector(world, login);
        server.createContext("/", login);
        server.createContext(Connector.PREFIX, connector);
        server.setExecutor(threads);
        server.start();
    }

    /** Starts a stand-in that is ready for the bot's calls. */
    public static TeamsStandIn start(Settings settings) {
        try {
            return new TeamsStandIn(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the bot sends to, as activities tell it; ends with a slash. */
    public String serviceUrl() {
        return world.serviceUrl();
    }

    /** For {@code balans.bot.openid-metadata}. */
    public String openIdMetadataUrl() {
        return address() + Login.METADATA;
    }

    /** For {@code balans.bot.token-endpoint}. */
    public String tokenEndpoint() {
        return address() + Login.tokenPath(tenantId());
    }

    /** What a host of Azure's tells the bot by its environment where its managed identity, which has the id of the app, gets tokens. */
    public Map<String, String> identityEnvironment() {
        return Map.of("IDENTITY_ENDPOINT", address() + Login.IDENTITY, "IDENTITY_HEADER", Login.IDENTITY_HEADER);
    }

    /** From now on the bot's app proves by this certificate who it is, and by no secret. */
    public void know(X509Certificate certificate) {
        login.know(certificate);
    }

    public String appId() {
        return world.settings().appId();
    }

    public String appSecret() {
        return world.settings().appSecret();
    }

    public String tenantId() {
        return world.settings().tenantId();
    }

    /** What a bot has to be configured with to live in this Teams. */
    public Map<String, String> properties() {
        return Map.of(
                "balans.bot.app-id", appId(),
                "balans.bot.app-type", "SingleTenant",
                "balans.bot.app-secret", appSecret(),
                "balans.bot.tenant-id", tenantId(),
                "balans.bot.openid-metadata", openIdMetadataUrl(),
                "balans.bot.token-endpoint", tokenEndpoint());
    }

    /** From now on activities go to {@code http://127.0.0.1:<port>/api/messages}; a later call moves them, as after a restart. */
    public void botAt(int port) {
        world.bot().at(port);
    }

    /** The member of this name; the same one for the same name. */
    public Member member(String name) {
        return world.member(name);
    }

    /** The fictional team of {@link School#TEAM}. */
    public Member[] team() {
        return School.TEAM.stream().map(this::member).toArray(Member[]::new);
    }

    /** So many members of no interest, for large rosters and for load. */
    public Member[] crowd(int size) {
        return IntStream.rangeClosed(1, size)
                .mapToObj(i -> member("Collega " + i))
                .toArray(Member[]::new);
    }

    /** A channel in a team of its own. The app is installed in the team; whoever wants the bot to hear of it calls {@code install}. */
    public Conversation channel(String name, Member... members) {
        var seed = world.seed(name);
        var team =
                new Team(Ids.channel("team " + seed), School.NAME, Ids.uuid("team " + seed), new AtomicBoolean(true));
        open(team.id(), "Algemeen", team, members);
        return open(Ids.channel(seed), name, team, members);
    }

    /** Another channel in the team of this one, with a roster of its own as private channels have. */
    public Conversation channelBeside(Conversation channel, String name, Member... members) {
        return open(Ids.channel(world.seed(name)), name, channel.team().orElseThrow(), members);
    }

    /** The General channel of this one's team: its id is the team's. */
    public Conversation general(Conversation channel) {
        return world.conversation(channel.team().orElseThrow().id()).orElseThrow();
    }

    /** A group chat with the app in it. */
    public Conversation groupChat(String name, Member... members) {
        return world.open(
                Conversation.Kind.GROUP_CHAT,
                Ids.groupChat(world.seed(name)),
                name,
                Optional.empty(),
                Arrays.asList(members));
    }

    /** The chat of a meeting with the app in it: a group chat to which messages come with the meeting's id. */
    public Conversation meetingChat(String name, Member... members) {
        return world.open(
                Conversation.Kind.GROUP_CHAT,
                Ids.meetingChat(world.seed(name)),
                name,
                Optional.empty(),
                Arrays.asList(members));
    }

    private Conversation open(String id, String name, Team team, Member... members) {
        return world.open(Conversation.Kind.CHANNEL, id, name, Optional.of(team), Arrays.asList(members));
    }

    /** What goes wrong on demand. */
    public Faults faults() {
        return world.faults();
    }

    /** Every rule that something the bot sent has broken, in order. */
    public List<Violation> violations() {
        return List.copyOf(world.violations());
    }

    /** Every request to the connector, refused ones included, in the order in which they were answered. */
    public List<Call> calls() {
        return connector.calls();
    }

    /** Those of {@link #calls()} that create, send, update or delete. */
    public List<Call> sends() {
        return calls().stream().filter(call -> call.operation().writes()).toList();
    }

    /** Waits for a call to the connector that is so, answered already; returns the oldest. */
    public Call awaitCall(Predicate<Call> condition) {
        return world.arrivals()
                .await(() -> calls().stream().filter(condition).findFirst(), () -> "There were the calls " + calls());
    }

    /** How often the bot asked for an access token, refusals included. */
    public int tokenRequests() {
        return login.tokenRequests();
    }

    /** No access token given so far is accepted any more. */
    public void revokeAccessTokens() {
        login.revoke();
    }

    /** A token that the bot must accept, to be made wrong. */
    public InboundToken token() {
        return world.token();
    }

    /** Sends anything to the bot's endpoint, with any {@code Authorization} header or none. */
    public Delivery deliver(String body, Optional<String> authorization) {
        return world.bot().deliver(body, authorization);
    }

    /** Tells of everything that happens from now on, one event at a time; a listener must be quick and must not call back. */
    public void listen(Consumer<Event> listener) {
        world.listen(listener);
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Ends the server and drops connections; the bot isn't told. */
    @Override
    public void close() {
        world.bot().close();
        server.stop(0);
        threads.shutdownNow();
    }
}
