package nl.balansmonitor.rhythm;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.balansmonitor.rhythm.SchoolHoliday.Kind;
import org.springframework.core.io.Resource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a data file with school holidays says: whole school years without a gap, each holiday of a year once in each region.
 *
 * @param about     where the dates are from and how far they bind, for whoever keeps the file
 * @param checkedOn when the dates were compared with that source
 */
record SchoolHolidayFile(List<String> about, LocalDate checkedOn, List<SchoolHoliday> holidays) {

    /** Six weeks with the weekend before them. */
    private static final int LONGEST = 44;

    private static final Pattern SCHOOL_YEAR = Pattern.compile("(\\d{4})-(\\d{4})");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    /** Keeps its own copies. */
    SchoolHolidayFile {
        about = List.copyOf(about);
        holidays = List.copyOf(holidays);
    }

    /**
     * Reads a file.
     *
     * @throws InvalidSchoolHolidaysException if it can't be read or says anything but the above
     */
    static SchoolHolidayFile read(Resource file) {
        try (InputStream in = file.getInputStream()) {
            SchoolHolidayFile read = JSON.readValue(in, SchoolHolidayFile.class);
            read.check();
            return read;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? -1 : e.getLocation().getLineNr();
            String where = line > 0 ? "line %d: ".formatted(line) : "";
            throw new InvalidSchoolHolidaysException(file, where + e.getOriginalMessage(), e);
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidSchoolHolidaysException(file, String.valueOf(e.getMessage()), e);
        }
    }

    private void check() {
        SortedMap<Integer, Map<Region, Map<Kind, SchoolHoliday>>> years = new TreeMap<>();
        for (SchoolHoliday holiday : holidays) {
            int year = startOf(holiday);
            checkDates(holiday, year);
            for (Region region : holiday.regions()) {
                SchoolHoliday other = years.computeIfAbsent(year, y -> new EnumMap<>(Region.class))
                        .computeIfAbsent(region, r -> new EnumMap<>(Kind.class))
                        .put(holiday.holiday(), holiday);
                require(other == null, name(year, holiday.holiday(), region) + " is there twice");
            }
        }
        require(!years.isEmpty(), "no holidays");
        for (Region region : Region.values()) {
            checkOrder(years, region);
        }
    }

    private static int startOf(SchoolHoliday holiday) {
        Matcher years = SCHOOL_YEAR.matcher(holiday.schoolYear());
        require(
                years.matches() && Integer.parseInt(years.group(1)) + 1 == Integer.parseInt(years.group(2)),
                "«%s» is no school year".formatted(holiday.schoolYear()));
        return Integer.parseInt(years.group(1));
    }

    private static void checkDates(SchoolHoliday holiday, int year) {
        String name = holiday.schoolYear() + " " + holiday.holiday();
        LocalDate begin = LocalDate.of(year, Month.AUGUST, 1);
        require(
                !holiday.first().isBefore(begin) && holiday.first().isBefore(begin.plusYears(1)),
                "%s begins on %s, in another school year".formatted(name, holiday.first()));
        require(!holiday.last().isBefore(holiday.first()), name + " ends before it begins");
        long days = ChronoUnit.DAYS.between(holiday.first(), holiday.last()) + 1;
        require(days <= LONGEST, "%s lasts %d days; %d is the most".formatted(name, days, LONGEST));
    }

    /** Nothing is missing, and each holiday ends before the next begins. */
    private static void checkOrder(SortedMap<Integer, Map<Region, Map<Kind, SchoolHoliday>>> years, Region region) {
        LocalDate free = LocalDate.MIN;
        for (int year = years.firstKey(); year <= years.lastKey(); year++) {
            Map<Kind, SchoolHoliday> ofYear = years.getOrDefault(year, Map.of()).getOrDefault(region, Map.of());
            for (Kind kind : Kind.values()) {
                String name = name(year, kind, region);
                SchoolHoliday holiday = ofYear.get(kind);
                if (holiday == null) {
                    throw new IllegalArgumentException(name + " is missing");
                }
                require(holiday.first().isAfter(free), name + " begins before the one before it ends");
                free = holiday.last();
            }
        }
    }

    private static String name(int year, Kind kind, Region region) {
        return "%d-%d %s of %s".formatted(year, year + 1, kind, region);
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalArgumentException(problem);
        }
    }
}
