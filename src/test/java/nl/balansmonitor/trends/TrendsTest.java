package nl.balansmonitor.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.balansmonitor.Archive;
import nl.balansmonitor.Rooms;
import nl.balansmonitor.actions.ActionItem;
import nl.balansmonitor.actions.Change;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.sessions.Distribution;
import nl.balansmonitor.sessions.Reading;
import nl.balansmonitor.sessions.StickerRound;
import nl.balansmonitor.sessions.Tally;
import nl.balansmonitor.shared.ActionId;
import nl.balansmonitor.shared.Actor;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.statements.OwnStatements;
import nl.balansmonitor.statements.Statement;
import nl.balansmonitor.statements.StatementRefusal;
import nl.balansmonitor.statements.Theme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The trend of the team of a fictional school, De Zwaluw, on Monday 12 January 2026. */
class TrendsTest {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final Actor SANNE_WHO_LEADS = new Actor(new MemberId("sanne"), true);
    private static final MemberId JAN = new MemberId("jan");
    private static final String COLD = "8 4 0 0 0";
    private static final String WARM = "0 0 0 4 8";
    private static final String MIDDLE = "1 3 4 3 1";
    private static final String A_BIT_WARMER = "0 3 4 4 1";

    private static Rooms rooms;

    private Space space;
    private Archive archive;

    @BeforeAll
    static void open(@TempDir Path folder) {
        rooms = Rooms.over(folder.resolve("test.db"));
    }

    @AfterAll
    static void close() {
        rooms.close();
    }

    @BeforeEach
    void anotherTeam() {
        rooms.itIs(Rooms.MONDAY_MORNING);
        space = new Space(rooms.newSpace(), Language.DUTCH, AMSTERDAM, new LinkedHashSet<>(), Optional.empty());
        archive = new Archive(space.id());
    }

    /** What a session came to for one statement; without scores if too few reacted. */
    private record Asked(String statement, int reactions, boolean revealed, Optional<Distribution> scores) {}

    private static Asked shown(String statement, String counts) {
        return new Asked(statement, scores(counts).total(), true, Optional.of(scores(counts)));
    }

    private static Asked unrevealed(String statement, String counts) {
        return new Asked(statement, scores(counts).total(), false, Optional.of(scores(counts)));
    }

    private static Asked tooFew(String statement) {
        return new Asked(statement, 2, true, Optional.empty());
    }

    private static Distribution scores(String counts) {
        return new Distribution(
                Arrays.stream(counts.split(" ", -1)).map(Integer::valueOf).toList());
    }

    private static Instant at(String moment) {
        return LocalDateTime.parse(moment).atZone(AMSTERDAM).toInstant();
    }

    private void session(String day, Asked... asked) {
        session(day, Optional.empty(), asked);
    }

    private void session(String day, Optional<StickerRound> stickers, Asked... asked) {
        archive.closed(new SessionId(day), at(day + "T10:00"), statements(asked), stickers);
        readings(day, at(day + "T10:05"), 12, asked);
    }

    private void readings(String session, Instant at, int invited, Asked... asked) {
        for (Asked a : asked) {
            archive.add(new Reading(
                    new SessionId(session),
                    new StatementId(a.statement()),
                    at,
                    a.reactions(),
                    invited,
                    a.revealed(),
                    a.scores(),
                    List.of(),
                    true));
        }
    }

    private static List<StatementId> statements(Asked... asked) {
        return Stream.of(asked).map(a -> new StatementId(a.statement())).toList();
    }

    private Trend trend(Period period) {
        archive.writeTo(rooms.get(Documents.class));
        return rooms.get(Trends.class).of(space, period);
    }

    private Trend trend() {
        return trend(Period.EVERYTHING);
    }

    private static StatementLine line(Trend trend, String statement) {
        return trend.statements().stream()
                .filter(line -> line.statement().id().value().equals(statement))
                .findFirst()
                .orElseThrow();
    }

    private static Verdict verdict(Trend trend, String statement) {
        return line(trend, statement).comparison().orElseThrow().verdict();
    }

    private StatementId reworded(String statement, String text) {
        Outcome<Statement, StatementRefusal> edited =
                rooms.get(OwnStatements.class).edit(space.id(), SANNE_WHO_LEADS, new StatementId(statement), text);
        return switch (edited) {
            case Outcome.Accepted<Statement, StatementRefusal>(Statement next) -> next.id();
            case Outcome.Refused<Statement, StatementRefusal>(StatementRefusal why) -> throw new AssertionError(why);
        };
    }

    @Test
    void ofATeamThatNeverMeasuredIsEmpty() {
        Trend trend = trend(Period.THIS_SCHOOL_YEAR);
        assertThat(trend.statements()).isEmpty();
        assertThat(trend.themes()).isEmpty();
        assertThat(trend.participation()).isEmpty();
        assertThat(trend.actions().agreed()).isZero();
        assertThat(trend.stickers()).isEqualTo(new StickerTrend(List.of(), List.of()));
        assertThat(trend.earlier()).isFalse();
    }

    @Test
    void ofOneSessionHasPointsAndNothingToCompare() {
        session("2025-11-03", shown("st1", MIDDLE));
        StatementLine line = line(trend(), "st1");
        assertThat(line.points()).singleElement().satisfies(point -> {
            assertThat(point.session()).isEqualTo(new SessionId("2025-11-03"));
            assertThat(point.at()).isEqualTo(at("2025-11-03T10:05"));
            assertThat(point.reactions()).isEqualTo(12);
            assertThat(point.shown()).contains(scores(MIDDLE));
        });
        assertThat(line.comparison()).isEmpty();
        assertThat(line.retired()).isFalse();
    }

    @Test
    void drawsALinePerStatementWithGapsWhereNothingIsShown() {
        session("2025-09-01", shown("st1", MIDDLE));
        session("2025-10-01", unrevealed("st1", WARM));
        session("2025-11-03", tooFew("st1"));
        session("2025-11-17", shown("st1", COLD));
        session("2025-12-01", shown("st1", A_BIT_WARMER));
        StatementLine line = line(trend(), "st1");
        assertThat(line.points())
                .extracting(point -> point.session().value(), Point::reactions, Point::shown)
                .containsExactly(
                        tuple("2025-09-01", 12, Optional.of(scores(MIDDLE))),
                        tuple("2025-10-01", 12, Optional.empty()),
                        tuple("2025-11-03", 2, Optional.empty()),
                        tuple("2025-11-17", 12, Optional.of(scores(COLD))),
                        tuple("2025-12-01", 12, Optional.of(scores(A_BIT_WARMER))));
        assertThat(line.comparison()).get().satisfies(c -> {
            assertThat(c.first()).isEqualTo(line.points().getFirst());
            assertThat(c.newest()).isEqualTo(line.points().getLast());
            assertThat(c.direction()).isEqualTo(Direction.WARMER);
        });
    }

    @Test
    void goesThroughTheThemesInTheDecksOrderWithTheRetiredAtTheEnd() {
        rooms.get(OwnStatements.class).retire(space.id(), SANNE_WHO_LEADS, new StatementId("st5"));
        session("2025-09-01", shown("st18", MIDDLE), shown("st7", MIDDLE), shown("st5", MIDDLE), shown("st2", MIDDLE));
        Trend trend = trend();
        assertThat(trend.statements())
                .extracting(line -> line.statement().id().value(), StatementLine::retired)
                .containsExactly(tuple("st2", false), tuple("st7", false), tuple("st5", true), tuple("st18", false));
        assertThat(trend.themes())
                .extracting(ThemeLine::theme)
                .containsExactly(Theme.PROFESSIONALISM, Theme.BALANCE, Theme.PARENTS);
    }

    @Test
    void goesOnWithAStatementInItsNewWords() {
        session("2025-09-01", shown("st7", COLD));
        StatementId once = reworded("st7", "Elke dag een uur zonder scherm.");
        session("2025-10-01", shown(once.value(), MIDDLE));
        StatementId twice = reworded(once.value(), "Elke dag een uur zonder schermen.");
        session("2025-11-03", shown(twice.value(), WARM));
        Trend trend = trend();
        assertThat(trend.statements()).singleElement().satisfies(line -> {
            assertThat(line.statement().id()).isEqualTo(twice);
            assertThat(line.retired()).isFalse();
            assertThat(line.points()).extracting(Point::statement).containsExactly(new StatementId("st7"), once, twice);
        });
        assertThat(verdict(trend, twice.value())).isEqualTo(Verdict.MORE_THAN_CHANCE);
    }

    @Test
    void givesAStatementThatWasPutBackItsOwnLineAgain() {
        session("2025-09-01", shown("st7", COLD));
        StatementId next = reworded("st7", "Elke dag een uur zonder scherm.");
        session("2025-10-01", shown(next.value(), MIDDLE));
        rooms.get(OwnStatements.class).restore(space.id(), SANNE_WHO_LEADS, new StatementId("st7"));
        Trend trend = trend();
        assertThat(line(trend, "st7").points()).hasSize(1);
        assertThat(line(trend, next.value()).points()).hasSize(1);
    }

    @Test
    void continuesAStatementThatTwoTookThePlaceOfInTheFirstOfThem() {
        session("2025-09-01", shown("st7", COLD));
        StatementId first = reworded("st7", "Elke dag een uur zonder scherm.");
        rooms.get(OwnStatements.class).restore(space.id(), SANNE_WHO_LEADS, new StatementId("st7"));
        StatementId second = reworded("st7", "Kleuters werken zonder tablet.");
        session("2025-10-01", shown(first.value(), MIDDLE), shown(second.value(), MIDDLE));
        Trend trend = trend();
        assertThat(trend.statements()).hasSize(2);
        assertThat(line(trend, first.value()).points()).hasSize(2);
        assertThat(line(trend, second.value()).points()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "THIS_SCHOOL_YEAR, 2026-01-12T10:00, 2025-08-01T00:00",
        "THIS_SCHOOL_YEAR, 2026-07-31T23:30, 2025-08-01T00:00",
        "THIS_SCHOOL_YEAR, 2026-08-01T00:30, 2026-08-01T00:00",
        "LAST_TWELVE_MONTHS, 2026-01-12T10:00, 2025-01-12T00:00",
        "LAST_TWELVE_MONTHS, 2028-02-29T10:00, 2027-02-28T00:00",
    })
    void beginsAtMidnightInTheTeamsZone(Period period, String now, String first) {
        rooms.itIs(at(now));
        archive.closed(new SessionId("in"), at(first), List.of(), Optional.empty());
        archive.closed(new SessionId("out"), at(first).minusSeconds(1), List.of(), Optional.empty());
        readings("in", at(first), 12, shown("st1", MIDDLE));
        readings("out", at(first).minusSeconds(1), 12, shown("st1", MIDDLE));
        Trend trend = trend(period);
        assertThat(trend.since()).contains(LocalDate.parse(first.substring(0, 10)));
        assertThat(line(trend, "st1").points()).extracting(Point::session).containsExactly(new SessionId("in"));
        assertThat(trend.participation()).hasSize(1);
        assertThat(trend.earlier()).isTrue();
    }

    @Test
    void isOfOneSpaceAlone() {
        session("2025-09-01", shown("st1", MIDDLE));
        trend();
        anotherTeam();
        assertThat(trend().statements()).isEmpty();
    }

    @Test
    void averagesTheStatementsOfAThemeThatAreShown() {
        session("2025-09-01", shown("st5", "0 0 3 0 0"), shown("st6", "0 0 0 9 0"), unrevealed("st7", "9 0 0 0 0"));
        session("2025-10-01", tooFew("st5"), unrevealed("st7", WARM));
        session("2025-11-03", shown("st1", MIDDLE));
        assertThat(trend().themes())
                .filteredOn(theme -> theme.theme() == Theme.BALANCE)
                .singleElement()
                .satisfies(theme -> assertThat(theme.points())
                        .extracting(
                                p -> p.session().value(), ThemeLine.ThemePoint::statements, ThemeLine.ThemePoint::mean)
                        .containsExactly(
                                tuple("2025-09-01", 2, OptionalDouble.of(3.5)),
                                tuple("2025-10-01", 0, OptionalDouble.empty())));
    }

    @Test
    void saysForHowManyStatementsOfAThemeAChangeIsMoreThanChance() {
        session("2025-09-01", shown("st5", COLD), shown("st6", WARM), shown("st7", MIDDLE), shown("st8", MIDDLE));
        session("2025-11-03", shown("st5", WARM), shown("st6", COLD), shown("st7", A_BIT_WARMER));
        assertThat(trend().themes())
                .singleElement()
                .extracting(ThemeLine::compared, ThemeLine::warmer, ThemeLine::colder)
                .containsExactly(3, 1, 1);
    }

    /** Three against three reach 0.1 at best, four against four 0.029. */
    @ParameterizedTest
    @CsvSource({
        "3 0 0 0 0, 0 0 0 0 3, WARMER, TOO_FEW",
        "4 0 0 0 0, 0 0 0 0 4, WARMER, MORE_THAN_CHANCE",
        "0 0 0 0 4, 4 0 0 0 0, COLDER, MORE_THAN_CHANCE",
        "1 3 4 3 1, 0 3 4 4 1, WARMER, MAY_BE_CHANCE",
        "1 3 4 3 1, 1 3 4 3 1, SAME, MAY_BE_CHANCE",
        "0 0 9 0 0, 0 0 9 0 0, SAME, TOO_FEW",
    })
    void judgesAChange(String first, String newest, Direction direction, Verdict verdict) {
        session("2025-09-01", shown("st1", first));
        session("2025-11-03", shown("st1", newest));
        assertThat(line(trend(), "st1").comparison())
                .get()
                .extracting(Comparison::direction, Comparison::verdict)
                .containsExactly(direction, verdict);
    }

    /** 4 against 4 is 0.029, clear if it is alone; with a second line that could have been clear too it is not below 0.05 / 2. */
    @Test
    void asksMoreOfAChangeTheMoreLinesAreLookedAt() {
        session("2025-09-01", shown("st1", "4 0 0 0 0"));
        session("2025-11-03", shown("st1", "0 0 0 0 4"));
        assertThat(verdict(trend(), "st1")).isEqualTo(Verdict.MORE_THAN_CHANCE);
        session("2025-09-08", shown("st2", MIDDLE));
        session("2025-11-10", shown("st2", A_BIT_WARMER));
        assertThat(verdict(trend(), "st1")).isEqualTo(Verdict.TOO_FEW);
        assertThat(verdict(trend(), "st2")).isEqualTo(Verdict.MAY_BE_CHANCE);
    }

    /** Bonferroni would ask 0.05 / 6 of it. */
    @Test
    void doesNotCountTheLinesThatCouldNotSayAnythingAnyway() {
        session("2025-09-01", shown("st1", "4 0 0 0 0"));
        session("2025-11-03", shown("st1", "0 0 0 0 4"));
        IntStream.rangeClosed(2, 6).forEach(i -> {
            session("2025-09-1" + i, shown("st" + i, "1 1 1 0 0"));
            session("2025-12-1" + i, shown("st" + i, "0 0 1 1 1"));
        });
        assertThat(verdict(trend(), "st1")).isEqualTo(Verdict.MORE_THAN_CHANCE);
    }

    @Test
    void comparesNoCrowds() {
        session("2025-09-01", shown("st1", "501 0 0 0 0"));
        session("2025-11-03", shown("st1", "0 0 0 0 501"));
        assertThat(line(trend(), "st1").comparison()).isEmpty();
    }

    @Test
    void showsWhatWasRevealedInASessionThatGoesOn() {
        archive.goingOn(new SessionId("now"), at("2026-01-12T09:00"), List.of(new StatementId("st1")));
        readings("now", at("2026-01-12T09:30"), 12, shown("st1", MIDDLE));
        Trend trend = trend();
        assertThat(line(trend, "st1").points()).hasSize(1);
        assertThat(trend.participation()).isEmpty();
    }

    @Test
    void countsWhoTookPartByTheStatementThatMostReactedTo() {
        session("2025-09-01", shown("st1", MIDDLE), tooFew("st2"));
        archive.closed(new SessionId("unknown"), at("2025-10-01T10:00"), List.of(), Optional.empty());
        readings("unknown", at("2025-10-01T10:05"), 0, tooFew("st1"));
        archive.closed(new SessionId("shrunk"), at("2025-11-03T10:00"), List.of(), Optional.empty());
        readings("shrunk", at("2025-11-03T10:05"), 10, unrevealed("st1", MIDDLE));
        assertThat(trend().participation())
                .extracting(Participation::reactions, Participation::invited, Participation::share)
                .containsExactly(
                        tuple(12, 12, OptionalDouble.of(1)),
                        tuple(2, 0, OptionalDouble.empty()),
                        tuple(12, 10, OptionalDouble.of(1)));
    }

    @Test
    void countsActionsByTheFeedbackDateThatHeldWhenTheyWereDone() {
        action("on the day", "2025-11-10", "2025-11-10", "2025-11-10T23:59");
        action("the day after", "2025-11-10", "2025-11-10", "2025-11-11T00:00");
        action("after more time", "2025-11-10", "2025-12-01", "2025-11-28T10:00");
        action("after more time and late", "2025-11-10", "2025-12-01", "2025-12-02T10:00");
        action("sooner than agreed at first", "2025-11-10", "2025-11-03", "2025-11-03T10:00");
        action("open and due yesterday", "2026-01-11", "2026-01-11", "");
        action("open and due today", "2026-01-12", "2026-01-12", "");
        action("agreed before the period", "2025-06-30", "2025-06-30", "2025-06-01T10:00");
        Trend trend = trend(Period.THIS_SCHOOL_YEAR);
        assertThat(trend.actions()).isEqualTo(new ActionCounts(3, 1, 2, 1, 1));
        assertThat(trend.actions().agreed()).isEqualTo(7);
    }

    private void action(String what, String firstDate, String date, String done) {
        LocalDate agreed = LocalDate.parse(firstDate);
        boolean moved = !firstDate.equals(date);
        Instant agreedAt = agreed.minusMonths(2).atStartOfDay(AMSTERDAM).toInstant();
        archive.add(new ActionItem(
                new ActionId(what.replace(' ', '-')),
                new SessionId("2025-09-01"),
                new StatementId("st1"),
                what,
                JAN,
                "Jan",
                LocalDate.parse(date),
                done.isEmpty() ? ActionItem.State.OPEN : ActionItem.State.DONE,
                agreedAt,
                done.isEmpty() ? Optional.empty() : Optional.of(at(done)),
                moved
                        ? List.of(new Change(agreedAt.plusSeconds(60), JAN, Change.Kind.AGAIN, what, agreed))
                        : List.of()));
    }

    @Test
    void saysWhichThemesTheStickersChoseAndWhatChanceWouldHaveGivenThem() {
        session("2025-09-01", stickers("st1 6", "st2 3", "st5 3", "st3 0"), shown("st1", MIDDLE));
        session("2025-10-01", stickers("st1 8", "st5 0"), shown("st1", MIDDLE));
        session("2025-11-03", stickers("st9 4", "st10 2"), shown("st9", MIDDLE));
        session("2025-12-01", withheld("st1", "st18"), shown("st1", MIDDLE));
        StickerTrend trend = trend().stickers();
        assertThat(trend.rounds())
                .extracting(StickerTrend.Round::themes)
                .containsExactly(
                        List.of(
                                new StickerTrend.ThemeStickers(Theme.PROFESSIONALISM, 3, 9),
                                new StickerTrend.ThemeStickers(Theme.BALANCE, 1, 3)),
                        List.of(
                                new StickerTrend.ThemeStickers(Theme.PROFESSIONALISM, 1, 8),
                                new StickerTrend.ThemeStickers(Theme.BALANCE, 1, 0)),
                        List.of(new StickerTrend.ThemeStickers(Theme.PUPILS, 2, 6)));
        assertThat(trend.shares())
                .extracting(StickerTrend.Share::theme, StickerTrend.Share::stickers)
                .containsExactly(tuple(Theme.PROFESSIONALISM, 17), tuple(Theme.BALANCE, 3));
        assertThat(trend.shares().getFirst().share()).isCloseTo(0.85, within(1e-12));
        assertThat(trend.shares().getFirst().expected()).isCloseTo(0.65, within(1e-12));
    }

    private static Optional<StickerRound> stickers(String... placed) {
        List<Tally.Ranked> ranking = IntStream.range(0, placed.length)
                .mapToObj(i -> {
                    String[] words = placed[i].split(" ", -1);
                    return new Tally.Ranked(i + 1, new StatementId(words[0]), Integer.parseInt(words[1]));
                })
                .toList();
        return Optional.of(new StickerRound(
                ranking.stream().map(Tally.Ranked::statement).toList(), 3, Optional.of(new Tally(12, ranking))));
    }

    private static Optional<StickerRound> withheld(String... statements) {
        return Optional.of(new StickerRound(
                Stream.of(statements).map(StatementId::new).toList(), 3, Optional.of(new Tally(2, List.of()))));
    }
}
