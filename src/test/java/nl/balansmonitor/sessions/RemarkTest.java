package nl.balansmonitor.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemarkTest {

    private static final String FAMILY = "👨‍👩‍👧‍👦";
    private static final String FLAG = "🇳🇱";
    private static final String E_WITH_TWO_ACCENTS = "e\u0301\u0323";

    @ParameterizedTest
    @ValueSource(strings = {"rust", "bosdag! 🌲", "*vet* <at>Jan</at> ${t}", "ليאור", E_WITH_TWO_ACCENTS})
    void isKeptAsItWasWritten(String written) {
        assertThat(Remark.of(written)).isEqualTo(new Remark(written, false));
    }

    @ParameterizedTest
    @CsvSource({"'  rust  ', rust", "'te\nweinig\r\n\n tijd', te weinig tijd", "'a\tb', a b"})
    void isOneLine(String written, String kept) {
        assertThat(Remark.of(written)).isEqualTo(new Remark(kept, false));
    }

    @Test
    void hasASpaceForEveryControlCharacter() {
        assertThat(Remark.of("a\u0000b\u0085c\u001bd\u2028e\u2029f\u007fg").text())
                .isEqualTo("a b c d e f g");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "\u0000", "\u2028"})
    void isNoneWhereNothingWasWritten(String written) {
        assertThat(Remark.of(written)).isEqualTo(Remark.NONE);
        assertThat(Remark.of(written).isEmpty()).isTrue();
    }

    @Test
    void holds280CharactersAndSaysIfThereWereMore() {
        String longest = "a".repeat(280);
        assertThat(Remark.of(longest)).isEqualTo(new Remark(longest, false));
        assertThat(Remark.of(" " + longest + " ")).isEqualTo(new Remark(longest, false));
        assertThat(Remark.of(longest + "b")).isEqualTo(new Remark(longest, true));
    }

    /** What one sees as one character is several for a computer, and a half of it is another one, or none. */
    @ParameterizedTest
    @ValueSource(strings = {FAMILY, FLAG, E_WITH_TWO_ACCENTS, "🌻", "👩🏽‍🏫"})
    void endsWithAWholeCharacterAsReadersSeeIt(String character) {
        for (int room = 0; room <= character.length(); room++) {
            String before = "a".repeat(280 - room);
            Remark remark = Remark.of(before + character + "b");
            assertThat(remark.text()).isEqualTo(room == character.length() ? before + character : before);
            assertThat(remark.cut()).isTrue();
        }
    }

    @Test
    void endsWithoutASpaceWhereItWasCut() {
        assertThat(Remark.of("a".repeat(279) + " b").text()).isEqualTo("a".repeat(279));
    }
}
