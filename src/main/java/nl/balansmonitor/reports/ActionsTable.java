package nl.balansmonitor.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nl.balansmonitor.actions.ActionItem;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.statements.Deck;
import nl.balansmonitor.statements.Decks;
import nl.balansmonitor.wording.Texts;
import org.springframework.stereotype.Component;

/** Actions as a table. */
@Component
class ActionsTable {

    private static final List<String> TITLES =
            List.of("agreedOn", "statement", "what", "owner", "feedbackDate", "state", "doneOn");

    private final Decks decks;
    private final Texts texts;

    ActionsTable(Decks decks, Texts texts) {
        this.decks = decks;
        this.texts = texts;
    }

    Table of(Language language, Space space, List<ActionItem> actions) {
        Deck deck = decks.of(space.id());
        var table = new Table(TITLES.stream()
                .map(name -> Cell.text(texts.get(language, "phrase.report.actions." + name)))
                .toList());
        actions.forEach(action -> table.add(row(language, space, deck, action)));
        return table;
    }

    private List<Cell> row(Language language, Space space, Deck deck, ActionItem action) {
        return Stream.of(
                        day(space, action.agreedAt()),
                        deck.find(action.statement())
                                .map(s -> Cell.text(s.text(language)))
                                .orElse(Cell.EMPTY),
                        Cell.text(action.what()),
                        Cell.text(action.ownerName()),
                        Cell.date(action.feedbackDate()),
                        Cell.text(texts.get(language, state(action.state()))),
                        action.doneAt().map(moment -> day(space, moment)).orElse(Cell.EMPTY))
                .toList();
    }

    private static String state(ActionItem.State state) {
        return switch (state) {
            case OPEN -> "phrase.report.actions.open";
            case DONE -> "phrase.report.actions.done";
        };
    }

    private static Cell day(Space space, Instant moment) {
        return Cell.date(LocalDate.ofInstant(moment, space.zone()));
    }
}
