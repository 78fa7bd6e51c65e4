package nl.balansmonitor.teams;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.balansmonitor.sessions.Reading;
import nl.balansmonitor.sessions.Thermometers;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.statements.Agenda;
import nl.balansmonitor.statements.Deck;
import nl.balansmonitor.statements.Decks;
import nl.balansmonitor.statements.Statement;
import nl.balansmonitor.statements.Theme;
import nl.balansmonitor.wording.Phrases;
import nl.balansmonitor.wording.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Draws the answer to {@code stellingen}: what this team can choose from, theme by theme, and what it measured last. */
@Component
class DeckPresenter {

    /** The bytes that a statement takes besides its words. */
    private static final int FRAME = 720;

    private final Cards cards;
    private final Texts texts;
    private final Phrases phrases;
    private final Decks decks;
    private final Agenda agenda;
    private final Thermometers thermometers;

    DeckPresenter(Cards cards, Texts texts, Phrases phrases, Decks decks, Agenda agenda, Thermometers thermometers) {
        this.cards = cards;
        this.texts = texts;
        this.phrases = phrases;
        this.decks = decks;
        this.agenda = agenda;
        this.thermometers = thermometers;
    }

    private record Line(String statement, String text, String about, boolean planned) {}

    private record Group(String key, String icon, String theme, int count, boolean open, List<Line> statements) {}

    private record Values(String space, List<Group> themes, boolean hasMore, String more, boolean last, String next) {}

    /** What is said of each statement, looked up once for all. */
    private record Known(Space space, Deck deck, Map<StatementId, Reading> newest, List<Statement> planned) {}

    /** @param place of a statement that is to be seen, from 0 */
    JsonNode card(Space space, int place) {
        Language language = space.language();
        Deck deck = decks.of(space.id());
        List<Statement> all =
                deck.byTheme().values().stream().flatMap(List::stream).toList();
        DeckPage page = DeckPage.holding(place, all, FRAME);
        var known = new Known(space, deck, thermometers.newest(space.id()), agenda.of(space.id()));
        var groups = new ArrayList<Group>();
        all.subList(page.from(), page.to()).stream()
                .collect(Collectors.groupingBy(Statement::theme, TreeMap::new, Collectors.toList()))
                .forEach((theme, statements) -> groups.add(group(known, theme, groups.isEmpty(), statements)));
        return cards.draw(
                "deck",
                language,
                new Values(
                        space.id().value(),
                        groups,
                        page.partial(),
                        texts.get(language, "phrase.deck.more", page.from() + 1, page.to(), page.of()),
                        page.last(),
                        Integer.toString(page.next())));
    }

    private Group group(Known known, Theme theme, boolean open, List<Statement> statements) {
        Language language = known.space().language();
        return new Group(
                theme.name(),
                phrases.icon(language, theme),
                phrases.theme(language, theme),
                statements.size(),
                open,
                statements.stream().map(s -> line(known, s)).toList());
    }

    private Line line(Known known, Statement statement) {
        Language language = known.space().language();
        Optional<Reading> newest = Optional.ofNullable(known.newest().get(statement.id()));
        boolean planned = known.planned().contains(statement);
        var about = new ArrayList<String>();
        if (known.deck().isOwn(statement.id())) {
            about.add(texts.get(language, "phrase.deck.own"));
        }
        about.add(phrases.lastMeasured(known.space(), newest.map(Reading::takenAt)));
        newest.flatMap(Reading::shown)
                .ifPresent(
                        d -> about.add(texts.get(language, "phrase.deck.median", Texts.median(language, d.median()))));
        if (planned) {
            about.add(texts.get(language, "phrase.deck.planned"));
        }
        return new Line(statement.id().value(), statement.text(language), String.join(" · ", about), planned);
    }
}
