package nl.balansmonitor.standin;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints what happens as a readable play: who says what, what the bot posts and edits, who taps what and what only he sees then. */
public final class Transcript {

    private static final int WIDTH = 100;
    private static final int FEW = 4;
    private static final String BOT = "Balans-Monitor";

    private final PrintWriter out;
    private Optional<Conversation> scene = Optional.empty();
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
            case Event.Deleted deleted -> remark(deleted.post(), BOT + " deletes a post");
            case Event.Tapped tapped -> tapped(tapped);
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
        var old = picture(before, WIDTH - 6);
        var changed = picture(post.newest(), WIDTH - 6).stream()
                .filter(text -> !text.isBlank() && !old.contains(text))
                .map(String::strip)
                .toList();
        if (changed.size() > FEW) {
            posted(post, BOT + " (edited)");
        } else if (!changed.isEmpty()) {
            remark(post, "↻ now reads: " + String.join(" · ", changed));
        }
    }

    private void tapped(Event.Tapped tap) {
        enter(tap.post().conversation());
        if (!isBelowTap) {
            line("");
        }
        var title = tap.action().title().isEmpty()
                ? tap.action().verb()
                : tap.action().title();
        var filledIn = labelled(tap.before(), tap.filledIn());
        Typeset.hang("  ▸ ", tap.member().name() + " taps [ " + title + " ]" + filledIn, WIDTH)
                .forEach(this::line);
        seen(tap).forEach(text -> line("      ↳ " + Typeset.shorten(text, WIDTH - 8)));
        isBelowTap = true;
    }

    private static String labelled(Card card, Map<String, String> filledIn) {
        return filledIn.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> card.input(field.getKey())
                        .map(input -> input.label() + ": \"" + titles(input, field.getValue()) + "\"")
                        .orElse(field.getKey()))
                .collect(Collectors.joining(", ", filledIn.isEmpty() ? "" : " with ", ""));
    }

    private static String titles(CardInput input, String value) {
        return input.choices().isEmpty()
                ? value
                : Arrays.stream(value.split(",", -1))
                        .map(one -> input.choices().getOrDefault(one, one))
                        .collect(Collectors.joining("; "));
    }

    /** What the answer tells the member that his card didn't before. */
    private static List<String> seen(Event.Tapped tap) {
        var answer = tap.answer();
        if (answer.card().isEmpty()) {
            return answer.text().isEmpty() ? List.of() : List.of(answer.text().replace("\n", " "));
        }
        var before = CardText.of(tap.before().json());
        var news = new ArrayList<>(CardText.of(answer.card().get().json()));
        news.removeAll(before);
        return news.stream()
                .limit(FEW)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(" · "),
                        text -> text.isEmpty() ? List.of() : List.of("sees: " + text.replace("\n", " "))));
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
    }

    private void enter(Conversation conversation) {
        if (scene.filter(conversation::equals).isPresent()) {
            return;
        }
        scene = Optional.of(conversation);
        var place = switch (conversation.kind()) {
            case CHANNEL -> School.NAME + " › " + conversation.name();
            case GROUP_CHAT -> "Group chat › " + conversation.name();
            case PERSONAL -> BOT + " and " + conversation.name() + ", between the two of them";
        };
        line("");
        line("── " + place + " " + "─".repeat(Math.max(0, WIDTH - 4 - Typeset.width(place))));
        isBelowTap = false;
    }

    private void line(String text) {
        out.println(Typeset.isolate(text.stripTrailing()));
    }
}
