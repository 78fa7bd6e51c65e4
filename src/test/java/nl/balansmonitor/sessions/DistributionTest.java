package nl.balansmonitor.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class DistributionTest {

    @Test
    void countsEachStepFromColdToWarm() {
        assertThat(Distribution.of(List.of(5, 1, 4, 4, 2, 4)).counts()).containsExactly(1, 1, 0, 3, 1);
        assertThat(Distribution.of(List.of(5, 1, 4, 4, 2, 4)).total()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, -1, Integer.MAX_VALUE})
    void countsNothingOffTheScale(int score) {
        assertThatIllegalArgumentException().isThrownBy(() -> Distribution.of(List.of(3, score)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 1 1 1", "1 1 1 1 1 1", "1 1 -1 1 1"})
    void isFiveCountsOfZeroOrMore(String counts) {
        assertThatIllegalArgumentException().isThrownBy(() -> distribution(counts));
    }

    /** The dissents were computed apart from this program, from the formula of Tastle and Wierman. */
    @ParameterizedTest
    @CsvSource({
        "1 1 1 1 1, 3.0,     3,   0.566015",
        "1 4 1 4 2, 3.16667, 3.5, 0.524510",
        "0 0 1 6 2, 4.11111, 4,   0.159831",
        "0 0 0 5 7, 4.58333, 5,   0.187328",
        "5 1 1 0 5, 2.91667, 2.5, 0.868201",
        "0 0 3 0 3, 4.0,     4,   0.415037",
        "1 0 0 0 2, 3.66667, 5,   0.918296",
    })
    void hasAMeanAMedianAndADissent(String counts, double mean, double median, double dissent) {
        Distribution distribution = distribution(counts);
        assertThat(distribution.mean()).isCloseTo(mean, within(0.00001));
        assertThat(distribution.median()).isEqualTo(median);
        assertThat(distribution.dissent()).isCloseTo(dissent, within(0.00001));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void hasNoDissentWhereAllAgree(int score) {
        for (int n : List.of(1, 3, 45)) {
            assertThat(Distribution.of(Collections.nCopies(n, score)).dissent()).isZero();
        }
    }

    @Test
    void hasAllTheDissentThereIsWhereHalfTheTeamIsAtEitherEnd() {
        assertThat(distribution("6 0 0 0 6").dissent()).isCloseTo(1, within(1e-12));
    }

    @Test
    void hasTheSameDissentInTheMirror() {
        assertThat(distribution("1 4 0 2 5").dissent())
                .isCloseTo(distribution("5 2 0 4 1").dissent(), within(1e-12));
    }

    @Test
    void hasNoFiguresWithoutReactions() {
        Distribution none = Distribution.of(List.of());
        assertThat(none.total()).isZero();
        assertThat(none.mean()).isNaN();
        assertThat(none.median()).isNaN();
        assertThat(none.dissent()).isNaN();
    }

    /** The words' bounds are those that {@link Agreement} explains. */
    @ParameterizedTest
    @CsvSource({
        "0 0 0 12 0, AGREED",
        "0 0 2 5 5,  AGREED",
        "0 1 5 5 1,  AGREED",
        "1 2 6 2 1,  MIXED",
        "0 0 3 0 3,  MIXED",
        "2 3 2 3 2,  DIVIDED",
        "1 4 1 4 2,  DIVIDED",
        "6 0 0 0 6,  DIVIDED",
    })
    void saysInWordsHowDividedATeamIs(String counts, Agreement agreement) {
        assertThat(distribution(counts).agreement()).isEqualTo(agreement);
    }

    @ParameterizedTest
    @CsvSource({
        "1 4 1 4 2, 2, 4, the commonest on either side of the mean",
        "1 1 0 1 1, 1, 5, the ends among equals",
        "5 0 0 0 1, 1, 5, one who stands alone is spoken of only if nobody else is there",
        "0 3 0 0 9, 2, 5, next to each other",
    })
    void hasAColdAndAWarmCamp(String counts, int cold, int warm, String why) {
        assertThat(distribution(counts).coldCamp()).as(why).isEqualTo(cold);
        assertThat(distribution(counts).warmCamp()).as(why).isEqualTo(warm);
    }

    @Test
    void hasNoCampsWhereAllAgree() {
        assertThatThrownBy(() -> distribution("0 0 7 0 0").coldCamp()).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> distribution("0 0 7 0 0").warmCamp()).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void isStoredAsFiveNumbers() {
        Distribution distribution = distribution("1 4 1 4 2");
        String json = JsonMapper.shared().writeValueAsString(distribution);
        assertThat(json).isEqualTo("[1,4,1,4,2]");
        assertThat(JsonMapper.shared().readValue(json, Distribution.class)).isEqualTo(distribution);
    }

    private static Distribution distribution(String counts) {
        return new Distribution(
                Arrays.stream(counts.split(" ")).map(Integer::valueOf).toList());
    }
}
