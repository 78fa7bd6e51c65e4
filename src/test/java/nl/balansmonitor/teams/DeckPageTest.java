package nl.balansmonitor.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.statements.Statement;
import nl.balansmonitor.statements.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeckPageTest {

    private static final int FRAME = 720;
    private static final int MOST = 81;

    @Test
    void isOneForTheReadyMadeStatements() {
        DeckPage page = DeckPage.holding(0, statements(21, "w".repeat(120)), FRAME);

        assertThat(page).isEqualTo(new DeckPage(0, 21, 21));
        assertThat(page.partial()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"w", "é", "🌡️"})
    void showsEveryStatementOnceAndThenBeginsAgain(String letter) {
        List<Statement> all = statements(MOST, letter.repeat(100));
        int shown = 0;
        int place = 0;
        do {
            DeckPage page = DeckPage.holding(place, all, FRAME);
            assertThat(page.from()).isEqualTo(shown);
            assertThat(page.partial()).isTrue();
            shown = page.to();
            place = page.next();
        } while (place != 0);
        assertThat(shown).isEqualTo(MOST);
    }

    @Test
    void holdsTheStatementThatIsToBeSeen() {
        List<Statement> all = statements(MOST, "w".repeat(200));

        assertThat(IntStream.range(0, MOST).mapToObj(place -> DeckPage.holding(place, all, FRAME)))
                .zipSatisfy(
                        IntStream.range(0, MOST).boxed().toList(),
                        (page, place) -> assertThat(place).isBetween(page.from(), page.to() - 1));
    }

    @Test
    void isTheFirstOrTheLastForAPlaceWhereNothingIs() {
        List<Statement> all = statements(MOST, "w".repeat(200));

        assertThat(DeckPage.holding(Integer.MIN_VALUE, all, FRAME).from()).isZero();
        assertThat(DeckPage.holding(Integer.MAX_VALUE, all, FRAME).last()).isTrue();
    }

    @Test
    void takesAStatementThatIsLargerThanItHasRoom() {
        DeckPage page = DeckPage.holding(1, statements(3, "w".repeat(40_000)), FRAME);

        assertThat(page).isEqualTo(new DeckPage(1, 2, 3));
    }

    private static List<Statement> statements(int count, String text) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Statement(new StatementId("own-" + i), Theme.OWN, text, text))
                .toList();
    }
}
