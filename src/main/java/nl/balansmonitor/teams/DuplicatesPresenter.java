package nl.balansmonitor.teams;

import java.util.List;
import nl.balansmonitor.sessions.Workshop;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.statements.Deck;
import nl.balansmonitor.statements.Decks;
import nl.balansmonitor.statements.NearDuplicates;
import nl.balansmonitor.statements.Statement;
import org.springframework.stereotype.Component;

/** Prepares what a facilitator sees of statements that say nearly the same. */
@Component
class DuplicatesPresenter {

    /** When a pair is merged, the next one comes in its place. */
    private static final int MOST_SHOWN = 3;

    private final Decks decks;

    DuplicatesPresenter(Decks decks) {
        this.decks = decks;
    }

    /**
     * Two statements that say nearly the same.
     *
     * @param keep      the id of the first
     * @param drop      the id of the other
     * @param mergeable false if the other one is in the deck already: the group that wrote the first may take it back
     */
    record Item(String text, String other, boolean mergeable, String keep, String drop) {}

    /** The most alike first. */
    List<Item> among(Scene scene, Workshop workshop) {
        Language language = scene.language();
        Deck deck = decks.of(scene.space().id());
        List<Statement> handedIn = workshop.statements().stream()
                .flatMap(id -> deck.find(id).stream())
                .toList();
        return NearDuplicates.among(handedIn, deck.statements(), language).stream()
                .limit(MOST_SHOWN)
                .map(pair -> new Item(
                        pair.proposal().text(language),
                        pair.other().text(language),
                        handedIn.contains(pair.other()),
                        pair.proposal().id().value(),
                        pair.other().id().value()))
                .toList();
    }
}
