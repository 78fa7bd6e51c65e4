package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What runs the bot on one machine sets what the program reads, and takes from its container what it doesn't need. */
class ComposeTest {

    private static final Path FOLDER = Path.of("deployment", "compose");

    /** Where Spring Boot finds the secret; not a setting of ours. */
    private static final String SECRETS = "SPRING_CONFIG_IMPORT";

    /** A name that is filled in, perhaps with what it is otherwise or what is said if it is missing. */
    private static final Pattern NAME = Pattern.compile("\\$\\{(\\w+)(?::-([^}]*)|:\\?[^}]*)?}");

    private final String text = read(FOLDER.resolve("compose.yaml"));
    private final Map<?, ?> services = map(filledIn(text), "services");

    @Test
    void setsOnlyWhatTheProgramReads() {
        var environment = new TreeMap<String, Object>();
        map(map(services, "bot"), "environment")
                .forEach((name, value) -> environment.put(name.toString(), value.toString()));
        assertThat(environment.remove(SECRETS)).isEqualTo("configtree:/run/secrets/");
        assertThat(DeploymentTest.readBy(environment)).isEqualTo(environment.keySet());

        // The secret's file is named after the setting.
        assertThat(DeploymentTest.readBy(new TreeMap<>(Map.of("BALANS_BOT_APPSECRET", "x"))))
                .hasSize(1);
        assertThat(map(services, "bot").get("secrets")).isEqualTo(List.of("balans.bot.app-secret"));
    }

    @Test
    void isFilledInAsItsReadmeSays() {
        assertThat(NAME.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet()))
                .isEqualTo(Pattern.compile("\\b([A-Z_]+)=")
                        .matcher(read(FOLDER.resolve("README.md")))
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet()));
    }

    /** A folder that is no volume would be gone with the container. */
    @Test
    void servesThePortAndKeepsTheFolderOfTheImage() {
        assertThat(map(services, "web").get("command"))
                .asString()
                .endsWith("--to bot:" + fromPom("<port>(\\d+)</port>"));
        assertThat(map(services, "bot").get("volumes"))
                .isEqualTo(List.of("data:" + fromPom("<BALANS_STORAGE_SQLITE_PATH>([^<]+)/[^/<]+</")));
    }

    @Test
    void keepsSecretsOutOfTheEnvironment() {
        assertThat(map(map(services, "bot"), "environment").keySet())
                .noneMatch(name -> name.toString().matches(".*(SECRET|KEY|PASSWORD).*"));
    }

    @Test
    void givesContainersNoMoreThanTheyNeed() {
        assertThat(services.keySet()).allSatisfy(name -> {
            Map<?, ?> service = map(services, name);
            assertThat(service.get("read_only")).isEqualTo(true);
            assertThat(service.get("cap_drop")).isEqualTo(List.of("ALL"));
            assertThat(service.get("security_opt")).isEqualTo(List.of("no-new-privileges:true"));
            assertThat(service.keySet())
                    .noneMatch(key -> key.toString().matches("privileged|network_mode|pid|ipc|devices"));
        });
        assertThat(map(services, "bot").keySet())
                .noneMatch(key -> key.toString().matches("ports|cap_add"));
        assertThat(map(services, "web").get("cap_add")).isEqualTo(List.of("NET_BIND_SERVICE"));
    }

    private static Map<?, ?> filledIn(String text) {
        String filledIn = NAME.matcher(text)
                .replaceAll(found -> Objects.requireNonNullElse(
                        found.group(2), found.group(1).equals("DOMAIN") ? "balans.example.org" : "example"));
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(filledIn);
    }

    private static String fromPom(String pattern) {
        return Pattern.compile(pattern)
                .matcher(read(Path.of("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<?, ?> map(Map<?, ?> parent, Object name) {
        return (Map<?, ?>) Objects.requireNonNull(parent.get(name), name.toString());
    }
}
