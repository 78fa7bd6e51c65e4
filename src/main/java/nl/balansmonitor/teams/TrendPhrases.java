package nl.balansmonitor.teams;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nl.balansmonitor.sessions.Distribution;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.trends.ActionCounts;
import nl.balansmonitor.trends.Comparison;
import nl.balansmonitor.trends.Direction;
import nl.balansmonitor.trends.Participation;
import nl.balansmonitor.trends.Point;
import nl.balansmonitor.trends.StatementLine;
import nl.balansmonitor.trends.StickerTrend;
import nl.balansmonitor.trends.ThemeLine;
import nl.balansmonitor.trends.Trend;
import nl.balansmonitor.trends.Verdict;
import nl.balansmonitor.wording.Phrases;
import nl.balansmonitor.wording.Texts;
import org.springframework.stereotype.Component;

/** Says in plain sentences what a trend shows, and no more than it shows. */
@Component
class TrendPhrases {

    private static final String BETWEEN = " · ";
    private static final String GAP = "–";
    private static final int MOST_FIGURES = 6;
    private static final int MOST_SESSIONS_OF_PARTICIPATION = 4;
    private static final int PER_CENT = 100;

    private final Texts texts;
    private final Phrases phrases;

    TrendPhrases(Texts texts, Phrases phrases) {
        this.texts = texts;
        this.phrases = phrases;
    }

    /** In which language, and in whose time. */
    record Reader(Language language, ZoneId zone) {}

    /** How many statements clearly changed, and where they can be found. */
    String headline(Reader reader, Trend trend) {
        long compared = trend.statements().stream()
                .filter(line -> line.comparison().isPresent())
                .count();
        if (compared == 0) {
            return get(reader, "phrase.trend.headlineOnce");
        }
        long warmer = count(trend, c -> c.clearly(Direction.WARMER));
        long colder = count(trend, c -> c.clearly(Direction.COLDER));
        if (warmer + colder > 0) {
            return get(reader, "phrase.trend.headlineChanged", warmer + colder, directions(reader, warmer, colder));
        }
        boolean judged = count(trend, c -> c.verdict() == Verdict.MAY_BE_CHANCE) > 0;
        return get(reader, judged ? "phrase.trend.headlineChance" : "phrase.trend.headlineTooFew");
    }

    private static long count(Trend trend, Predicate<Comparison> which) {
        return trend.statements().stream()
                .flatMap(line -> line.comparison().stream())
                .filter(which)
                .count();
    }

    /** One or two sentences: which way a statement went, and whether that means something. */
    String sentence(Reader reader, StatementLine line) {
        String said = line.comparison().map(c -> compared(reader, c)).orElseGet(() -> once(reader, line));
        Point last = line.points().getLast();
        return last.shown().isPresent()
                        || line.points().stream().allMatch(p -> p.shown().isEmpty())
                ? said
                : said + " " + get(reader, "phrase.trend.lastIsGap", month(reader, last.at()));
    }

    private String compared(Reader reader, Comparison c) {
        Distribution before = c.first().shown().orElseThrow();
        Distribution now = c.newest().shown().orElseThrow();
        String direction = switch (c.direction()) {
            case WARMER -> "phrase.trend.warmer";
            case COLDER -> "phrase.trend.colder";
            case SAME -> "phrase.trend.same";
        };
        String verdict = switch (c.verdict()) {
            case MORE_THAN_CHANCE -> "phrase.trend.moreThanChance";
            case MAY_BE_CHANCE ->
                c.direction() == Direction.SAME ? "phrase.trend.noChange" : "phrase.trend.mayBeChance";
            case TOO_FEW -> "phrase.trend.tooFew";
        };
        return get(
                        reader,
                        direction,
                        since(reader, c.first().at(), c.newest().at()),
                        Texts.mean(reader.language(), before.mean()),
                        Texts.mean(reader.language(), now.mean()),
                        responses(reader, c.newest().reactions(), c.newest().invited()))
                + " " + get(reader, verdict);
    }

    private String once(Reader reader, StatementLine line) {
        List<Point> shown =
                line.points().stream().filter(p -> p.shown().isPresent()).toList();
        if (shown.size() > 1) {
            return get(reader, "phrase.trend.notCompared");
        }
        return shown.stream()
                .findFirst()
                .map(p -> get(
                        reader,
                        "phrase.trend.once",
                        month(reader, p.at()),
                        Texts.mean(reader.language(), p.shown().orElseThrow().mean())))
                .orElseGet(() -> get(reader, "phrase.trend.never"));
    }

    /** Such as {@code mrt 2026 3,1 · jun 2026 – · nov 2026 3,8}, the beginning and the end of a long line. */
    String figures(Reader reader, List<TrendFigure> points) {
        boolean whole = points.size() <= MOST_FIGURES;
        var kept = new ArrayList<>(points);
        if (!whole) {
            kept.subList(1, points.size() - MOST_FIGURES + 1).clear();
        }
        List<String> said = kept.stream()
                .map(f -> Texts.shortMonth(reader.language(), f.at(), reader.zone()) + "\u00a0"
                        + (f.mean().isPresent()
                                ? Texts.mean(reader.language(), f.mean().getAsDouble())
                                : GAP))
                .toList();
        return whole
                ? String.join(BETWEEN, said)
                : said.getFirst() + BETWEEN + "…" + BETWEEN
                        + said.stream().skip(1).collect(joining(BETWEEN));
    }

    /** How a theme went: by its statements, as it has no test of its own. */
    String sentence(Reader reader, ThemeLine theme) {
        if (theme.compared() == 0) {
            return get(reader, "phrase.trend.themeOnce", figures(reader, TrendFigure.of(theme)));
        }
        return theme.warmer() + theme.colder() == 0
                ? get(reader, "phrase.trend.themeNothing", theme.compared())
                : get(
                        reader,
                        "phrase.trend.themeChanged",
                        theme.compared(),
                        directions(reader, theme.warmer(), theme.colder()));
    }

    private String directions(Reader reader, long warmer, long colder) {
        var parts = new ArrayList<String>();
        addIfAny(parts, reader, "phrase.trend.soManyWarmer", warmer);
        addIfAny(parts, reader, "phrase.trend.soManyColder", colder);
        return String.join(", ", parts);
    }

    /** The sessions' participation, the newest last. */
    String participation(Reader reader, List<Participation> sessions) {
        return sessions.stream()
                .skip(Math.max(0, sessions.size() - MOST_SESSIONS_OF_PARTICIPATION))
                .map(p -> Texts.shortMonth(reader.language(), p.at(), reader.zone()) + "\u00a0"
                        + share(reader, p.reactions(), p.invited()))
                .collect(joining(BETWEEN));
    }

    /** Such as {@code 11 van 12}. */
    private String share(Reader reader, int reactions, int invited) {
        return invited == 0
                ? Integer.toString(reactions)
                : get(reader, "phrase.trend.of", reactions, Math.max(reactions, invited));
    }

    private String responses(Reader reader, int reactions, int invited) {
        return get(reader, "phrase.trend.responses", share(reader, reactions, invited));
    }

    /** What became of the actions; empty if none was agreed. */
    Optional<String> actions(Reader reader, ActionCounts counts) {
        if (counts.agreed() == 0) {
            return Optional.empty();
        }
        var parts = new ArrayList<String>();
        parts.add(get(reader, "phrase.trend.actionsAgreed", counts.agreed()));
        parts.add(get(reader, "phrase.trend.actionsInTime", counts.doneInTime()));
        addIfAny(parts, reader, "phrase.trend.actionsMoreTime", counts.afterMoreTime());
        addIfAny(parts, reader, "phrase.trend.actionsLate", counts.doneLate());
        addIfAny(parts, reader, "phrase.trend.actionsOverdue", counts.overdue());
        addIfAny(parts, reader, "phrase.trend.actionsNotYetDue", counts.notYetDue());
        return Optional.of(String.join(BETWEEN, parts));
    }

    private void addIfAny(List<String> parts, Reader reader, String key, long count) {
        if (count > 0) {
            parts.add(get(reader, key, count));
        }
    }

    /** Which themes got the stickers, the most first; empty if the team had no choice between themes. */
    Optional<String> stickers(Reader reader, StickerTrend stickers) {
        return stickers.shares().isEmpty()
                ? Optional.empty()
                : Optional.of(stickers.shares().stream()
                        .sorted(Comparator.comparingDouble(StickerTrend.Share::share)
                                .reversed())
                        .map(s -> get(
                                reader,
                                "phrase.trend.stickerShare",
                                phrases.theme(reader.language(), s.theme()),
                                Math.round(s.share() * PER_CENT),
                                Math.round(s.expected() * PER_CENT)))
                        .collect(joining(BETWEEN)));
    }

    /** Such as {@code 3 sessies sinds 1 augustus 2026}. */
    String extent(Reader reader, Trend trend) {
        int sessions = trend.participation().size();
        return trend.since()
                .map(day -> get(reader, "phrase.trend.sessionsSince", sessions, Texts.date(reader.language(), day)))
                .orElseGet(() -> get(reader, "phrase.trend.sessions", sessions));
    }

    /** The month of the first measurement; its day if both are of one month. */
    private String since(Reader reader, Instant first, Instant newest) {
        LocalDate day = LocalDate.ofInstant(first, reader.zone());
        return YearMonth.from(day).equals(YearMonth.from(newest.atZone(reader.zone())))
                ? get(reader, "phrase.trend.onDay", Texts.date(reader.language(), day))
                : get(reader, "phrase.trend.inMonth", month(reader, first));
    }

    private String month(Reader reader, Instant at) {
        return Texts.month(reader.language(), at, reader.zone());
    }

    private String get(Reader reader, String key, Object... blanks) {
        return texts.get(reader.language(), key, blanks);
    }
}
