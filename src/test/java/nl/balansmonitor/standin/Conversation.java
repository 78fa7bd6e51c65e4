package nl.balansmonitor.standin;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A channel with its threads, a group chat, or the 1:1 chat of a member with the bot. */
public final class Conversation {

    /** What sets them apart for a bot. */
    public enum Kind {
        CHANNEL("channel"),
        GROUP_CHAT("groupChat"),
        PERSONAL("personal");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        String wireName() {
            return wireName;
        }
    }

    private final World world;
    private final Kind kind;
    private final String id;
    private final String name;
    private final Optional<Team> team;
    private final AtomicBoolean installed;
    private final List<Member> members;
    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private final Set<Post> forgotten = ConcurrentHashMap.newKeySet();

    Conversation(World world, Kind kind, String id, String name, Optional<Team> team, Collection<Member> members) {
        this.world = world;
        this.kind = kind;
        this.id = id;
        this.name = name;
        this.team = team;
        this.installed = team.map(Team::installed).orElseGet(() -> new AtomicBoolean(true));
        this.members = new CopyOnWriteArrayList<>(members);
    }

    /** The whole conversation's id; a thread's is {@link Post#threadId()}. */
    public String id() {
        return id;
    }

    /** What people call it. */
    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    /** The team that a channel belongs to; empty for chats. */
    public Optional<Team> team() {
        return team;
    }

    /** The roster, the bot not among them. */
    public List<Member> members() {
        return List.copyOf(members);
    }

    /** What would tell, in a text, of it or of anybody in it. */
    public Stream<String> traces() {
        return Stream.concat(Stream.of(id, name), members.stream().flatMap(Member::traces));
    }

    /** Everything posted, by members and bot, in order of arrival; deleted posts included. */
    public List<Post> posts() {
        return List.copyOf(posts);
    }

    /** The posts of one thread, the first one first. */
    public List<Post> thread(String threadId) {
        return posts.stream().filter(post -> post.threadId().equals(threadId)).toList();
    }

    /** The ids of all threads in order of their first posts. */
    public List<String> threads() {
        return posts.stream().map(Post::threadId).distinct().toList();
    }

    /**
     * Waits for a post of the bot that is so, or becomes so by an edit; returns the oldest of those that are.
     *
     * @throws AssertionError with what is there, when {@link Settings#patience()} ends
     */
    public Post awaitPost(Predicate<Post> condition) {
        return world.arrivals()
                .await(
                        () -> posts.stream()
                                .filter(post -> post.isFromBot() && !post.isDeleted())
                                .filter(condition)
                                .findFirst(),
                        this::describe);
    }

    /** Waits for a post of the bot whose card has this verb; the newest if there are several. */
    public Post awaitPostOffering(String verb) {
        awaitPost(post -> post.offers(verb));
        return posts().reversed().stream()
                .filter(post -> !post.isDeleted() && post.offers(verb))
                .findFirst()
                .orElseThrow();
    }

    /** Installs the app: the bot hears of itself joining, then of the installation, as in Teams. */
    public List<Delivery> install(Member by) {
        installed.set(true);
        return List.of(
                world.tell(world.activities().botJoined(this, by)),
                world.tell(world.activities().installation(this, by, "add")));
    }

    /** The bot hears of itself joining, and here of no channel that was chosen if this is the first one of a team. */
    public Delivery tellsThatTheBotJoined(Member by) {
        installed.set(true);
        return world.tell(world.activities().botJoined(this, by));
    }

    /** The bot hears of the installation. */
    public Delivery tellsOfTheInstallation(Member by) {
        installed.set(true);
        return world.tell(world.activities().installation(this, by, "add"));
    }

    /** Removes the app: the bot hears of itself leaving, then of the removal, and can't post here any more. */
    public List<Delivery> uninstall(Member by) {
        return List.of(tellsThatTheBotLeft(by), tellsOfTheRemoval(by));
    }

    /** The bot hears of itself leaving. */
    public Delivery tellsThatTheBotLeft(Member by) {
        installed.set(false);
        return world.tell(world.activities().botLeft(this, by, "teamMemberRemoved"));
    }

    /** The bot hears that it is no member of this channel any more; in the team it still is. */
    public Delivery tellsThatTheBotLeftTheChannel(Member by) {
        return world.tell(world.activities().botLeft(this, by, "channelMemberRemoved"));
    }

    /** Deletes this channel; the bot, which hears of it in General, is in the team as before. */
    public Delivery delete(Member by) {
        return world.tell(world.activities().channelChanged(this, by, "channelDeleted"));
    }

    /** Brings a deleted channel back, which Teams allows for 30 days. */
    public Delivery restore(Member by) {
        return world.tell(world.activities().channelChanged(this, by, "channelRestored"));
    }

    /** The bot hears of the removal. */
    public Delivery tellsOfTheRemoval(Member by) {
        installed.set(false);
        return world.tell(world.activities().installation(this, by, "remove"));
    }

    /** Gives the app its next version: the bot hears that the one before goes and that the next comes. */
    public List<Delivery> upgrade(Member by) {
        return List.of(
                world.tell(world.activities().installation(this, by, "remove-upgrade")),
                world.tell(world.activities().installation(this, by, "add-upgrade")));
    }

    /** Puts a member on the roster and tells the bot. */
    public Delivery join(Member member) {
        members.add(member);
        return world.tell(world.activities().membersChanged(this, member, true));
    }

    /** Takes a member off the roster and tells the bot. */
    public Delivery leave(Member member) {
        members.remove(member);
        return world.tell(world.activities().membersChanged(this, member, false));
    }

    boolean hasBot() {
        return installed.get();
    }

    void add(Post post) {
        posts.add(post);
    }

    void forget(Post post) {
        forgotten.add(post);
    }

    /** The post as far as Teams knows of it: neither deleted nor forgotten. */
    Optional<Post> known(String postId) {
        return posts.stream()
                .filter(post -> post.id().equals(postId) && !post.isDeleted() && !forgotten.contains(post))
                .findFirst();
    }

    boolean hasThread(String rootId) {
        return kind == Kind.CHANNEL
                && posts.stream().anyMatch(post -> post.threadId().equals(Address.thread(id, rootId)));
    }

    private String describe() {
        return posts.stream()
                .map(Post::toString)
                .collect(Collectors.joining("\n  ", "In " + name + " there are " + posts.size() + " posts:\n  ", ""));
    }

    @Override
    public String toString() {
        return name;
    }
}
