package nl.balansmonitor.trends;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.balansmonitor.Archive;
import nl.balansmonitor.Rooms;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.sessions.Distribution;
import nl.balansmonitor.sessions.Reading;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.spaces.Space;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scores that the team has not seen: those of statements that were never revealed, and those of which there were enough once and are too
 * few since the minimum was raised. Whatever they are, no view of the trend depends on them, and no difference between two views is one of
 * them. A view is a period, with all sessions or without one; the seed of a failure is its repetition's number.
 */
class HiddenReadingsTest {

    private static final int RAISED_MINIMUM = 40;
    private static final List<String> STATEMENTS = List.of("st1", "st2", "st5", "st6", "st7");
    private static final List<Duration> AGO =
            Stream.of(1_200, 500, 300, 200, 30).map(Duration::ofDays).toList();
    private static final List<Integer> SHOWN_SIZES = List.of(RAISED_MINIMUM, 42, 45, 48);
    private static final OptionalInt ALL_SESSIONS = OptionalInt.empty();

    private enum Kind {
        SHOWN,
        UNREVEALED,
        TOO_FEW_NOW;

        private static Kind any(Random random) {
            return random.nextInt(5) < 3 ? SHOWN : random.nextBoolean() ? UNREVEALED : TOO_FEW_NOW;
        }

        boolean hidden() {
            return this != SHOWN;
        }

        /** If hidden, a prime that is no part of the others: no mean of a hidden one is a sum or difference of shown means. */
        private int anySize(Random random) {
            return switch (this) {
                case SHOWN -> SHOWN_SIZES.get(random.nextInt(SHOWN_SIZES.size()));
                case UNREVEALED -> 401;
                case TOO_FEW_NOW -> 37;
            };
        }
    }

    private record Scores(int session, StatementId statement, Kind kind, Distribution distribution) {

        private static Scores any(int session, String statement, Random random) {
            Kind kind = Kind.any(random);
            return new Scores(session, new StatementId(statement), kind, anyOf(kind.anySize(random), kind, random));
        }

        /** The same if it is shown; with other scores, as many, if it is hidden. */
        private Scores otherIfHidden(Random random) {
            return kind.hidden()
                    ? new Scores(session, statement, kind, anyOf(distribution.total(), kind, random))
                    : this;
        }

        /** Sums are even if shown and odd if hidden, so that no difference between shown ones is a hidden one. */
        private static Distribution anyOf(int size, Kind kind, Random random) {
            return Stream.generate(() ->
                            Distribution.of(random.ints(size, 1, 6).boxed().toList()))
                    .filter(d -> sum(d) % 2 == (kind.hidden() ? 1 : 0))
                    .filter(d -> !kind.hidden() || sum(d) % size != 0)
                    .findFirst()
                    .orElseThrow();
        }

        private Reading reading() {
            return new Reading(
                    new SessionId("session-" + session),
                    statement,
                    at(session),
                    distribution.total(),
                    500,
                    kind != Kind.UNREVEALED,
                    Optional.of(distribution),
                    List.of("remark"),
                    false);
        }
    }

    private static Rooms rooms;

    @BeforeAll
    static void open(@TempDir Path folder) {
        rooms = Rooms.over(folder.resolve("test.db"), "balans.privacy.minimum-reactions=" + RAISED_MINIMUM);
    }

    @AfterAll
    static void close() {
        rooms.close();
    }

    @RepeatedTest(15)
    void changeNoViewByASingleBit(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        List<Scores> scores = anyScores(random);
        List<Scores> others = scores.stream().map(s -> s.otherIfHidden(random)).toList();
        assertThat(others).isNotEqualTo(scores);
        assertThat(views(others)).isEqualTo(views(scores));
    }

    @RepeatedTest(15)
    void areNotFoundBySubtractingAnyViewFromAnother(RepetitionInfo repetition) {
        List<Scores> scores = anyScores(new Random(repetition.getCurrentRepetition()));
        List<Trend> views = views(scores);
        List<Distribution> hidden = scores.stream()
                .filter(s -> s.kind().hidden())
                .map(Scores::distribution)
                .toList();
        assertThat(differences(views.stream().flatMap(HiddenReadingsTest::means)))
                .doesNotContain(secret(hidden, Distribution::mean));
        assertThat(differences(views.stream().flatMap(HiddenReadingsTest::sums)))
                .doesNotContain(secret(hidden, HiddenReadingsTest::sum));
    }

    private static List<Scores> anyScores(Random random) {
        return IntStream.range(0, AGO.size())
                .boxed()
                .flatMap(session -> STATEMENTS.stream().map(s -> Scores.any(session, s, random)))
                .toList();
    }

    private static List<Trend> views(List<Scores> scores) {
        var views = new ArrayList<Trend>();
        views.addAll(views(scores, ALL_SESSIONS));
        IntStream.range(0, AGO.size()).forEach(without -> views.addAll(views(scores, OptionalInt.of(without))));
        return views;
    }

    private static List<Trend> views(List<Scores> scores, OptionalInt without) {
        SpaceId id = rooms.newSpace();
        var space =
                new Space(id, Language.DUTCH, ZoneId.of("Europe/Amsterdam"), new LinkedHashSet<>(), Optional.empty());
        var archive = new Archive(id);
        IntStream.range(0, AGO.size())
                .filter(session -> without.isEmpty() || without.getAsInt() != session)
                .forEach(session -> {
                    archive.closed(new SessionId("session-" + session), at(session), List.of(), Optional.empty());
                    scores.stream()
                            .filter(s -> s.session() == session)
                            .map(Scores::reading)
                            .forEach(archive::add);
                });
        archive.writeTo(rooms.get(Documents.class));
        var trends = rooms.get(Trends.class);
        return Arrays.stream(Period.values())
                .map(period -> trends.of(space, period))
                .toList();
    }

    /** Every figure of every view, and what is left of each if any other is taken away; rounded, as nobody reads on. */
    private static Set<Long> differences(Stream<Double> ofAllViews) {
        double[] figures =
                ofAllViews.mapToDouble(Double::doubleValue).distinct().toArray();
        var all = new TreeSet<Long>();
        for (double one : figures) {
            all.add(rounded(one));
            for (double other : figures) {
                all.add(rounded(one - other));
            }
        }
        return all;
    }

    private static Stream<Double> means(Trend view) {
        Stream<Double> ofThemes = view.themes().stream()
                .flatMap(theme -> theme.points().stream())
                .flatMap(p -> p.mean().stream().boxed().flatMap(mean -> Stream.of(mean, mean * p.statements())));
        return Stream.concat(ofThemes, totals(view, Distribution::mean));
    }

    private static Stream<Double> sums(Trend view) {
        return totals(view, HiddenReadingsTest::sum);
    }

    /** Of each point of a view, each line, each session, and each theme in each session. */
    private static Stream<Double> totals(Trend view, ToDoubleFunction<Distribution> figure) {
        return view.statements().stream()
                .flatMap(line -> line.points().stream()
                        .flatMap(p -> Stream.of(
                                        p,
                                        line.statement().id(),
                                        p.session(),
                                        line.statement().theme() + " in " + p.session())
                                .map(group -> Map.entry(group, p))))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())))
                .values()
                .stream()
                .map(group -> group.stream()
                        .flatMap(p -> p.shown().stream())
                        .mapToDouble(figure)
                        .sum());
    }

    private static Long[] secret(List<Distribution> hidden, ToDoubleFunction<Distribution> figure) {
        return hidden.stream().map(d -> rounded(figure.applyAsDouble(d))).toArray(Long[]::new);
    }

    /** To eight digits: hidden and shown means lie at least 1 / (401 x 5040 x 6) apart. */
    private static long rounded(double figure) {
        return Math.round(figure * 1e8);
    }

    private static int sum(Distribution d) {
        return IntStream.range(0, d.counts().size())
                .map(step -> (step + 1) * d.counts().get(step))
                .sum();
    }

    private static Instant at(int session) {
        return Rooms.MONDAY_MORNING.minus(AGO.get(session));
    }
}
