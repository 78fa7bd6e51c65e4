package nl.balansmonitor.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import nl.balansmonitor.shared.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+31 6 12345678",
                "-1",
                "@SUM(A1)",
                "\t=1+1",
                "\r=1+1",
                "\n=1+1",
                "  =1+1",
                "\u00A0=1+1",
                "\u200B=1+1",
                "\uFEFF=1+1",
                "\uFF1D1+1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20SUM(A1)",
                "\uFE661",
                "\uFE621",
                "\uFE631",
                "\uFE6BSUM(A1)",
                "=cmd|' /C calc'!A0",
                "=HYPERLINK(\"https://example.org\";\"klik\")"
            })
    void neverBeginsAFormula(String words) {
        assertThat(Cell.text(words).written()).matches("[\\p{Z}\\p{Cf}]*'.+").doesNotMatch("(?s).*[\t\r\n].*");
    }

    /** A program that is set up for other separators ends the cell elsewhere. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Ja;=1+1 | Ja;'=1+1",
                "Ja, =1+1 | Ja, '=1+1",
                "Ja\";=1+1 | Ja\";'=1+1",
                "\"=1+1 | \"'=1+1",
                "Ja,\"@A1\",-2 | Ja,\"'@A1\",'-2",
                "Ja'=1 | Ja''=1"
            })
    void beginsNoneBehindASeparatorOrAQuote(String words, String written) {
        assertThat(Cell.text(words).written()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Elke vrijdag een schermvrij uur",
                "Jan-Willem in 't Veld",
                "5 + 3 = 8",
                "a@zwaluw.example",
                "ליאור כהן",
                "Sem 🌻 Bakker",
                ""
            })
    void leavesOtherWordsAsTheyAre(String words) {
        assertThat(Cell.text(words).written()).isEqualTo(words);
    }

    @Test
    void holdsWordsOnOneLine() {
        assertThat(Cell.text(" een\r\ntwee\tdrie\u2028vier\u0000vijf ").written())
                .isEqualTo("een twee drie vier vijf");
    }

    @Test
    void writesNumbersAsTheLanguageDoes() {
        assertThat(List.of(2.8333, 3.0, 2.5, 0.125, 0.0))
                .extracting(n -> Cell.number(Language.DUTCH, n).written())
                .containsExactly("2,83", "3", "2,5", "0,13", "0");
        assertThat(Cell.number(Language.ENGLISH, 2.8333).written()).isEqualTo("2.83");
        assertThat(Cell.count(12).written()).isEqualTo("12");
        assertThat(Cell.date(LocalDate.parse("2026-11-21")).written()).isEqualTo("2026-11-21");
    }

    @Test
    void standsInATableThatKeepsRowsAndCellsApart() {
        var table = new Table(List.of(Cell.text("Wat"), Cell.text("Wie")));
        table.add(List.of(Cell.text("zeg \"ja\"; of nee"), Cell.EMPTY));
        assertThat(new String(table.csv(), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFWat;Wie\r\n\"zeg \"\"ja\"\"; of nee\";\r\n");
    }
}
