package nl.balansmonitor.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.spaces.Space;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a plan comes to, and what is no plan. */
class PlanTest {

    private static final MemberId NOOR = new MemberId("noor");
    private static final LocalTime TEN = LocalTime.of(10, 0);
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    /** Only weekends are off. */
    private static final Predicate<LocalDate> EVERY_WEEKDAY =
            day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;

    /** Days with I are for one statement only. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "YEARLY | 0 | 2026-09-01 | TUESDAY | false | 2026-09-01 2027-09-07 2028-09-05",
                "YEARLY | 0 | 2028-02-29 | TUESDAY | false | 2028-02-29 2029-03-06 2030-03-05 2031-03-04 2032-03-02",
                "YEARLY | 0 | 2026-09-01 | TUESDAY | true | 2026-09-01 2027-03-02I 2027-09-07",
                "QUARTERLY | 0 | 2026-08-31 | MONDAY | false | 2026-08-31 2026-11-30 2027-03-01 2027-05-31",
                "QUARTERLY | 0 | 2026-09-01 | THURSDAY | true | 2026-09-03 2026-10-22I 2026-12-03 2027-01-21I",
                "MONTHLY | 0 | 2027-01-31 | FRIDAY | false | 2027-02-05 2027-03-05 2027-04-02 2027-04-30 2027-06-04",
                "MONTHLY | 0 | 2026-09-01 | TUESDAY | true | 2026-09-01 2026-09-22I 2026-10-06 2026-10-20I",
                "EVERY_N_WEEKS | 1 | 2026-09-01 | TUESDAY | false | 2026-09-01 2026-09-08 2026-09-15",
                "EVERY_N_WEEKS | 3 | 2026-09-02 | TUESDAY | false | 2026-09-08 2026-09-29 2026-10-20",
                "EVERY_N_WEEKS | 26 | 2026-09-01 | TUESDAY | false | 2026-09-01 2027-03-02 2027-08-31",
                "EVERY_N_WEEKS | 4 | 2026-09-01 | TUESDAY | true | 2026-09-01 2026-09-15I 2026-09-29 2026-10-13I",
            })
    void comesToTheseDays(
            Frequency frequency, int weeks, LocalDate first, DayOfWeek weekday, boolean interim, String days) {
        var plan = new Plan(frequency, weeks, first, weekday, TEN, 2, interim, 0, NOOR);
        int count = days.split(" ").length;

        assertThat(days(new Timetable(plan, EVERY_WEEKDAY).after(first.minusDays(1), count)))
                .isEqualTo(days);
    }

    @Test
    void doesNotDriftAwayFromTheLastDayOfAMonth() {
        var plan =
                new Plan(Frequency.MONTHLY, 0, LocalDate.parse("2027-01-31"), DayOfWeek.MONDAY, TEN, 2, false, 0, NOOR);

        assertThat(List.of(plan.period(1), plan.period(2), plan.period(3), plan.period(13)))
                .containsExactly(
                        LocalDate.parse("2027-02-28"),
                        LocalDate.parse("2027-03-31"),
                        LocalDate.parse("2027-04-30"),
                        LocalDate.parse("2028-02-29"));
    }

    @Test
    void isPutOffByWholeWeeksAndHappensOnceWhereSessionsCoincide() {
        Predicate<LocalDate> schoolDay = EVERY_WEEKDAY.and(outside("2027-07-10", "2027-08-22"));
        var weekly = new Timetable(everyWeeks(2, "2027-06-22", false), schoolDay);

        assertThat(days(weekly.after(LocalDate.parse("2027-06-21"), 4)))
                .isEqualTo("2027-06-22 2027-07-06 2027-08-24 2027-08-31");
        assertThat(weekly.on(LocalDate.parse("2027-08-24")))
                .hasValueSatisfying(slot -> assertThat(slot.meant()).isEqualTo(LocalDate.parse("2027-07-20")));
    }

    @Test
    void isAWholeSessionWhereAnInterimCheckCoincides() {
        Predicate<LocalDate> schoolDay = EVERY_WEEKDAY.and(outside("2027-07-10", "2027-08-22"));
        var table = new Timetable(everyWeeks(4, "2027-06-29", true), schoolDay);

        assertThat(days(table.after(LocalDate.parse("2027-06-21"), 3))).isEqualTo("2027-06-29 2027-08-24 2027-09-07I");
    }

    @Test
    void comesToNothingWhereNoSchoolEverWorks() {
        assertThat(new Timetable(everyWeeks(1, "2026-09-01", false), day -> false)
                        .after(LocalDate.parse("2026-09-01"), 3))
                .isEmpty();
    }

    @Test
    void goesOnFromAnyDay() {
        var table = new Timetable(everyWeeks(1, "2026-09-01", false), EVERY_WEEKDAY);

        assertThat(days(table.after(LocalDate.parse("2036-09-02"), 2))).isEqualTo("2036-09-09 2036-09-16");
        assertThat(table.on(LocalDate.parse("2036-09-10"))).isEmpty();
        assertThat(table.after(LocalDate.parse("2020-01-01"), 1).getFirst().date())
                .isEqualTo(LocalDate.parse("2026-09-01"));
    }

    /** No hour of a plan is one that daylight saving touches in the Netherlands; elsewhere, java.time's rule holds. */
    @ParameterizedTest
    @CsvSource({
        "2027-03-26, Europe/Amsterdam, 2027-03-26T09:00:00Z",
        "2027-03-29, Europe/Amsterdam, 2027-03-29T08:00:00Z",
        "2026-10-23, Europe/Amsterdam, 2026-10-23T08:00:00Z",
        "2026-10-26, Europe/Amsterdam, 2026-10-26T09:00:00Z",
        "2026-10-26, America/Kralendijk, 2026-10-26T14:00:00Z",
    })
    void isAtTheHourThatTheClockOfTheSpaceShows(LocalDate date, ZoneId zone, Instant moment) {
        assertThat(at(date, TEN).beginsAt(zone)).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-28T02:30, 2027-03-28T01:30:00Z",
        "2026-10-25T02:30, 2026-10-25T00:30:00Z",
    })
    void isOneMomentAlsoWhereAnHourIsLeftOutOrRepeated(String at, Instant moment) {
        var date = LocalDate.parse(at.substring(0, 10));
        assertThat(at(date, LocalTime.parse(at.substring(11))).beginsAt(AMSTERDAM))
                .isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource({
        "frequency, DAILY, NO_SUCH_FREQUENCY",
        "frequency, '', NO_SUCH_FREQUENCY",
        "weeks, 0, WEEKS_OUT_OF_RANGE",
        "weeks, 27, WEEKS_OUT_OF_RANGE",
        "weeks, -1, WEEKS_OUT_OF_RANGE",
        "weeks, '', WEEKS_OUT_OF_RANGE",
        "weeks, two, WEEKS_OUT_OF_RANGE",
        "firstDate, 2026-02-30, NOT_A_DATE",
        "firstDate, '', NOT_A_DATE",
        "weekday, SATURDAY, WEEKEND",
        "weekday, DINSDAG, NO_SUCH_WEEKDAY",
        "time, 06:59, TIME_OUT_OF_RANGE",
        "time, 18:01, TIME_OUT_OF_RANGE",
        "time, 25:00, NOT_A_TIME",
        "time, '', NOT_A_TIME",
        "statements, 0, STATEMENTS_OUT_OF_RANGE",
        "statements, 4, STATEMENTS_OUT_OF_RANGE",
        "interim, true, INTERIM_TOO_OFTEN",
        "openDays, 15, OPEN_DAYS_OUT_OF_RANGE",
        "openDays, 14, OPEN_PAST_NEXT",
        "region, EAST, NO_SUCH_REGION",
        "region, '', NO_SUCH_REGION",
        "reminderAt, 05:00, REMINDER_OUT_OF_RANGE",
        "reminderAt, noon, NOT_A_TIME",
        "daysBefore, 0, DAYS_BEFORE_OUT_OF_RANGE",
        "daysBefore, 11, DAYS_BEFORE_OUT_OF_RANGE",
    })
    void saysWhatIsWrongWithAForm(String field, String value, PlanRefusal reason) {
        assertThat(form(field, value).read(NOOR)).isEqualTo(Outcome.refused(reason));
    }

    @ParameterizedTest
    @CsvSource({"none, ''", "statements, ''", "weekday, ''", "openDays, ''", "reminderAt, ''", "daysBefore, ''"})
    void takesTheUsualForWhatIsLeftBlank(String field, String value) {
        var expected = new Plan(
                Frequency.EVERY_N_WEEKS,
                2,
                LocalDate.parse("2026-09-01"),
                DayOfWeek.TUESDAY,
                LocalTime.of(15, 15),
                2,
                false,
                0,
                NOOR);

        assertThat(form(field, value).read(NOOR))
                .isInstanceOfSatisfying(
                        Outcome.Accepted.class,
                        accepted -> assertThat(accepted.value())
                                .isEqualTo(new PlanForm.Wish(
                                        Optional.of(expected),
                                        new Preferences(Optional.of(Region.SOUTH), LocalTime.of(8, 0), 3))));
    }

    @ParameterizedTest
    @CsvSource({"jan noor, noor", "jan sanne, jan", "'', noor"})
    void isFacilitatedByWhoPlannedItWhileHeLeadsAndElseByTheFirstLeader(String leaders, MemberId facilitator) {
        var leading = new LinkedHashSet<MemberId>();
        for (String leader : leaders.split(" ", -1)) {
            if (!leader.isEmpty()) {
                leading.add(new MemberId(leader));
            }
        }
        var space = new Space(new SpaceId("zwaluw"), Language.DUTCH, AMSTERDAM, leading, Optional.empty());

        assertThat(everyWeeks(2, "2026-09-01", false).facilitator(space)).isEqualTo(facilitator);
    }

    @Test
    void guardsItself() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> everyWeeks(0, "2026-09-01", false))
                .withMessageContaining("WEEKS_OUT_OF_RANGE");
        assertThatIllegalArgumentException().isThrownBy(() -> everyWeeks(3, "2026-09-01", true));
    }

    private static PlanForm form(String field, String value) {
        return new PlanForm(
                field.equals("frequency") ? value : "EVERY_N_WEEKS",
                field.equals("weeks") ? value : "2",
                field.equals("firstDate") ? value : "2026-09-01",
                field.equals("weekday") ? value : "TUESDAY",
                field.equals("time") ? value : "15:15",
                field.equals("statements") ? value : "2",
                field.equals("interim"),
                field.equals("openDays") ? value : "0",
                field.equals("region") ? value : "SOUTH",
                field.equals("reminderAt") ? value : "08:00",
                field.equals("daysBefore") ? value : "3");
    }

    private static Plan everyWeeks(int weeks, String first, boolean interim) {
        return new Plan(
                Frequency.EVERY_N_WEEKS, weeks, LocalDate.parse(first), DayOfWeek.TUESDAY, TEN, 2, interim, 0, NOOR);
    }

    private static Occasion at(LocalDate date, LocalTime time) {
        return Occasion.planned(new Timetable.Slot(date, date, false), everyWeeks(1, "2026-09-01", false))
                .movedTo(date.atTime(time));
    }

    private static Predicate<LocalDate> outside(String first, String last) {
        return day -> day.isBefore(LocalDate.parse(first)) || day.isAfter(LocalDate.parse(last));
    }

    private static String days(List<Timetable.Slot> slots) {
        return slots.stream()
                .map(slot -> slot.date() + (slot.interim() ? "I" : ""))
                .collect(Collectors.joining(" "));
    }
}
