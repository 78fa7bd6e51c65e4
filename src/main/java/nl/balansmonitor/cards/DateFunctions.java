package nl.balansmonitor.cards;

import static nl.balansmonitor.cards.Function.Arity.exactly;
import static nl.balansmonitor.cards.Function.eager;
import static nl.balansmonitor.cards.Values.number;
import static nl.balansmonitor.cards.Values.string;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;

/** Parts of a moment in UTC, written in full: {@code 2026-03-09T13:45:00.000Z}. Nothing here formats for a reader. */
final class DateFunctions {

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("M/dd/uuuu", Locale.ROOT);

    private static final int DAYS_IN_WEEK = 7;

    static final List<Function> ALL = List.of(
            eager("year", exactly(1), a -> number(moment(a).getYear())),
            eager("month", exactly(1), a -> number(moment(a).getMonthValue())),
            eager("dayOfMonth", exactly(1), a -> number(moment(a).getDayOfMonth())),
            eager("dayOfYear", exactly(1), a -> number(moment(a).getDayOfYear())),
            // From 0, which is Sunday.
            eager("dayOfWeek", exactly(1), a -> number(moment(a).getDayOfWeek().getValue() % DAYS_IN_WEEK)),
            eager("date", exactly(1), a -> string(DATE.format(moment(a)))));

    private DateFunctions() {}

    private static LocalDateTime moment(Arguments a) {
        try {
            return LocalDateTime.parse(a.text(0), TIMESTAMP);
        } catch (DateTimeException malformed) {
            throw a.wrong(0, "a moment such as 2026-03-09T13:45:00.000Z");
        }
    }
}
