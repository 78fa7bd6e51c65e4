package nl.balansmonitor.rhythm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;

/** Starts with the data of the program and with others, and reads what the operator would. */
@ExtendWith(OutputCaptureExtension.class)
class SchoolHolidaysTest {

    /** The application with nothing in it but its school days; without an annotation by which other tests would find it. */
    @Import({SchoolDays.class, SchoolHolidays.class, PublicHolidays.class, SchoolHolidaysEnd.class})
    static class DaysAlone {

        @Bean
        Clock clock() {
            return at("2026-11-22");
        }
    }

    private static final ClassPathResource OWN = new ClassPathResource("/nl/balansmonitor/rhythm/school-holidays.json");

    private Path file;

    @BeforeEach
    void choose(@TempDir Path folder) {
        file = folder.resolve("school-holidays.json");
    }

    @ParameterizedTest
    @CsvSource({"2029-02-19", "2029-08-19", "2031-01-01"})
    void warnsFromHalfAYearBeforeTheDataEndsOnAndSaysWhatToDo(String today, CapturedOutput output) {
        new SchoolHolidaysEnd(new SchoolHolidays(OWN), at(today)).afterSingletonsInstantiated();

        assertThat(output.getOut().lines().filter(line -> line.contains("School holidays")))
                .singleElement()
                .asString()
                .contains(
                        "WARN",
                        "School holidays are known up to 2029-08-19 only (checked on 2026-11-22)",
                        "https://www.rijksoverheid.nl/onderwerpen/schoolvakanties",
                        "balans.rhythm.school-holidays");
    }

    @Test
    void isSilentWhileTheDataLastsHalfAYear(CapturedOutput output) {
        new SchoolHolidaysEnd(new SchoolHolidays(OWN), at("2029-02-18")).afterSingletonsInstantiated();

        assertThat(output).doesNotContain("School holidays");
    }

    @Test
    void warnsAtStartOfAFileThatEndsSoon(CapturedOutput output) throws IOException {
        Files.writeString(file, oneYear());
        start().close();

        assertThat(output).containsOnlyOnce("School holidays are known up to 2026-08-16 only");
    }

    @Test
    void takesAnotherFileInsteadOfItsOwn() throws IOException {
        Files.writeString(file, oneYear().replace("2025-10-11", "2025-10-13"));
        try (var application = start()) {
            assertThat(application.getBean(SchoolHolidays.class).include(LocalDate.parse("2025-10-12"), Region.SOUTH))
                    .isFalse();
        }
    }

    @Test
    void endsTheStartWithAMalformedFileByAClearLine(CapturedOutput output) throws IOException {
        Files.writeString(file, oneYear().replace("2026-05-03", "2026-05-33"));

        assertThatThrownBy(this::start).hasRootCauseInstanceOf(Exception.class);
        assertThat(output)
                .contains("The school holidays in URL [file:" + file + "] can't be used: line ", "2026-05-33")
                .contains("Mend the file, or leave out balans.rhythm.school-holidays to use the one in the program.")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"checkedOn\":  | checkedOn:       | Unexpected character",
                "\"AUTUMN\"      | \"POTATO\"       | POTATO",
                "\"CENTRE\"      | \"WEST\"         | WEST",
                "\"checkedOn\":  | \"by\": \"me\", \"checkedOn\": | Unrecognized property",
                "\"checkedOn\": \"2026-11-22\", | '' | checkedOn",
                "2025-2026       | 2025-2027        | «2025-2027» is no school year",
                "2025-10-26      | 2025-10-06       | 2025-2026 AUTUMN ends before it begins",
                "2025-12-20      | 2026-12-20       | 2025-2026 CHRISTMAS begins on 2026-12-20, in another school year",
                "2026-08-16      | 2026-09-16       | 2025-2026 SUMMER lasts 75 days; 44 is the most",
                "2026-04-25      | 2026-02-25       | 2025-2026 MAY lasts 68 days; 44 is the most",
                "2026-02-14\", \"last\": \"2026-02-22 | 2026-01-04\", \"last\": \"2026-01-11 | 2025-2026 SPRING of CENTRE begins before the one before it ends",
                "\"SPRING\", \"regions\": [\"NORTH\"] | \"SPRING\", \"regions\": [] | 2025-2026 SPRING of NORTH is missing",
                "\"SPRING\", \"regions\": [\"NORTH\"] | \"SPRING\", \"regions\": [\"SOUTH\"] | 2025-2026 SPRING of SOUTH is there twice",
            })
    void refusesAFileThatSaysAnythingButWholeSchoolYears(String right, String wrong, String problem)
            throws IOException {
        assertThat(oneYear()).contains(right);
        Files.writeString(file, oneYear().replace(right, wrong));

        assertThatThrownBy(() -> new SchoolHolidays(new FileSystemResource(file)))
                .isInstanceOf(InvalidSchoolHolidaysException.class)
                .hasMessageContainingAll(file.toString(), problem);
    }

    @Test
    void refusesAFileThatLeavesOutASchoolYear() throws IOException {
        Files.writeString(file, OWN.getContentAsString(UTF_8).replaceAll(".*\"2026-2027\".*\n", ""));

        assertThatThrownBy(() -> new SchoolHolidays(new FileSystemResource(file)))
                .hasMessageEndingWith("2026-2027 AUTUMN of NORTH is missing");
    }

    @Test
    void refusesAFileThatIsEmptyOrNotThere() throws IOException {
        assertThatThrownBy(() -> new SchoolHolidays(new FileSystemResource(file)))
                .isInstanceOf(InvalidSchoolHolidaysException.class)
                .hasMessageContaining(file.toString());

        Files.writeString(file, "{\"about\": [], \"checkedOn\": \"2026-11-22\", \"holidays\": []}");
        assertThatThrownBy(() -> new SchoolHolidays(new FileSystemResource(file)))
                .hasMessageEndingWith("no holidays");
    }

    /** The program's own data of one school year, {@code 2025-2026}. */
    private static String oneYear() throws IOException {
        String all = OWN.getContentAsString(UTF_8);
        return all.replaceAll(".*\"(2026-2027|2027-2028|2028-2029)\".*\n", "").replaceAll("},\n *]", "}\n  ]");
    }

    private static Clock at(String day) {
        return Clock.fixed(Instant.parse(day + "T06:00:00Z"), ZoneOffset.UTC);
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(DaysAlone.class)
                .web(WebApplicationType.NONE)
                .properties("balans.rhythm.school-holidays=file:" + file)
                .run();
    }
}
