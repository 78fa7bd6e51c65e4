package nl.balansmonitor.teams;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.statements.Deck;
import nl.balansmonitor.statements.Decks;
import nl.balansmonitor.statements.Statement;
import nl.balansmonitor.statements.Theme;
import nl.balansmonitor.wording.Phrases;
import nl.balansmonitor.wording.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Draws the deck as leaders change it, each in a view of his own: a form to add, and per statement what can be done with it. */
@Component
class ManagePresenter {

    /** The bytes that a statement takes besides its words. */
    private static final int FRAME = 900;

    private static final String RETIRED = "RETIRED";

    private final Cards cards;
    private final Texts texts;
    private final Phrases phrases;
    private final Decks decks;

    ManagePresenter(Cards cards, Texts texts, Phrases phrases, Decks decks) {
        this.cards = cards;
        this.texts = texts;
        this.phrases = phrases;
        this.decks = decks;
    }

    /**
     * What the card says besides the deck.
     *
     * @param done    what was done just now, as the key of a phrase; empty for nothing
     * @param problem what is wrong with what is to be added; empty for nothing
     * @param theme   of what is to be added
     * @param text    of what is to be added
     */
    record Draft(String done, String problem, Theme theme, String text) {

        static final Draft NONE = new Draft("", "", Theme.OWN, "");

        static Draft done(String what) {
            return new Draft(what, "", Theme.OWN, "");
        }
    }

    private record Choice(String title, String value) {}

    private record Line(String statement, String text, boolean retired) {}

    private record Group(String key, String icon, String theme, int count, boolean open, List<Line> statements) {}

    private record Values(
            String space,
            boolean hasDone,
            String done,
            boolean hasProblem,
            String problem,
            String theme,
            String text,
            List<Choice> themes,
            List<Group> groups,
            boolean hasMore,
            String more,
            boolean last,
            String next) {}

    /** @param place of a statement that is to be seen, from 0: its theme is unfolded */
    JsonNode card(Space space, int place, Draft draft) {
        Language language = space.language();
        Deck deck = decks.of(space.id());
        List<Statement> all = all(deck);
        DeckPage page = DeckPage.holding(place, all, FRAME);
        String seen = key(deck, all.get(Math.clamp(place, page.from(), page.to() - 1)));
        var groups = new LinkedHashMap<String, List<Statement>>();
        all.subList(page.from(), page.to())
                .forEach(s -> groups.computeIfAbsent(key(deck, s), k -> new ArrayList<>())
                        .add(s));
        return cards.draw(
                "manage",
                language,
                new Values(
                        space.id().value(),
                        !draft.done().isEmpty(),
                        draft.done().isEmpty() ? "" : texts.get(language, "phrase.manage." + draft.done()),
                        !draft.problem().isEmpty(),
                        draft.problem(),
                        draft.theme().name(),
                        draft.text(),
                        Arrays.stream(Theme.values())
                                .map(t -> new Choice(
                                        phrases.icon(language, t) + " " + phrases.theme(language, t), t.name()))
                                .toList(),
                        groups.entrySet().stream()
                                .map(g -> group(language, g.getKey(), g.getKey().equals(seen), g.getValue()))
                                .toList(),
                        page.partial(),
                        texts.get(language, "phrase.deck.more", page.from() + 1, page.to(), page.of()),
                        page.last(),
                        Integer.toString(page.next())));
    }

    /** Where a statement stands on this card now; the beginning for one that isn't there. */
    int placeOf(Space space, StatementId id) {
        List<StatementId> all =
                all(decks.of(space.id())).stream().map(Statement::id).toList();
        return Math.max(0, all.indexOf(id));
    }

    private static List<Statement> all(Deck deck) {
        return Stream.concat(deck.byTheme().values().stream().flatMap(List::stream), deck.retired().stream())
                .toList();
    }

    private static String key(Deck deck, Statement statement) {
        return deck.offers(statement.id()) ? statement.theme().name() : RETIRED;
    }

    private Group group(Language language, String key, boolean open, List<Statement> statements) {
        boolean retired = key.equals(RETIRED);
        return new Group(
                key,
                retired ? "🗄️" : phrases.icon(language, Theme.valueOf(key)),
                retired
                        ? texts.get(language, "phrase.manage.retiredTitle")
                        : phrases.theme(language, Theme.valueOf(key)),
                statements.size(),
                open,
                statements.stream()
                        .map(s -> new Line(s.id().value(), s.text(language), retired))
                        .toList());
    }
}
