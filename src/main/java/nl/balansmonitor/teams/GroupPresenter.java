package nl.balansmonitor.teams;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.balansmonitor.sessions.Box;
import nl.balansmonitor.sessions.Workshop;
import nl.balansmonitor.sessions.Workshops;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.statements.Deck;
import nl.balansmonitor.statements.Decks;
import nl.balansmonitor.wording.Phrases;
import nl.balansmonitor.wording.Texts;
import org.springframework.stereotype.Component;

/** Prepares what a member sees of his own group in a workshop. Not for anybody else's eyes. */
@Component
class GroupPresenter {

    private static final int MOST_OF_A_BOX = 30;

    /** For the notes of all boxes together, in UTF-8: what is left of a card that every client shows. */
    private static final int MOST_BYTES = 15_000;

    /** What a card needs around each note. */
    private static final int BYTES_AROUND_A_NOTE = 110;

    static final Part NO_GROUP = new Part(false, "", List.of(), false, List.of());

    private final Texts texts;
    private final Phrases phrases;
    private final Workshops workshops;
    private final Decks decks;

    GroupPresenter(Texts texts, Phrases phrases, Workshops workshops, Decks decks) {
        this.texts = texts;
        this.phrases = phrases;
        this.workshops = workshops;
        this.decks = decks;
    }

    record Note(String text) {}

    /**
     * A box with the notes in it.
     *
     * @param more how many there are besides; empty for none
     */
    record BoxOfNotes(String title, List<Note> notes, boolean hasMore, String more) {}

    record HandedIn(String statement, String text) {}

    /**
     * What the card shows of a group.
     *
     * @param members  their names
     * @param boxes    those with a note in them, the open one first
     * @param handedIn the group's statements
     */
    record Part(
            boolean inGroup, String members, List<BoxOfNotes> boxes, boolean hasHandedIn, List<HandedIn> handedIn) {}

    Part part(Scene scene, Workshop workshop, MemberId viewer) {
        Optional<Integer> group = workshop.groupOf(viewer);
        if (group.isEmpty()) {
            return NO_GROUP;
        }
        List<MemberId> members = workshop.groups().get(group.get() - 1);
        Deck deck = decks.of(scene.space().id());
        List<HandedIn> handedIn = workshop.handedInBy(group.get()).stream()
                .flatMap(id -> deck.find(id).stream())
                .map(s -> new HandedIn(s.id().value(), s.text(scene.language())))
                .toList();
        return new Part(
                true,
                scene.members().stream()
                        .filter(m -> members.contains(m.id()))
                        .map(Member::name)
                        .collect(joining(", ")),
                boxes(scene, workshop, group.get()),
                !handedIn.isEmpty(),
                handedIn);
    }

    private List<BoxOfNotes> boxes(Scene scene, Workshop workshop, int group) {
        var drawn = new ArrayList<BoxOfNotes>();
        int left = MOST_BYTES;
        for (Box box : openOneFirst(workshop.box())) {
            List<String> written = workshops.notes(scene.session(), group, box);
            var shown = new ArrayList<Note>();
            for (String text : written.subList(0, Math.min(MOST_OF_A_BOX, written.size()))) {
                left -= text.getBytes(StandardCharsets.UTF_8).length + BYTES_AROUND_A_NOTE;
                if (left >= 0) {
                    shown.add(new Note(text));
                }
            }
            if (!written.isEmpty()) {
                drawn.add(box(scene.language(), box, shown, written.size() - shown.size()));
            }
        }
        return drawn;
    }

    private BoxOfNotes box(Language language, Box box, List<Note> shown, int more) {
        return new BoxOfNotes(
                phrases.question(language, box),
                shown,
                more > 0,
                more > 0 ? texts.get(language, "phrase.workshop.more", more) : "");
    }

    private static List<Box> openOneFirst(Box open) {
        return Stream.concat(Stream.of(open), Stream.of(Box.values()).filter(b -> b != open))
                .toList();
    }
}
