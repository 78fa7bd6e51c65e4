package nl.balansmonitor.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.wording.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Teams is told of the bot agrees with what the bot does; whether Teams would take it, {@link AppPackageIT} asks. */
class ManifestTest {

    private static final Path FOLDER = Path.of("manifest");
    private static final Texts TEXTS = new Texts();
    private static final JsonNode MANIFEST = read("manifest.json");
    private static final JsonNode ENGLISH = read("en.json");

    /** What clients show of them without cutting. */
    private static final int LONGEST_TITLE = 32;

    private static final int LONGEST_DESCRIPTION = 128;

    private static final Map<Command, String> HELP_CARD = Map.of(
            Command.START, "start",
            Command.ACTIONS, "actions",
            Command.STATEMENTS, "statements",
            Command.PLAN, "plan",
            Command.TREND, "trend",
            Command.REPORTS, "reports",
            Command.HELP, "help");

    /** What is offered in one's own chat, in the words of the card there. */
    private static final Map<Command, String> HOME_CARD = new EnumMap<>(Map.of(
            Command.ACTIONS, "actionsWord",
            Command.SPACES, "spacesWord",
            Command.TREND, "trendWord",
            Command.REPORTS, "reportsWord",
            Command.HELP, "helpWord"));

    @Test
    void offersEveryCommandSomewhere() {
        var offered = EnumSet.copyOf(HELP_CARD.keySet());
        offered.addAll(HOME_CARD.keySet());
        assertThat(EnumSet.complementOf(offered)).containsExactly(Command.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource
    void offersInTeamsAndGroupChatsWhatTheHelpCardSaysThere(Language language) {
        List<String> expected = new ArrayList<>();
        for (Command command : Command.values()) {
            if (HELP_CARD.containsKey(command)) {
                expected.add(TEXTS.get(language, "help." + HELP_CARD.get(command)));
            }
        }
        assertThat(titles("team", language)).containsExactlyElementsOf(expected);
        assertThat(titles("groupChat", language)).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @EnumSource
    void offersNothingThatTheBotDoesNotUnderstand(Language language) {
        for (String scope : List.of("team", "groupChat", "personal")) {
            List<String> titles = titles(scope, language);
            List<Command> understood = titles.stream().map(Command::of).toList();
            assertThat(understood).as(scope).doesNotHaveDuplicates();
            assertThat(understood).as(scope).doesNotContain(Command.UNKNOWN);
        }
    }

    /** The others only say there that they belong where the team is. */
    @ParameterizedTest
    @EnumSource
    void offersInAChatWithTheBotWhatDoesSomethingThere(Language language) {
        assertThat(titles("personal", language).stream().map(Command::of))
                .containsExactly(Command.ACTIONS, Command.SPACES, Command.TREND, Command.REPORTS, Command.HELP)
                .containsExactlyInAnyOrderElementsOf(HOME_CARD.keySet());
        assertThat(titles("personal", language))
                .containsExactlyInAnyOrderElementsOf(HOME_CARD.values().stream()
                        .map(word -> TEXTS.get(language, "home." + word))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void keepsTitlesAndDescriptionsShort(Language language) {
        for (int list = 0; list < lists().size(); list++) {
            for (int i = 0; i < commands(list).size(); i++) {
                assertThat(text(list, i, "title", language)).isNotBlank().hasSizeLessThanOrEqualTo(LONGEST_TITLE);
                assertThat(text(list, i, "description", language))
                        .isNotBlank()
                        .hasSizeLessThanOrEqualTo(LONGEST_DESCRIPTION);
            }
        }
    }

    @Test
    void isTranslatedAsAWhole() {
        var expected =
                new TreeSet<>(Set.of("$schema", "name.short", "name.full", "description.short", "description.full"));
        for (int list = 0; list < lists().size(); list++) {
            for (int i = 0; i < commands(list).size(); i++) {
                expected.add(key(list, i, "title"));
                expected.add(key(list, i, "description"));
            }
        }
        assertThat(new TreeSet<>(ENGLISH.propertyNames())).isEqualTo(expected);
    }

    /** A permission that needs consent can keep a bot with a managed identity from being installed: manifest/README.md. */
    @Test
    void asksForNothingThatSomebodyHasToConsentTo() {
        assertThat(MANIFEST.propertyNames())
                .doesNotContain(
                        "authorization",
                        "webApplicationInfo",
                        "permissions",
                        "devicePermissions",
                        "staticTabs",
                        "configurableTabs",
                        "composeExtensions");
    }

    @Test
    void isForAllKindsOfChannels() {
        assertThat(MANIFEST.path("supportsChannelFeatures").asString()).isEqualTo("tier1");
    }

    /** They are kept beside their drawings, so that the package needs no other tool than Maven. */
    @ParameterizedTest
    @CsvSource({"color, 192", "outline, 32"})
    void hasIconsThatAreWhatTheirDrawingsShow(String name, int size) throws IOException {
        BufferedImage icon = ImageIO.read(FOLDER.resolve(name + ".png").toFile());
        BufferedImage drawn = draw(name, size);
        Path fresh = Files.createDirectories(Path.of("target", "icons")).resolve(name + ".png");
        ImageIO.write(drawn, "png", fresh.toFile());

        assertThat(List.of(icon.getWidth(), icon.getHeight())).containsExactly(size, size);
        assertThat(difference(icon, drawn)).as("copy %s to %s", fresh, FOLDER).isLessThan(1);
    }

    /** As Teams colours it itself. */
    @Test
    void hasAnOutlineOfWhiteOnNothing() throws IOException {
        BufferedImage icon = ImageIO.read(FOLDER.resolve("outline.png").toFile());
        int[] pixels = icon.getRGB(0, 0, icon.getWidth(), icon.getHeight(), null, 0, icon.getWidth());
        assertThat(IntStream.of(pixels).filter(pixel -> pixel >>> 24 != 0).map(pixel -> pixel & 0xffffff))
                .hasSizeGreaterThan(100)
                .containsOnly(0xffffff);
    }

    private static List<String> titles(String scope, Language language) {
        int list = IntStream.range(0, lists().size())
                .filter(i -> lists().get(i).path("scopes").path(0).asString().equals(scope))
                .findFirst()
                .orElseThrow();
        return IntStream.range(0, commands(list).size())
                .mapToObj(i -> text(list, i, "title", language))
                .toList();
    }

    private static String text(int list, int command, String part, Language language) {
        return switch (language) {
            case DUTCH -> commands(list).get(command).path(part).asString();
            case ENGLISH -> ENGLISH.path(key(list, command, part)).asString();
        };
    }

    private static String key(int list, int command, String part) {
        return "bots[0].commandLists[%d].commands[%d].%s".formatted(list, command, part);
    }

    private static JsonNode lists() {
        return MANIFEST.at("/bots/0/commandLists");
    }

    private static JsonNode commands(int list) {
        return lists().get(list).path("commands");
    }

    private static BufferedImage draw(String name, int size) throws IOException {
        try (var in = Files.newInputStream(FOLDER.resolve(name + ".svg"))) {
            var document = Objects.requireNonNull(new SVGLoader().load(in, null, LoaderContext.createDefault()));
            var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
            var canvas = image.createGraphics();
            canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            document.render(null, canvas, new ViewBox(size, size));
            canvas.dispose();
            return image;
        }
    }

    /** The mean over all pixels, of 255; not every JDK smooths edges alike. */
    private static double difference(BufferedImage one, BufferedImage other) {
        return IntStream.range(0, one.getWidth() * one.getHeight())
                .map(i -> {
                    int x = i % one.getWidth();
                    int y = i / one.getWidth();
                    return IntStream.of(0, 8, 16, 24)
                            .map(shift ->
                                    Math.abs((one.getRGB(x, y) >>> shift & 255) - (other.getRGB(x, y) >>> shift & 255)))
                            .max()
                            .orElseThrow();
                })
                .average()
                .orElseThrow();
    }

    private static JsonNode read(String file) {
        return JsonMapper.shared().readTree(FOLDER.resolve(file).toFile());
    }
}
