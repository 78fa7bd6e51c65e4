package nl.balansmonitor.trends;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import nl.balansmonitor.CountingDocuments;
import nl.balansmonitor.CountingDocuments.Cost;
import nl.balansmonitor.Finding;
import nl.balansmonitor.Rooms;
import nl.balansmonitor.Store;
import nl.balansmonitor.TenYears;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.Partition;
import nl.balansmonitor.sessions.Distribution;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.spaces.Space;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ten years of monthly sessions: what is counted is asserted, what is measured is only printed. */
class CostOfATrendTest {

    private static final int TIMES = 25;

    /** Sessions and actions fit on a page, the readings on two; the deck that was never changed is asked for and not there. */
    private static final Cost ALL_OF_ONE_SPACE =
            new Cost(1 + 2 + 1 + 1, TenYears.READINGS + TenYears.SESSIONS + TenYears.ACTIONS);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Store.class)
    void isEveryDocumentOfThatSpaceOnceAndNoOther(Store store) {
        var counting = new AtomicReference<CountingDocuments>();
        UnaryOperator<Documents> watch = documents -> {
            counting.set(new CountingDocuments(documents));
            return counting.get().documents();
        };
        try (Rooms rooms = Rooms.over(store.in(folder), watch)) {
            Space space = space(rooms);
            TenYears.until(Rooms.MONDAY_MORNING, space.id()).writeTo(rooms.get(Documents.class));
            var trends = rooms.get(Trends.class);
            counting.get().forget();
            Trend trend = trends.of(space, Period.EVERYTHING);
            Cost cost = counting.get().cost();
            Set<Partition> asked = counting.get().partitions();
            assertThat(trend.participation()).hasSize(TenYears.SESSIONS);
            assertThat(cost).isEqualTo(ALL_OF_ONE_SPACE);
            assertThat(asked).containsExactly(Space.partition(space.id()));
            Finding.say("a trend over ten years, %d lines, %s: %d documents in %d calls"
                    .formatted(trend.statements().size(), store, cost.documents(), cost.calls()));
            if (store == Store.SQLITE) {
                // The other one is the tests' own and in no hurry.
                Finding.say("its answer: " + times(() -> trends.of(space, Period.EVERYTHING)));
            }
        }
    }

    @Test
    void ofOneComparisonIsPrinted() {
        var one = new Distribution(List.of(3, 8, 14, 12, 8));
        var other = new Distribution(List.of(1, 5, 11, 16, 12));
        Finding.say("a thousand comparisons of 45 scores with 45: "
                + times(() -> IntStream.range(0, 1_000).forEach(i -> PermutationTest.between(one, other))));
        var many = new Distribution(List.of(60, 120, 160, 100, 60));
        Finding.say("one of 500 with 500: " + times(() -> PermutationTest.between(many, many)));
    }

    /** The first time, and the median of those after it. */
    private static String times(Runnable task) {
        long[] millis = LongStream.generate(() -> {
                    long start = System.nanoTime();
                    task.run();
                    return (System.nanoTime() - start) / 1_000_000;
                })
                .limit(TIMES)
                .toArray();
        long median = LongStream.of(millis)
                .skip(1)
                .sorted()
                .skip(TIMES / 2)
                .findFirst()
                .orElseThrow();
        return "%d ms the first time, %d ms at the median of %d on %d cores"
                .formatted(millis[0], median, TIMES - 1, Runtime.getRuntime().availableProcessors());
    }

    private static Space space(Rooms rooms) {
        return new Space(
                rooms.newSpace(),
                Language.DUTCH,
                ZoneId.of("Europe/Amsterdam"),
                new LinkedHashSet<>(),
                Optional.empty());
    }
}
