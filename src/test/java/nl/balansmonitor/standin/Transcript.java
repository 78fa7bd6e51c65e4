package nl.balansmonitor.standin;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Prints what happens as a readable play, in Dutch as the cards are: who says what, what the bot posts and edits, who taps what and what only he sees then. */
public final class Transcript {

    private static final int WIDTH = 100;
    private static final int FEW = 4;
    private static final String BOT = "Balans-Monitor";

    private final PrintWriter out;
    private Optional<Conversation> scene = Optional.empty();
    private Optional<Member> tapping = Optional.empty();
    private String lastSeen = "";
    private boolean isBelowTap;

    private Transcript(PrintWriter out) {
        this.out = out;
    }

    /** Prints everything that happens from now on; flushes after every event. */
    public static Transcript of(TeamsStandIn teams, PrintWriter out) {
        var transcript = new Transcript(out);
        teams.listen(transcript::print);
        return transcript;
    }

    /** A title between two acts. */
    public synchronized void act(String title) {
        line("");
        line("═".repeat(WIDTH));
        line(Typeset.centre(title, WIDTH));
        line("═".repeat(WIDTH));
        lastSeen = "";
        isBelowTap = false;
        out.flush();
    }

    /** A remark to the reader. */
    public synchronized void aside(String remark) {
        line("");
        Typeset.wrap(remark, WIDTH - 4).forEach(text -> line("  " + text));
        isBelowTap = false;
        out.flush();
    }

    private synchronized void print(Event event) {
        switch (event) {
            case Event.Wrote wrote -> wrote(wrote.post());
            case Event.Posted posted -> posted(posted.post(), BOT);
            case Event.Edited edited -> edited(edited.post(), edited.before());
            case Event.Deleted deleted -> remark(deleted.post(), BOT + " haalt een bericht weg");
            case Event.Tapped tapped -> tapped(tapped);
            case Event.Answered answered -> answered(answered);
        }
        out.flush();
    }

    private void wrote(Post post) {
        enter(post.conversation());
        line("");
        var text = post.newest().message().replace("<at>", "@").replace("</at>", "");
        var name = post.author().map(Member::name).orElse(BOT);
        Typeset.hang("  " + name + ":  ", text, WIDTH).forEach(this::line);
        isBelowTap = false;
    }

    private void posted(Post post, String title) {
        enter(post.conversation());
        line("");
        var inner = WIDTH - 6;
        line("  ┌─ " + title + " " + "─".repeat(inner - 1 - Typeset.width(title)) + "┐");
        picture(post.newest(), inner).forEach(text -> line("  │ " + Typeset.isolate(Typeset.pad(text, inner)) + " │"));
        line("  └" + "─".repeat(inner + 2) + "┘");
        isBelowTap = false;
    }

    private void edited(Post post, Version before) {
        var changed = new ArrayList<>(texts(post.newest()));
        changed.removeAll(texts(before));
        if (changed.size() > FEW) {
            posted(post, BOT + " (bijgewerkt)");
        } else if (!changed.isEmpty()) {
            remark(post, "↻ nu: " + String.join(" · ", changed));
        }
    }

    private static List<String> texts(Version version) {
        return version.card().map(card -> CardText.of(card.json())).orElseGet(() -> List.of(version.message()));
    }

    private void tapped(Event.Tapped tap) {
        enter(tap.post().conversation());
        if (!isBelowTap) {
            line("");
        }
        var title = tap.action().title().isEmpty()
                ? tap.action().verb()
                : tap.action().title();
        Typeset.hang("  ▸ ", tap.member().name() + " tikt op [ " + title + " ]", WIDTH)
                .forEach(this::line);
        tap.card().inputs().stream()
                .filter(input -> !tap.filledIn().getOrDefault(input.id(), "").isEmpty())
                .forEach(input ->
                        Typeset.hang("      ✎ ", filledIn(tap, input), WIDTH).forEach(this::line));
        isBelowTap = true;
        tapping = Optional.of(tap.member());
    }

    /** The question of a label that explains more than it asks, and the answer. */
    private static String filledIn(Event.Tapped tap, CardInput input) {
        var question = input.label().replaceFirst("(?<=[?]).*", "");
        var answers = Arrays.stream(tap.filledIn().getOrDefault(input.id(), "").split(",", -1))
                .map(value -> title(tap.post().conversation(), input, value))
                .toList();
        return question + (question.endsWith("?") ? " “" : ": “") + String.join(",", answers) + "”";
    }

    private static String title(Conversation where, CardInput input, String value) {
        var person = where.members().stream()
                .filter(member -> member.aadObjectId().equals(value))
                .findFirst()
                .map(Member::name);
        return person.orElseGet(() -> input.choices().getOrDefault(value, value));
    }

    /** Says what the member sees now, unless the one before saw just the same. */
    private void answered(Event.Answered answered) {
        var seen = seen(answered);
        var isHis = isBelowTap && tapping.filter(answered.member()::equals).isPresent();
        if (!seen.isEmpty() && !seen.equals(lastSeen)) {
            var who = isHis ? "" : answered.member().name() + " ";
            Typeset.hang("      ↳ ", who + "ziet: " + seen, WIDTH).forEach(this::line);
        }
        lastSeen = seen;
    }

    /** What the answer tells the member that his card didn't before, as far as it fits on a line. */
    private static String seen(Event.Answered answered) {
        var answer = answered.answer();
        if (answer.card().isEmpty()) {
            return answer.text().replace("\n", " ");
        }
        var news = new ArrayList<>(CardText.of(answer.card().get().json()));
        news.removeAll(CardText.of(answered.before().json()));
        var seen = new StringBuilder();
        for (var text : news) {
            if (!seen.isEmpty() && Typeset.width(seen + text) > WIDTH - 20) {
                break;
            }
            seen.append(seen.isEmpty() ? "" : " · ").append(text.replace("\n", " "));
        }
        return seen.toString();
    }

    private static List<String> picture(Version version, int width) {
        var lines = new ArrayList<String>();
        if (!version.message().isEmpty()) {
            lines.addAll(Typeset.wrap(version.message().replace("<at>", "@").replace("</at>", ""), width));
        }
        version.card().ifPresent(card -> {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.addAll(card.picture(width));
        });
        return lines;
    }

    private void remark(Post post, String text) {
        enter(post.conversation());
        if (!isBelowTap) {
            line("");
        }
        Typeset.hang("  ", text, WIDTH).forEach(this::line);
        isBelowTap = true;
        tapping = Optional.empty();
    }

    private void enter(Conversation conversation) {
        if (scene.filter(conversation::equals).isPresent()) {
            return;
        }
        scene = Optional.of(conversation);
        var place = switch (conversation.kind()) {
            case CHANNEL -> School.NAME + " › " + conversation.name();
            case GROUP_CHAT -> "Groepschat › " + conversation.name();
            case PERSONAL -> BOT + " en " + conversation.name() + ", onder vier ogen";
        };
        line("");
        line("── " + place + " " + "─".repeat(Math.max(0, WIDTH - 4 - Typeset.width(place))));
        isBelowTap = false;
    }

    private void line(String text) {
        out.println(Typeset.isolate(text.stripTrailing()));
    }
}
