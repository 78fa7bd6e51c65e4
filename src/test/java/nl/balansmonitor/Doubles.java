package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.balansmonitor.standin.Card;
import nl.balansmonitor.standin.Post;
import nl.balansmonitor.standin.Version;

/** Cards that stand in a channel twice because the bot was killed between Teams' taking a post and the bot's record of that. */
final class Doubles {

    private Doubles() {}

    /**
     * Counts the posts that are there once too often.
     *
     * @param posts of the bot in one channel
     * @throws AssertionError if one can't have come of a kill: for that the first copy has to be the last thing that Teams took before it
     */
    static int of(List<Post> posts, List<Instant> kills) {
        Map<String, List<Post>> slots = new LinkedHashMap<>();
        posts.forEach(
                p -> slots.computeIfAbsent(slot(p), slot -> new ArrayList<>()).add(p));
        slots.forEach((slot, copies) -> {
            for (int i = 1; i < copies.size(); i++) {
                Instant earlier = postedAt(copies.get(i - 1));
                Instant later = postedAt(copies.get(i));
                assertThat(kills)
                        .as("kills between two posts of %s, with nothing sent between the first and the kill", slot)
                        .anyMatch(kill -> earlier.isBefore(kill)
                                && kill.isBefore(later)
                                && posts.stream()
                                        .flatMap(p -> p.versions().stream())
                                        .noneMatch(v -> v.at().isAfter(earlier) && v.at().isBefore(kill)));
            }
        });
        return posts.size() - slots.size();
    }

    private static Instant postedAt(Post post) {
        return post.versions().getFirst().at();
    }

    /** Which of a session's cards it is, by what it first looked like. */
    private static String slot(Post post) {
        Version first = post.versions().getFirst();
        Card card = first.card().orElseThrow(() -> new AssertionError("not a card: " + post));
        if (first.text().contains("Samenvatting\n")) {
            return "summary";
        }
        if (card.json().findValue("facts") != null) {
            return "reveal";
        }
        if (first.text().contains("Deze startkaart geldt niet meer")) {
            return post.id(); // of a "start" that was repeated, as its answer was lost
        }
        return Stream.of("thermometer.reveal", "stickers.place", "session.start", "session.close")
                .flatMap(verb -> card.actions(verb, Map.of()).stream())
                .findFirst()
                .map(button -> button.verb().replace("close", "start") + button.data())
                .orElseThrow(() -> new AssertionError("an unknown card: " + post));
    }
}
