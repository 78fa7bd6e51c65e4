package nl.balansmonitor.standin;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A person in the tenant, with a Teams client. Every method that sends waits for the bot's answer; safe for use by many threads. */
public final class Member {

    private final World world;
    private final String name;
    private volatile Locale locale = Locale.forLanguageTag("nl-NL");

    Member(World world, String name) {
        this.world = world;
        this.name = name;
    }

    /** The display name. */
    public String name() {
        return name;
    }

    /** The account's id in Teams, {@code 29:...}. */
    public String id() {
        return Ids.member(name);
    }

    /** The Entra object id. */
    public String aadObjectId() {
        return Ids.uuid(name);
    }

    /** What would tell of him in a text: his ids and his name, if that is long enough to be no part of other words. */
    public Stream<String> traces() {
        return Stream.of(name(), id(), aadObjectId()).filter(trace -> trace.length() > 4);
    }

    /** The client's language; Dutch at first. */
    public Locale locale() {
        return locale;
    }

    /** Switches the client to this language, a BCP 47 tag. */
    public Member speaks(String languageTag) {
        locale = Locale.forLanguageTag(languageTag);
        return this;
    }

    /** The 1:1 chat with the bot. */
    public Conversation chat() {
        return world.open(Conversation.Kind.PERSONAL, Ids.personalChat(name), name, Optional.empty(), List.of(this));
    }

    /** Writes a message that mentions the bot; in a channel it begins a thread. */
    public Said says(String text, Conversation where) {
        var id = world.ids().message();
        var threadId = where.kind() == Conversation.Kind.CHANNEL ? Address.thread(where.id(), id) : where.id();
        return write(text, where, threadId, id);
    }

    /** Writes a message that mentions the bot in the thread of a post. */
    public Said replies(String text, Post to) {
        return write(text, to.conversation(), to.threadId(), world.ids().message());
    }

    /** Taps the only button with this verb on the card as this member sees it. */
    public TapAnswer taps(Post post, String verb) {
        return taps(post, verb, Map.of(), Map.of());
    }

    /** Taps the button with this verb whose data has these values. */
    public TapAnswer taps(Post post, String verb, Map<String, ?> button) {
        return taps(post, verb, button, Map.of());
    }

    /**
     * Fills in the card and taps a button, on the card as this member sees it.
     *
     * @param button   values that the button's data has, to tell buttons with one verb apart
     * @param filledIn by input id; all other inputs keep what the card says
     * @throws IllegalArgumentException where a client wouldn't let him: no such button or input, a value that isn't a choice
     */
    public TapAnswer taps(Post post, String verb, Map<String, ?> button, Map<String, String> filledIn) {
        var card = seen(post);
        var tap = Tap.on(card, "Action.Execute", verb, button, filledIn);
        filledIn.values().forEach(world::typed);
        world.happens(new Event.Tapped(this, post, card, tap.action(), tap.filledIn()), () -> {});
        var answer = send(post, tap.action(), tap.data(), "manual");
        world.happens(
                new Event.Answered(this, post, card, answer),
                () -> answer.card().ifPresent(own -> post.show(this, own)));
        return answer;
    }

    /** The same in an older client, which shows the fallback {@code Action.Submit}; it can't be answered with a card. */
    public Delivery submits(Post post, String verb, Map<String, ?> button, Map<String, String> filledIn) {
        var tap = Tap.on(seen(post), "Action.Submit", verb, button, filledIn);
        filledIn.values().forEach(world::typed);
        return world.tell(world.activities().submit(this, post, tap.data()));
    }

    /** Sends an invoke that no card offers, as an attacker with a client of his own can; {@code data} may be any JSON value. */
    public TapAnswer forges(Post post, String verb, Object data) {
        var action = new CardAction("Action.Execute", verb, "", "", Json.object(), Json.object(), "forged");
        return send(post, action, Json.valueOf(data), "manual");
    }

    /** A message as {@link #says} would send it, for tests that change it first and send it by {@link TeamsStandIn#deliver}. */
    public ObjectNode composes(String text, Conversation where) {
        var id = world.ids().message();
        var threadId = where.kind() == Conversation.Kind.CHANNEL ? Address.thread(where.id(), id) : where.id();
        return world.activities().message(this, where, threadId, id, text);
    }

    /** An invoke as {@link #forges} would send it, for tests that change it first. */
    public ObjectNode composesTap(Post post, String verb, Object data) {
        var action = new CardAction("Action.Execute", verb, "", "", Json.object(), Json.object(), "forged");
        return world.activities().invoke(this, post, action, Json.valueOf(data), "manual");
    }

    /** Asks the bot for this member's card, as a client does by itself for a card that has {@code refresh}. */
    void refreshes(Post post, CardAction action) {
        var versions = post.versions().size();
        var answer = send(post, action, action.data(), "automatic");
        world.arrivals()
                .announce(() -> answer.card()
                        .filter(card -> post.versions().size() == versions)
                        .ifPresent(card -> post.show(this, card)));
    }

    private Said write(String text, Conversation where, String threadId, String id) {
        var activity = world.activities().message(this, where, threadId, id, text);
        var post = new Post(id, threadId, where, Optional.of(this), new Version(world.now(), activity));
        world.typed(text);
        world.happens(new Event.Wrote(post), () -> where.add(post));
        return new Said(post, world.tell(activity));
    }

    private TapAnswer send(Post post, CardAction action, JsonNode data, String trigger) {
        var delivery = world.tell(world.activities().invoke(this, post, action, data, trigger));
        var answer = TapAnswer.of(delivery);
        if (!answer.isWellFormed()) {
            world.report(new Violation(
                    Rule.INVOKE_ANSWER, action.verb(), "HTTP " + delivery.status() + " with body " + delivery.body()));
        }
        answer.card()
                .ifPresent(card -> CardRules.check(card.json(), world.typed()).forEach(world::report));
        return answer;
    }

    private Card seen(Post post) {
        if (post.isDeleted() || !post.conversation().members().contains(this)) {
            throw new IllegalArgumentException(name + " doesn't see this post: " + post);
        }
        return post.cardFor(this).orElseThrow(() -> new IllegalArgumentException("a post without a card: " + post));
    }

    @Override
    public String toString() {
        return name;
    }
}
