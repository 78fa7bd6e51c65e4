package nl.balansmonitor.standin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** One message in a conversation, with everything it ever was. Safe to read while the bot changes it. */
public final class Post {

    private final String id;
    private final String threadId;
    private final Conversation conversation;
    private final Optional<Member> author;
    private volatile List<Version> versions;
    private volatile boolean deleted;
    private final Map<Member, Card> views = new ConcurrentHashMap<>();

    Post(String id, String threadId, Conversation conversation, Optional<Member> author, Version first) {
        this.id = id;
        this.threadId = threadId;
        this.conversation = conversation;
        this.author = author;
        this.versions = List.of(first);
    }

    /** The activity's id. */
    public String id() {
        return id;
    }

    /** What the bot calls this post's conversation: in a channel {@code <channel>;messageid=<root>}, elsewhere the chat's id. */
    public String threadId() {
        return threadId;
    }

    /** Where it stands. */
    public Conversation conversation() {
        return conversation;
    }

    /** Who wrote it; empty for the bot. */
    public Optional<Member> author() {
        return author;
    }

    /** Whether the bot wrote it. */
    public boolean isFromBot() {
        return author.isEmpty();
    }

    /** Every version, oldest first. */
    public List<Version> versions() {
        return versions;
    }

    /** The newest version. */
    public Version newest() {
        return versions.getLast();
    }

    /** The newest version's card, as everybody without a view of his own sees it. */
    public Optional<Card> card() {
        return newest().card();
    }

    /** The card that this member sees: the one the bot last answered to him, until the post is edited; else {@link #card()}. */
    public Optional<Card> cardFor(Member member) {
        return Optional.ofNullable(views.get(member)).or(this::card);
    }

    /** Whether this member sees a card of his own. */
    public boolean isOwnViewOf(Member member) {
        return views.containsKey(member);
    }

    /** All that a reader of the newest version sees. */
    public String text() {
        return newest().text();
    }

    /** Whether the newest version's card has this verb. */
    public boolean offers(String verb) {
        return card().filter(card -> card.offers(verb)).isPresent();
    }

    /** Whether it was deleted; its versions remain readable here. */
    public boolean isDeleted() {
        return deleted;
    }

    /** Waits for this post to become so, by an edit of the bot; returns at once if it is. */
    public Post await(Predicate<Post> condition) {
        return conversation.awaitPost(post -> post == this && condition.test(post));
    }

    void edit(Instant at, JsonNode activity) {
        var all = new ArrayList<>(versions);
        all.add(new Version(at, activity));
        versions = List.copyOf(all);
        views.clear();
    }

    void show(Member member, Card card) {
        views.put(member, card);
    }

    void delete() {
        deleted = true;
    }

    @Override
    public String toString() {
        return (author.map(Member::name).orElse("bot") + (deleted ? " (deleted): " : ": ") + text())
                .replace("\n", " | ");
    }
}
