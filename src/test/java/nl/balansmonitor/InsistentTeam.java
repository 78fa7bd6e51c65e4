package nl.balansmonitor;

import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import nl.balansmonitor.standin.Conversation;
import nl.balansmonitor.standin.Member;
import nl.balansmonitor.standin.Post;
import nl.balansmonitor.standin.TapAnswer;

/** A team in its channel with a bot that comes and goes: everybody repeats what was not answered until it is, as people do. */
final class InsistentTeam {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

    private final MortalBot bot;
    private final Conversation channel;
    private final Member leader;
    private final AtomicInteger lostAnswers = new AtomicInteger();

    InsistentTeam(MortalBot bot, Conversation channel) {
        this.bot = bot;
        this.channel = channel;
        this.leader = channel.members().getFirst();
    }

    /** How many taps and messages were begun and not answered, and so were repeated. */
    int lostAnswers() {
        return lostAnswers.get();
    }

    void says(String words) {
        insist(() -> leader.says(words, channel).delivery().accepted());
    }

    /** The leader taps, on the newest card that has this button, until this is answered or it can be seen to be done. */
    void leads(String verb, Map<String, ?> button, Map<String, String> filledIn, BooleanSupplier done) {
        insist(() -> done.getAsBoolean() || accepts(leader, offering(verb, button), verb, button, filledIn));
    }

    /** A member taps until he is answered; from then on it has to be true. */
    void insists(Member member, String verb, Map<String, ?> button, Map<String, String> filledIn) {
        insist(() -> accepts(member, offering(verb, button), verb, button, filledIn));
    }

    /** The newest post with such a button. */
    Optional<Post> offering(String verb, Map<String, ?> button) {
        return channel.posts().reversed().stream()
                .filter(p -> p.isFromBot()
                        && p.card()
                                .filter(c -> !c.actions(verb, button).isEmpty())
                                .isPresent())
                .findFirst();
    }

    boolean offers(String verb) {
        return offering(verb, Map.of()).isPresent();
    }

    boolean shows(String text) {
        return channel.posts().stream().anyMatch(p -> p.isFromBot() && p.text().contains(text));
    }

    /** What the bot posted, without its answers to questions for help. */
    List<Post> posts() {
        return channel.posts().stream()
                .filter(p -> p.isFromBot() && !p.text().contains("DIT KUN JE TYPEN"))
                .toList();
    }

    /** A refusal is no answer to go on from: it may be about a card that another has taken the place of. */
    private static boolean accepts(
            Member member, Optional<Post> post, String verb, Map<String, ?> button, Map<String, String> filledIn) {
        try {
            return post.map(p -> member.taps(p, verb, button, filledIn))
                    .flatMap(TapAnswer::card)
                    .isPresent();
        } catch (IllegalArgumentException e) {
            return false; // the card changed at this very moment and has the button no longer
        }
    }

    /** Waits until what the bot posted is so. */
    void sees(Callable<Boolean> condition) {
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_TRIES)
                .until(condition);
    }

    private void insist(Callable<Boolean> attempt) {
        sees(() -> {
            if (!bot.listens()) {
                return false;
            }
            try {
                return attempt.call();
            } catch (UncheckedIOException e) {
                lostAnswers.incrementAndGet();
                return false;
            }
        });
    }
}
