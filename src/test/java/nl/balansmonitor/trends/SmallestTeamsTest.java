package nl.balansmonitor.trends;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import nl.balansmonitor.sessions.Distribution;
import org.junit.jupiter.api.Test;

class SmallestTeamsTest {

    private static final double ALPHA = 0.05;
    private static final int MOST_LINES_NAMED = 1_000;

    @Test
    void docsTrendsSaysWhatTheSmallestTeamsCanShowAtAll() throws IOException {
        List<String> rows =
                IntStream.rangeClosed(3, 12).mapToObj(SmallestTeamsTest::row).toList();
        assertThat(Files.readAllLines(Path.of("docs/trends.md"))).containsSubsequence(rows);
    }

    private static String row(int size) {
        double smallest = PermutationTest.between(
                        Distribution.of(Collections.nCopies(size, 1)), Distribution.of(Collections.nCopies(size, 5)))
                .smallestPValue();
        int lines = (int) Math.floor(ALPHA / smallest);
        return String.format(
                Locale.ROOT,
                "| %d and %d | %.2g | %s |",
                size,
                size,
                smallest,
                lines == 0 ? "none" : lines > MOST_LINES_NAMED ? "more than 1,000" : String.valueOf(lines));
    }
}
