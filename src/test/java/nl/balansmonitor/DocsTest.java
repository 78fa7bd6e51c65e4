package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** What the documentation points at is there: pages, headings, settings, files and tests. */
class DocsTest {

    /** Made by the build, or not ours. */
    private static final Set<String> SKIPPED = Set.of(".git", ".idea", "target", "node_modules");

    /** Of other programs. */
    private static final Set<String> ELSEWHERE = Set.of("settings.xml");

    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```.*?^```$|^ {4}.*?$");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+)$");
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\">");

    /** As hosts in examples begin like settings, they end the name. */
    private static final Pattern NAME =
            Pattern.compile("(?<![\\w./@-])balans\\.(?!example\\b)[a-z]+(?:[.-][a-z]+)*(?![\\w/])");

    private static final Pattern VARIABLE = Pattern.compile("\\bBALANS_[A-Z_]+");
    private static final Pattern BUILD_PROPERTY = Pattern.compile("-D(teams\\.[a-z-]+)");
    private static final Pattern IN_THE_PROGRAM = Pattern.compile("\"(?:\\$\\{)?(balans\\.[a-z.-]+)[\":}]");
    private static final Pattern FILE_NAME =
            Pattern.compile("[\\w.*-]+\\.(?:java|json|md|mjs|xml|html|css|svg|properties|ya?ml)");
    private static final Pattern TEST_NAME = Pattern.compile("[A-Z]\\w+(?:Test|IT)");

    private static final List<Path> FILES = files();
    private static final String POM = read(Path.of("pom.xml"));
    private static final Set<String> NAMES = names();

    static Stream<Path> pages() {
        return FILES.stream().filter(file -> file.toString().endsWith(".md"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksToPagesAndHeadingsThatAreThere(Path page) {
        String prose = CODE.matcher(withoutBlocks(page)).replaceAll("");
        assertThat(all(LINK, prose))
                .filteredOn(target -> !target.matches("[a-z]+:.*"))
                .filteredOn(target -> !leadsSomewhere(page, target))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void namesSettingsAndMetricsOfTheProgram(Path page) {
        String text = read(page);
        assertThat(all(NAME, text))
                .filteredOn(name -> NAMES.stream().noneMatch(known -> (known + ".").startsWith(name + ".")))
                .isEmpty();
        assertThat(all(VARIABLE, text))
                .filteredOn(variable -> NAMES.stream().noneMatch(name -> sameLetters(name, variable)))
                .isEmpty();
        assertThat(all(BUILD_PROPERTY, text))
                .filteredOn(property -> !POM.contains("<" + property + ">"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void namesFilesAndTestsThatAreThere(Path page) {
        List<String> code = all(CODE, withoutBlocks(page));
        assertThat(code)
                .filteredOn(DocsTest::isPath)
                .filteredOn(path -> FILES.stream()
                        .noneMatch(isOrLiesIn(Path.of(path).normalize()).or(isOrLiesIn(beside(page, path)))))
                .isEmpty();
        assertThat(code)
                .filteredOn(name -> FILE_NAME.matcher(name).matches() && !ELSEWHERE.contains(name))
                .filteredOn(name -> FILES.stream().map(Path::getFileName).noneMatch(glob(name)))
                .isEmpty();
        assertThat(code)
                .filteredOn(name -> TEST_NAME.matcher(name).matches())
                .filteredOn(name -> FILES.stream().noneMatch(file -> file.endsWith(name + ".java")))
                .isEmpty();
    }

    private static boolean leadsSomewhere(Path page, String target) {
        int mark = target.indexOf('#');
        Path file = mark == 0 ? page : beside(page, mark < 0 ? target : target.substring(0, mark));
        return Files.exists(file) && (mark < 0 || anchors(file).contains(target.substring(mark + 1)));
    }

    /** What a pattern finds: its group, if it has one. */
    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(found.groupCount()))
                .toList();
    }

    private static String withoutBlocks(Path page) {
        return CODE_BLOCK.matcher(read(page)).replaceAll("");
    }

    /** Such as {@code docs/cards.md}; of what the build makes nothing is there yet. */
    private static boolean isPath(String code) {
        return code.matches("(?:\\./)?[\\w-]+(?:/[\\w.*-]+)+/?")
                && Files.isDirectory(Path.of(code.replaceFirst("^\\./", "")).getName(0))
                && SKIPPED.stream().noneMatch(code::startsWith);
    }

    private static Predicate<Path> isOrLiesIn(Path wanted) {
        return glob(wanted.toString()).or(file -> file.startsWith(wanted));
    }

    private static Predicate<Path> glob(String pattern) {
        return FileSystems.getDefault().getPathMatcher("glob:" + pattern)::matches;
    }

    private static Path beside(Path page, String target) {
        return page.resolveSibling(target).normalize();
    }

    /** Headings become anchors as on GitHub. */
    private static Set<String> anchors(Path file) {
        String text = withoutBlocks(file);
        var found = new TreeSet<>(all(ANCHOR, text));
        var times = new HashMap<String, Integer>();
        all(HEADING, text).forEach(heading -> {
            String slug = heading.strip()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-');
            int before = times.merge(slug, 1, Integer::sum) - 1;
            found.add(before == 0 ? slug : slug + "-" + before);
        });
        return found;
    }

    /** The settings, and what else the program calls so: metrics, and settings that it reads one by one. */
    private static Set<String> names() {
        var found = new TreeSet<String>();
        FILES.stream()
                .filter(file -> file.startsWith("src/main/java"))
                .forEach(file -> found.addAll(all(IN_THE_PROGRAM, read(file))));
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        scanner.findCandidateComponents("nl.balansmonitor").forEach(candidate -> {
            try {
                Class<?> settings = Class.forName(candidate.getBeanClassName());
                collect(settings.getAnnotation(ConfigurationProperties.class).value(), settings, found);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        });
        return found;
    }

    private static void collect(String prefix, Class<?> settings, Set<String> found) {
        for (RecordComponent component : settings.getRecordComponents()) {
            String name = prefix + "."
                    + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            found.add(name);
            if (component.getType().isRecord()) {
                collect(name, component.getType(), found);
            }
        }
    }

    /** Spring Boot takes a hyphen for an underscore or for nothing. */
    private static boolean sameLetters(String name, String variable) {
        return name.replaceAll("[.-]", "").equalsIgnoreCase(variable.replace("_", ""));
    }

    private static List<Path> files() {
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(Path.of(""), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return SKIPPED.contains(folder.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    found.add(file);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
