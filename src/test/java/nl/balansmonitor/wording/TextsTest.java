package nl.balansmonitor.wording;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.balansmonitor.actions.ActionRefusal;
import nl.balansmonitor.rhythm.PlanRefusal;
import nl.balansmonitor.rhythm.Reminder;
import nl.balansmonitor.sessions.Box;
import nl.balansmonitor.sessions.SessionRefusal;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.statements.StatementRefusal;
import nl.balansmonitor.statements.Theme;
import nl.balansmonitor.trends.Period;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Path CARDS = Path.of("src/main/resources/cards");
    private static final Path SOURCES = Path.of("src/main/java/nl/balansmonitor");
    private static final Map<String, String> DUTCH = bundle("nl");
    private static final Map<String, String> ENGLISH = bundle("en");

    private final Texts texts = new Texts();

    @Test
    void haveTheSameKeysInBothLanguages() {
        assertThat(ENGLISH).containsOnlyKeys(DUTCH.keySet());
    }

    @Test
    void haveTheSameBlanksInBothLanguages() {
        assertThat(DUTCH)
                .allSatisfy((key, dutch) -> assertThat(blanks(ENGLISH.getOrDefault(key, "")))
                        .as(key)
                        .isEqualTo(blanks(dutch)));
    }

    @Test
    void areAllTranslatedAndNoneIsBlank() {
        assertThat(Stream.of(DUTCH, ENGLISH).flatMap(bundle -> bundle.values().stream()))
                .noneMatch(String::isBlank);
        assertThat(DUTCH.keySet().stream().filter(key -> key.matches("(line|phrase)\\..*|.*\\.(trust|intro|what)")))
                .filteredOn(key -> Objects.equals(DUTCH.get(key), ENGLISH.get(key)))
                .containsExactlyInAnyOrder(
                        "phrase.summary.subtitle",
                        "phrase.choose.trend",
                        "phrase.trend.inMonth",
                        "phrase.trend.soManyWarmer",
                        "phrase.trend.stickerShare");
    }

    @Test
    void leaveNobodyWhoIsRefusedWithoutANextStep() {
        assertThat(Stream.of(DUTCH, ENGLISH).flatMap(bundle -> bundle.entrySet().stream()))
                .filteredOn(text -> text.getKey().startsWith("line."))
                .extracting(Map.Entry::getValue)
                .noneMatch(line ->
                        line.matches(".*(niets veranderd|niets toegevoegd|Nothing has changed|Nothing was added)\\."));
    }

    /** A straight apostrophe would begin a quotation for MessageFormat, and vanish. */
    @Test
    void canBeFilledInAndHoldNoStraightApostrophe() {
        for (Map<String, String> bundle : List.of(DUTCH, ENGLISH)) {
            assertThat(bundle.values()).noneMatch(text -> text.contains("'"));
            assertThat(bundle)
                    .allSatisfy((key, pattern) -> assertThat(new MessageFormat(pattern).toPattern())
                            .as(key)
                            .isNotEmpty());
        }
    }

    @Test
    void areThoseThatTheTemplatesNameAndNoOthers() throws IOException {
        try (var templates = Files.list(CARDS)) {
            for (Path template :
                    templates.filter(f -> f.toString().endsWith(".json")).toList()) {
                String card = template.getFileName().toString().replace(".json", "");
                assertThat(texts.labels(Language.DUTCH, card).keySet())
                        .as(card)
                        .isEqualTo(matches("\\bt\\.(\\w+)", Files.readString(template)));
            }
        }
    }

    @Test
    void areThoseThatTheReportNames() throws IOException {
        assertThat(texts.labels(Language.DUTCH, "report").keySet())
                .isEqualTo(
                        matches("\\bt\\.(\\w+)", Files.readString(Path.of("src/main/resources/reports/report.html"))));
    }

    /** Every other key is spelt out in the code, whole or in parts, or belongs to a constant. */
    @Test
    void areThoseThatTheCodeNamesAndNoOthers() throws IOException {
        var words = new TreeSet<String>();
        try (var files = Files.walk(SOURCES)) {
            for (Path source : files.filter(f -> f.toString().matches(".*/(teams|wording|reports)/\\w+.java"))
                    .toList()) {
                words.addAll(matches("\"([A-Za-z][A-Za-z.]+)\"", Files.readString(source)));
            }
        }
        Arrays.stream(SessionRefusal.values()).map(Enum::name).forEach(words::add);
        Arrays.stream(ActionRefusal.values()).map(Enum::name).forEach(words::add);
        Arrays.stream(StatementRefusal.values()).map(Enum::name).forEach(words::add);
        Arrays.stream(PlanRefusal.values()).map(Enum::name).forEach(words::add);
        Arrays.stream(Theme.values()).map(Enum::name).forEach(words::add);
        Arrays.stream(Box.values()).map(Enum::name).forEach(words::add);
        Arrays.stream(Reminder.Stage.values()).map(Enum::name).forEach(words::add);
        Arrays.stream(Period.values()).map(Enum::name).forEach(words::add);
        words.addAll(List.of(".icon", "1", "2", "3", "4", "5"));
        assertThat(DUTCH.keySet().stream().filter(key -> key.matches("(phrase|line|scale|theme)\\..*")))
                .allMatch(key -> isSpelt(key, words));
    }

    @Test
    void belongToACardOrToTheCode() throws IOException {
        try (var templates = Files.list(CARDS)) {
            Set<String> prefixes = templates
                    .map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".json"))
                    .map(f -> f.replace(".json", ""))
                    .collect(toSet());
            prefixes.addAll(List.of("phrase", "line", "scale", "theme", "report"));
            assertThat(DUTCH.keySet()).allMatch(key -> prefixes.contains(key.substring(0, key.indexOf('.'))));
        }
    }

    @Test
    void refuseAKeyThatIsNotThere() {
        assertThatThrownBy(() -> texts.get(Language.ENGLISH, "line.none")).isInstanceOf(MissingResourceException.class);
    }

    @Test
    void areFilledInAsTheLanguageWritesNumbers() {
        assertThat(texts.get(Language.DUTCH, "phrase.thermometer.progress", 7, 12))
                .isEqualTo("7 van 12 klaar");
        assertThat(texts.get(Language.ENGLISH, "phrase.thermometer.progress", 7, 12))
                .isEqualTo("7 of 12 done");
        assertThat(Texts.mean(Language.DUTCH, 3.35)).isEqualTo("3,4");
        assertThat(Texts.mean(Language.DUTCH, 4)).isEqualTo("4,0");
        assertThat(Texts.mean(Language.ENGLISH, 3.35)).isEqualTo("3.4");
        assertThat(Texts.median(Language.DUTCH, 4)).isEqualTo("4");
        assertThat(Texts.median(Language.DUTCH, 3.5)).isEqualTo("3,5");
        assertThat(Texts.median(Language.ENGLISH, 3.5)).isEqualTo("3.5");
    }

    @Test
    void areSaidInTheSingularWhereThereIsOne() {
        assertThat(Stream.of(0, 1, 2).map(n -> texts.get(Language.DUTCH, "phrase.actions.open", n)))
                .containsExactly("Niets open", "1 actie open", "2 acties open");
        assertThat(Stream.of(1, 3).map(n -> texts.get(Language.DUTCH, "phrase.actions.more", n)))
                .containsExactly("En nog één andere.", "En nog 3 andere.");
    }

    @Test
    void writeDaysAsTheLanguageDoes() {
        var day = LocalDate.parse("2026-12-11");
        assertThat(Texts.day(Language.DUTCH, day)).isEqualTo("vr\u00a011\u00a0dec");
        assertThat(Texts.day(Language.ENGLISH, day)).isEqualTo("Fri\u00a011\u00a0Dec");
        assertThat(Texts.date(Language.DUTCH, day)).isEqualTo("11 december 2026");
        assertThat(Texts.date(Language.ENGLISH, day)).isEqualTo("11 December 2026");
    }

    @Test
    void writeTheTimeAsTheClockOfTheSpaceShowsIt() {
        var summer = Instant.parse("2026-07-01T08:42:59Z");
        assertThat(Texts.time(summer, ZoneId.of("Europe/Amsterdam"))).isEqualTo("10:42");
        assertThat(Texts.time(summer, ZoneId.of("America/Kralendijk"))).isEqualTo("04:42");
    }

    @Test
    void nameTheMonthOfTheSpacesOwnZone() {
        var newYear = Instant.parse("2026-12-31T23:30:00Z");
        assertThat(Texts.month(Language.DUTCH, newYear, ZoneId.of("Europe/Amsterdam")))
                .isEqualTo("januari 2027");
        assertThat(Texts.month(Language.ENGLISH, newYear, ZoneId.of("America/Kralendijk")))
                .isEqualTo("December 2026");
    }

    /** Whether words put together make this key. */
    private static boolean isSpelt(String key, Set<String> words) {
        return key.isEmpty()
                || words.stream()
                        .anyMatch(word -> key.startsWith(word) && isSpelt(key.substring(word.length()), words));
    }

    private static Set<String> blanks(String pattern) {
        return matches("\\{(\\d)", pattern);
    }

    private static Set<String> matches(String regex, String text) {
        return Pattern.compile(regex)
                .matcher(text)
                .results()
                .map((MatchResult r) -> r.group(1))
                .collect(toSet());
    }

    private static Map<String, String> bundle(String language) {
        String name = "/cards/texts_" + language + ".properties";
        try (InputStream in = Objects.requireNonNull(TextsTest.class.getResourceAsStream(name), name)) {
            var properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties.stringPropertyNames().stream().collect(toMap(key -> key, properties::getProperty));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
