package nl.balansmonitor.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class SchoolDaysTest {

    private static final Optional<Region> NOWHERE = Optional.empty();
    private static final Optional<Region> NORTH = Optional.of(Region.NORTH);
    private static final Optional<Region> SOUTH = Optional.of(Region.SOUTH);

    private static final SchoolDays DAYS = new SchoolDays(
            new SchoolHolidays(new ClassPathResource("/nl/balansmonitor/rhythm/school-holidays.json")),
            new PublicHolidays());

    @Test
    void knowsThatSchoolsDontWorkAtTheWeekend() {
        assertThat(schoolDays("2026-11-23", "2026-11-29", NORTH))
                .containsExactlyElementsOf(days(LocalDate.parse("2026-11-23"), LocalDate.parse("2026-11-27")));
    }

    @ParameterizedTest
    @CsvSource({
        // An autumn, a spring and a summer that differ by region, with the Fridays before and the Mondays after.
        "NORTH,  2026-10-12, 2026-10-16",
        "CENTRE, 2026-10-19, 2026-10-23",
        "SOUTH,  2026-10-19, 2026-10-23",
        "NORTH,  2027-02-22, 2027-02-26",
        "CENTRE, 2027-02-22, 2027-02-26",
        "SOUTH,  2027-02-15, 2027-02-19",
        "NORTH,  2027-07-12, 2027-08-20",
        "CENTRE, 2027-07-19, 2027-08-27",
        "SOUTH,  2027-07-26, 2027-09-03",
    })
    void givesEachRegionItsOwnHolidaysFromTheFirstDayToTheLast(Region region, LocalDate monday, LocalDate friday) {
        Optional<Region> there = Optional.of(region);

        assertThat(days(monday, friday)).noneMatch(day -> DAYS.includes(day, there));
        assertThat(DAYS.includes(monday.minusDays(3), there)).isTrue();
        assertThat(DAYS.includes(friday.plusDays(3), there)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-21", "2026-12-31", "2027-04-26", "2027-04-30"})
    void givesAllRegionsTheSameHolidaysAtChristmasAndInMay(LocalDate date) {
        assertThat(Arrays.stream(Region.values()).map(Optional::of)).noneMatch(region -> DAYS.includes(date, region));
        assertThat(DAYS.includes(date, NOWHERE)).isTrue();
    }

    @Test
    void takesNoDayForASchoolHolidayWhereTheRegionIsUnknown() {
        assertThat(schoolDays("2026-10-12", "2026-10-23", NOWHERE)).hasSize(10);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-01, New Year",
        "2027-03-26, Good Friday",
        "2027-03-29, Easter Monday",
        "2026-04-27, King's Day",
        "2026-05-05, Liberation Day",
        "2026-05-14, Ascension Day",
        "2026-05-25, Whit Monday",
        "2026-12-25, Christmas",
        "2030-04-22, Easter Monday of a year without school holidays known",
    })
    void countsNoPublicHoliday(LocalDate date, String name) {
        assertThat(DAYS.includes(date, NOWHERE)).as(name).isFalse();
        assertThat(DAYS.includes(date, SOUTH)).as(name).isFalse();
    }

    @Test
    void celebratesTheKingOnTheSaturdayWhereHisBirthdayIsASunday() {
        // 27 April 2031 is a Sunday: Dutch schools then work on Friday the 25th and on Monday the 28th.
        assertThat(new PublicHolidays().include(LocalDate.parse("2031-04-26"))).isTrue();
        assertThat(new PublicHolidays().include(LocalDate.parse("2031-04-27"))).isFalse();
        assertThat(schoolDays("2031-04-25", "2031-04-28", NOWHERE))
                .containsExactly(LocalDate.parse("2031-04-25"), LocalDate.parse("2031-04-28"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25, 2026-11-20, over a weekend",
        "2026-11-22, 2026-11-18, from a Sunday",
        "2026-04-08, 2026-04-01, over Easter with its Friday and its Monday",
        "2027-01-05, 2026-12-17, over the two weeks of Christmas",
    })
    void countsThreeSchoolDaysBack(LocalDate date, LocalDate expected, String where) {
        assertThat(DAYS.before(date, 3, NORTH)).as(where).isEqualTo(expected);
    }

    @Test
    void countsBackOverChristmasWhereTheRegionIsUnknown() {
        // 28, 24 and 23 December: the 25th is a Friday.
        assertThat(DAYS.before(LocalDate.parse("2026-12-29"), 3, NOWHERE)).isEqualTo("2026-12-23");
    }

    @Test
    void countsTwentyDaysBackOverAWholeSummer() {
        assertThat(DAYS.before(LocalDate.parse("2027-09-07"), SchoolDays.MOST_DAYS, SOUTH))
                .isEqualTo("2027-06-29");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 21})
    void countsOneToTwentyDaysBack(int days) {
        assertThatIllegalArgumentException().isThrownBy(() -> DAYS.before(LocalDate.parse("2026-11-25"), days, NORTH));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25, 2026-11-25, a school day itself",
        "2026-11-21, 2026-11-23, a Saturday",
        "2026-12-19, 2027-01-04, Christmas",
        "2027-07-10, 2027-08-23, summer",
    })
    void findsTheNextSchoolDay(LocalDate date, LocalDate expected, String from) {
        assertThat(DAYS.from(date, NORTH)).as(from).isEqualTo(expected);
    }

    @Test
    void countsADayAfterTheEndOfTheDataAsASchoolDayAndSaysWhereThatIs() {
        assertThat(DAYS.dataEndsOn()).isEqualTo("2029-08-19");

        // North's summer of 2029 goes on after Centre's; the next autumn is unknown.
        assertThat(DAYS.includes(LocalDate.parse("2029-08-31"), NORTH)).isFalse();
        assertThat(schoolDays("2029-10-15", "2029-10-26", NORTH)).hasSize(10);
        assertThat(DAYS.from(LocalDate.parse("2099-07-04"), NORTH)).isEqualTo("2099-07-06");
    }

    private static List<LocalDate> schoolDays(String first, String last, Optional<Region> region) {
        return days(LocalDate.parse(first), LocalDate.parse(last)).stream()
                .filter(day -> DAYS.includes(day, region))
                .toList();
    }

    private static List<LocalDate> days(LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1)).toList();
    }
}
