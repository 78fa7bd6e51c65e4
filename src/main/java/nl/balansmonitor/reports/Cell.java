package nl.balansmonitor.reports;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.regex.Pattern;
import nl.balansmonitor.shared.Language;

/**
 * What stands in one cell of a table. What people wrote becomes a cell by {@link #text} alone.
 *
 * @param written as the spreadsheet reads it
 */
record Cell(String written) {

    static final Cell EMPTY = new Cell("");

    private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Cc}\\p{Zl}\\p{Zp}]+");

    /**
     * The signs that begin a formula, wide and small ones included; also behind what a program that is set up differently takes for the
     * end of a cell, and behind what can't be seen.
     */
    private static final Pattern FORMULA = Pattern.compile(
            "((?:^|[;,|\"'])[\\p{Z}\\p{Cf}]*)([=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B])");

    /**
     * Somebody's words on one line, with an apostrophe before every sign that would make a spreadsheet calculate.
     *
     * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP on CSV injection</a>
     */
    static Cell text(String words) {
        String line = BREAKS.matcher(words).replaceAll(" ").strip();
        return new Cell(FORMULA.matcher(line).replaceAll("$1'$2"));
    }

    /** A number of ours. */
    static Cell count(int number) {
        return new Cell(Integer.toString(number));
    }

    /** At most two decimals, behind a comma or a point as the language has it. */
    static Cell number(Language language, double number) {
        var format = new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(language.locale()));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return new Cell(format.format(number));
    }

    /** Such as {@code 2026-11-21}, which spreadsheets in every language read as a date. */
    static Cell date(LocalDate date) {
        return new Cell(date.toString());
    }
}
