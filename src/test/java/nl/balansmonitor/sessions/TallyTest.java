package nl.balansmonitor.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.balansmonitor.shared.StatementId;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final StatementId A = new StatementId("a");
    private static final StatementId B = new StatementId("b");
    private static final StatementId C = new StatementId("c");
    private static final StatementId D = new StatementId("d");
    private static final List<StatementId> ROUND = List.of(A, B, C, D);

    @Test
    void ranksByStickersAndLeavesEqualsInTheOrderOfTheRound() {
        Tally tally = tally(on(B, 3), on(D, 1), on(A, 1));
        assertThat(tally.ranking())
                .containsExactly(
                        new Tally.Ranked(1, B, 3),
                        new Tally.Ranked(2, A, 1),
                        new Tally.Ranked(2, D, 1),
                        new Tally.Ranked(4, C, 0));
        assertThat(tally.withheld()).isFalse();
    }

    @Test
    void addsUpWhatSeveralMembersPlaced() {
        Stickers both = new Stickers(Map.of(A, 2, C, 1));
        assertThat(tally(both, both, on(C, 3)).ranking())
                .startsWith(new Tally.Ranked(1, C, 5), new Tally.Ranked(2, A, 4));
    }

    @Test
    void suggestsTheFirstOfTheRanking() {
        Tally tally = tally(on(B, 3), on(D, 2), on(A, 1));
        assertThat(tally.focus(2)).isEqualTo(new Tally.Focus(List.of(B, D), List.of()));
        assertThat(tally.focus(3)).isEqualTo(new Tally.Focus(List.of(B, D, A), List.of()));
    }

    @Test
    void suggestsNothingWithoutASticker() {
        assertThat(tally(on(B, 3), on(B, 2), on(B, 1)).focus(2)).isEqualTo(new Tally.Focus(List.of(B), List.of()));
    }

    @Test
    void saysWhenTheCutGoesThroughATie() {
        assertThat(tally(on(B, 3), on(D, 1), on(A, 1)).focus(2))
                .isEqualTo(new Tally.Focus(List.of(B, A), List.of(A, D)));
        assertThat(tally(on(B, 2), on(D, 2), on(A, 2)).focus(1))
                .isEqualTo(new Tally.Focus(List.of(A), List.of(A, B, D)));
    }

    @Test
    void doesNotSpeakOfATieThatTheCutLeavesWhole() {
        assertThat(tally(on(B, 2), on(D, 2), on(A, 1)).focus(2)).isEqualTo(new Tally.Focus(List.of(B, D), List.of()));
        assertThat(tally(on(B, 1), on(D, 1), on(A, 1)).focus(3).tied()).isEmpty();
    }

    @Test
    void keepsNotEvenTheOrderBelowTheMinimum() {
        Tally tally = tally(on(B, 3), on(D, 1));
        assertThat(tally).isEqualTo(new Tally(2, List.of()));
        assertThat(tally.withheld()).isTrue();
        assertThat(tally.focus(2)).isEqualTo(new Tally.Focus(List.of(), List.of()));
    }

    /** Two who know that they placed nothing would see all that the third one placed. */
    @Test
    void doesNotCountTowardsTheMinimumWhoPlacedNothing() {
        assertThat(tally(on(B, 3), on(D, 1), new Stickers(Map.of()), on(A, 0))).isEqualTo(new Tally(4, List.of()));
        assertThat(tally(on(B, 3), on(D, 1), new Stickers(Map.of()), on(A, 1)).participants())
                .isEqualTo(4);
    }

    @Test
    void suggestsABudgetThatGrowsWithTheNumberOfStatements() {
        assertThat(IntStream.of(2, 6, 7, 12, 13, 30).mapToObj(StickerRound::suggestedBudget))
                .containsExactly(3, 3, 4, 4, 5, 5);
    }

    private static Stickers on(StatementId statement, int stickers) {
        return new Stickers(Map.of(statement, stickers));
    }

    private static Tally tally(Stickers... ballots) {
        return Tally.of(ROUND, Stream.of(ballots).toList(), 3);
    }
}
