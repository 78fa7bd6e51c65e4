package nl.balansmonitor.teams;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.statements.Theme;
import nl.balansmonitor.trends.Period;
import nl.balansmonitor.trends.StatementLine;
import nl.balansmonitor.trends.ThemeLine;
import nl.balansmonitor.trends.Trend;
import nl.balansmonitor.trends.Trends;
import nl.balansmonitor.trends.Verdict;
import nl.balansmonitor.wording.Phrases;
import nl.balansmonitor.wording.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Draws the answer to {@code trend}: what changed since the team began to measure, and whether that is more than chance. */
@Component
class TrendPresenter {

    /** So many points of a line fit on a phone, and in a card. */
    private static final int MOST_POINTS = 8;

    /** The bytes that a statement takes besides its words, and those that all statements may take in a card of 40 KB. */
    private static final int FRAME = 950;

    private static final int MOST_OPEN = 3;
    private static final int ROOM_FOR_STATEMENTS = 26 * 1024;

    private final Cards cards;
    private final Texts texts;
    private final Phrases phrases;
    private final TrendPhrases sentences;
    private final Trends trends;
    private final Places places;

    TrendPresenter(Cards cards, Texts texts, Phrases phrases, TrendPhrases sentences, Trends trends, Places places) {
        this.cards = cards;
        this.texts = texts;
        this.phrases = phrases;
        this.sentences = sentences;
        this.trends = trends;
        this.places = places;
    }

    private record Coordinate(String x, double y) {}

    private record Series(String legend, List<Coordinate> values, String figures) {}

    private record Line(String mark, String text, String figures, String sentence, boolean clear) {}

    private record Group(
            String key,
            String title,
            boolean open,
            String sentence,
            boolean hasChart,
            List<Series> series,
            List<Line> statements,
            boolean hasMore,
            String more) {}

    private record Choice(String period, String title) {}

    private record Values(
            String space,
            String title,
            boolean hasPlace,
            String place,
            String subtitle,
            boolean empty,
            boolean canBegin,
            String emptyNext,
            String headline,
            boolean hasChart,
            List<Series> series,
            List<Group> groups,
            String participation,
            boolean hasActions,
            String actions,
            boolean hasStickers,
            String stickers,
            List<Choice> periods) {}

    /** In the channel as everybody sees it; in a chat of his own in the reader's language, and it says which channel it is about. */
    JsonNode card(Caller caller, boolean alone, Period period) {
        Space space = caller.space();
        return alone
                ? draw(space, caller.language(), period, places.of(caller.language(), space.id()))
                : draw(space, space.language(), period, "");
    }

    private JsonNode draw(Space space, Language language, Period period, String place) {
        Trend trend = trends.of(space, period);
        var reader = new TrendPhrases.Reader(language, space.zone());
        List<Series> themes = trend.themes().stream()
                .map(theme -> series(reader, phrases.theme(language, theme.theme()), TrendFigure.of(theme)))
                .toList();
        Optional<String> actions = sentences.actions(reader, trend.actions());
        Optional<String> stickers = sentences.stickers(reader, trend.stickers());
        return cards.draw(
                "trend",
                language,
                new Values(
                        space.id().value(),
                        texts.get(language, "phrase.trend.title." + period.name()),
                        !place.isEmpty(),
                        place,
                        sentences.extent(reader, trend),
                        trend.statements().isEmpty(),
                        trend.statements().isEmpty() && !trend.earlier() && place.isEmpty(),
                        texts.get(language, trend.earlier() ? "phrase.trend.emptyEarlier" : "phrase.trend.emptyNever"),
                        sentences.headline(reader, trend),
                        drawable(themes),
                        themes,
                        groups(reader, trend),
                        sentences.participation(reader, trend.participation()),
                        actions.isPresent(),
                        actions.orElse(""),
                        stickers.isPresent(),
                        stickers.orElse(""),
                        others(language, period)));
    }

    private List<Group> groups(TrendPhrases.Reader reader, Trend trend) {
        Map<Theme, List<StatementLine>> lines = trend.statements().stream()
                .collect(groupingBy(line -> line.statement().theme()));
        Set<StatementLine> fitting = fitting(reader.language(), trend.statements());
        Set<Theme> open = open(trend);
        return trend.themes().stream()
                .map(theme -> group(reader, theme, lines.getOrDefault(theme.theme(), List.of()), fitting, open))
                .toList();
    }

    /** Where something clearly changed, unless that is nearly everywhere. */
    private static Set<Theme> open(Trend trend) {
        List<StatementLine> changed =
                trend.statements().stream().filter(TrendPresenter::clear).toList();
        return changed.size() > MOST_OPEN
                ? Set.of()
                : changed.stream().map(line -> line.statement().theme()).collect(toSet());
    }

    private static boolean clear(StatementLine line) {
        return line.comparison()
                .filter(c -> c.verdict() == Verdict.MORE_THAN_CHANCE)
                .isPresent();
    }

    /** As many as a card takes, those first that were measured last. */
    private static Set<StatementLine> fitting(Language language, List<StatementLine> lines) {
        var kept = new HashSet<StatementLine>();
        int room = ROOM_FOR_STATEMENTS;
        for (StatementLine line : lines.stream()
                .sorted(comparing(TrendPresenter::newest).reversed())
                .toList()) {
            room -= FRAME + line.statement().text(language).getBytes(StandardCharsets.UTF_8).length;
            if (room < 0) {
                break;
            }
            kept.add(line);
        }
        return kept;
    }

    private static Instant newest(StatementLine line) {
        return line.points().getLast().at();
    }

    private Group group(
            TrendPhrases.Reader reader,
            ThemeLine theme,
            List<StatementLine> lines,
            Set<StatementLine> fitting,
            Set<Theme> open) {
        Language language = reader.language();
        List<StatementLine> shown = lines.stream().filter(fitting::contains).toList();
        List<Series> series = IntStream.range(0, shown.size())
                .mapToObj(i -> series(reader, mark(i), TrendFigure.of(shown.get(i))))
                .toList();
        return new Group(
                theme.theme().name(),
                phrases.icon(language, theme.theme()) + " " + phrases.theme(language, theme.theme()),
                open.contains(theme.theme()),
                sentences.sentence(reader, theme),
                drawable(series),
                series,
                IntStream.range(0, shown.size())
                        .mapToObj(i -> line(reader, mark(i), shown.get(i)))
                        .toList(),
                shown.size() < lines.size(),
                texts.get(language, "phrase.trend.more", lines.size() - shown.size()));
    }

    private Line line(TrendPhrases.Reader reader, String mark, StatementLine line) {
        String text = line.statement().text(reader.language());
        return new Line(
                mark,
                line.retired() ? texts.get(reader.language(), "phrase.trend.retired", text) : text,
                sentences.figures(reader, TrendFigure.of(line)),
                sentences.sentence(reader, line),
                clear(line));
    }

    private static String mark(int index) {
        return Integer.toString(index + 1);
    }

    /** Gaps have no place in a chart: it says nothing there. */
    private Series series(TrendPhrases.Reader reader, String legend, List<TrendFigure> figures) {
        List<Coordinate> all = figures.stream()
                .filter(f -> f.mean().isPresent())
                .map(f -> new Coordinate(
                        LocalDate.ofInstant(f.at(), reader.zone()).toString(),
                        Math.round(f.mean().getAsDouble() * 100) / 100.0))
                .toList();
        return new Series(legend, thinned(all), sentences.figures(reader, figures));
    }

    /** The first, the last, and some in between, evenly. */
    private static <T> List<T> thinned(List<T> all) {
        return all.size() <= MOST_POINTS
                ? all
                : IntStream.range(0, MOST_POINTS)
                        .mapToObj(i -> all.get(i * (all.size() - 1) / (MOST_POINTS - 1)))
                        .toList();
    }

    /** One point makes no line. */
    private static boolean drawable(List<Series> series) {
        return series.stream().anyMatch(s -> s.values().size() > 1);
    }

    private List<Choice> others(Language language, Period now) {
        return Arrays.stream(Period.values())
                .filter(period -> period != now)
                .map(period -> new Choice(period.name(), texts.get(language, "phrase.trend.period." + period.name())))
                .toList();
    }
}
