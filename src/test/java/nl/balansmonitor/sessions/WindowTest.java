package nl.balansmonitor.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import nl.balansmonitor.shared.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    /** In the last three rows the clocks change before the reveal or the end. */
    @ParameterizedTest
    @CsvSource({
        // began,          last day,   half time,        reveal
        "2026-01-12T10:00, 2026-01-14, 2026-01-13T13:00, 2026-01-14T16:00",
        "2026-01-12T10:00, 2026-01-13, 2026-01-13T09:00, 2026-01-13T16:00",
        "2026-01-12T23:59, 2026-01-13, 2026-01-13T09:00, 2026-01-13T16:00",
        "2026-01-12T00:01, 2026-01-13, 2026-01-13T09:00, 2026-01-13T16:00",
        "2026-01-12T10:00, 2026-01-26, 2026-01-19T13:00, 2026-01-26T16:00",
        "2026-01-15T15:30, 2026-01-20, 2026-01-19T09:00, 2026-01-20T16:00",
        "2026-01-16T15:30, 2026-01-19, 2026-01-19T09:00, 2026-01-19T16:00",
        "2026-01-16T15:30, 2026-01-17, 2026-01-17T16:00, 2026-01-17T16:00",
        "2026-03-23T10:00, 2026-03-30, 2026-03-27T09:00, 2026-03-30T16:00",
        "2026-10-19T10:00, 2026-10-26, 2026-10-23T09:00, 2026-10-26T16:00",
        "2026-10-19T10:00, 2026-10-22, 2026-10-21T09:00, 2026-10-22T16:00",
    })
    void revealsAtFourAndRemindsHalfWayWhenPeopleWork(
            LocalDateTime began, LocalDate lastDay, LocalDateTime halfWay, LocalDateTime reveal) {
        assertThat(window(began, lastDay))
                .isEqualTo(new Window(instant(began), instant(halfWay), instant(reveal), instant(reveal.plusDays(7))));
    }

    @Test
    void hasTheSameMomentsHoweverOftenItIsAskedForWithinAnHour() {
        assertThat(window(LocalDateTime.parse("2026-01-12T10:00"), LocalDate.parse("2026-01-16"))
                        .moments())
                .isEqualTo(window(LocalDateTime.parse("2026-01-12T10:59:59"), LocalDate.parse("2026-01-16"))
                        .moments());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-11, LAST_DAY_OVER",
        "2026-01-12, LAST_DAY_OVER",
        "-999999999-01-01, LAST_DAY_OVER",
        "2026-01-27, LAST_DAY_TOO_FAR",
        "+999999999-12-31, LAST_DAY_TOO_FAR",
    })
    void endsTomorrowAtTheEarliestAndInTwoWeeksAtTheLatest(LocalDate lastDay, SessionRefusal reason) {
        assertThat(Window.until(lastDay, instant(LocalDateTime.parse("2026-01-12T10:00")), AMSTERDAM))
                .isEqualTo(Outcome.refused(reason));
    }

    @Test
    void countsDaysAsTheSpaceDoes() {
        Instant alreadyTuesdayInAmsterdam = Instant.parse("2026-01-12T23:30:00Z");
        var tuesday = LocalDate.parse("2026-01-13");
        assertThat(Window.until(tuesday, alreadyTuesdayInAmsterdam, AMSTERDAM))
                .isEqualTo(Outcome.refused(SessionRefusal.LAST_DAY_OVER));
        assertThat(Window.until(tuesday, alreadyTuesdayInAmsterdam, ZoneId.of("America/Kralendijk")))
                .isInstanceOf(Outcome.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-12, 2026-01-14 2026-01-19 2026-01-26",
        "2026-01-15, 2026-01-19 2026-01-20 2026-01-22 2026-01-29",
        "2026-01-16, 2026-01-19 2026-01-21 2026-01-23 2026-01-30",
        "2026-01-17, 2026-01-19 2026-01-22 2026-01-26 2026-01-30",
    })
    void offersDaysOnWhichPeopleWorkAndNoneTwice(LocalDate today, String days) {
        assertThat(Window.usualLastDays(today))
                .containsExactlyElementsOf(
                        Arrays.stream(days.split(" ")).map(LocalDate::parse).toList())
                .allMatch(day -> window(today.atTime(10, 0), day) != null);
    }

    @ParameterizedTest
    @CsvSource({"2, 2, 2, 3", "1, 3, 2, 3", "1, 1, 2, 2"})
    void hasItsMomentsInTheirOrder(int opens, int halfWay, int reveals, int closes) {
        assertThatThrownBy(() -> new Window(
                        Instant.ofEpochSecond(opens),
                        Instant.ofEpochSecond(halfWay),
                        Instant.ofEpochSecond(reveals),
                        Instant.ofEpochSecond(closes)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Window window(LocalDateTime began, LocalDate lastDay) {
        return Zwaluw.accepted(Window.until(lastDay, instant(began), AMSTERDAM));
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(AMSTERDAM).toInstant();
    }
}
