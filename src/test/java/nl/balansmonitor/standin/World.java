package nl.balansmonitor.standin;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** The state that connector, members and tests share. */
final class World {

    private static final Duration TOKEN_USE = Duration.ofMinutes(30);

    private final Settings settings;
    private final String serviceUrl;
    private final Arrivals arrivals;
    private final Ids ids;
    private final SigningKey key;
    private volatile Signed signed = new Signed("", Instant.MIN);
    private final BotLine bot = new BotLine();
    private final Faults faults = new Faults();
    private final Activities activities = new Activities(this);
    private final Map<String, Conversation> conversations = new ConcurrentHashMap<>();
    private final Map<String, Member> members = new ConcurrentHashMap<>();
    private final Set<String> typed = ConcurrentHashMap.newKeySet();
    private final List<Violation> violations = new CopyOnWriteArrayList<>();
    private final List<Consumer<Event>> listeners = new CopyOnWriteArrayList<>();

    private record Signed(String header, Instant until) {}

    World(Settings settings, String serviceUrl, SigningKey key) {
        this.settings = settings;
        this.serviceUrl = serviceUrl;
        this.key = key;
        this.arrivals = new Arrivals(settings.patience());
        this.ids = new Ids(settings.clock());
    }

    Settings settings() {
        return settings;
    }

    String serviceUrl() {
        return serviceUrl;
    }

    Arrivals arrivals() {
        return arrivals;
    }

    Ids ids() {
        return ids;
    }

    BotLine bot() {
        return bot;
    }

    Faults faults() {
        return faults;
    }

    Activities activities() {
        return activities;
    }

    Collection<String> typed() {
        return typed;
    }

    List<Violation> violations() {
        return violations;
    }

    Instant now() {
        return settings.clock().instant();
    }

    InboundToken token() {
        return InboundToken.valid(key, settings.appId(), serviceUrl);
    }

    /** Tells the bot as Teams does, with a token it must accept. */
    Delivery tell(ObjectNode activity) {
        return bot.deliver(activity.toString(), Optional.of(header()));
    }

    /** One token serves for a while, as Teams' own do: signing costs more than answering. */
    private String header() {
        var known = signed;
        if (known.until().isBefore(Instant.now())) {
            known = new Signed(token().header(), Instant.now().plus(TOKEN_USE));
            signed = known;
        }
        return known.header();
    }

    Member member(String name) {
        return members.computeIfAbsent(name, key -> new Member(this, key));
    }

    Optional<Member> memberById(String id) {
        return members.values().stream()
                .filter(member -> member.id().equals(id) || member.aadObjectId().equals(id))
                .findFirst();
    }

    Optional<Conversation> conversation(String id) {
        return Optional.ofNullable(conversations.get(id));
    }

    List<Conversation> channelsOf(Team team) {
        return conversations.values().stream()
                .filter(conversation -> conversation.team().filter(team::equals).isPresent())
                .toList();
    }

    Conversation open(Conversation.Kind kind, String id, String name, Optional<Team> team, Collection<Member> members) {
        return conversations.computeIfAbsent(id, key -> new Conversation(this, kind, key, name, team, members));
    }

    /** A name for ids that nothing else in this world has. */
    String seed(String name) {
        return name + " " + conversations.size();
    }

    /** Remembers what members typed: a bot may repeat it as it is. */
    void typed(String words) {
        if (!words.isBlank()) {
            typed.add(words);
        }
    }

    void report(Violation violation) {
        violations.add(violation);
    }

    void listen(Consumer<Event> listener) {
        listeners.add(listener);
    }

    /** Changes what others wait for, and tells the listeners while nothing else can change. */
    void happens(Event event, Runnable change) {
        arrivals.announce(() -> {
            change.run();
            listeners.forEach(listener -> listener.accept(event));
        });
    }
}
