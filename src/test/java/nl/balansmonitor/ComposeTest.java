package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What runs the bot on one machine sets what the program reads, and takes from its container what it doesn't need. */
class ComposeTest {

    private static final Path FILE = Path.of("deployment", "compose", "compose.yaml");

    /** Where Spring Boot finds the secret; not a setting of ours. */
    private static final String SECRETS = "SPRING_CONFIG_IMPORT";

    private final Map<?, ?> services = map(compose(), "services");

    @Test
    void setsOnlyWhatTheProgramReads() {
        var environment = new TreeMap<String, Object>();
        map(map(services, "bot"), "environment")
                .forEach((name, value) -> environment.put(name.toString(), value.toString()));
        assertThat(environment.remove(SECRETS)).isEqualTo("configtree:/run/secrets/");
        environment.put("BALANS_SPACES_LANGUAGE", "dutch");
        environment.put("BALANS_REPORTS_BASE_URL", "https://balans.example.org");
        assertThat(DeploymentTest.readBy(environment)).isEqualTo(environment.keySet());

        // The secret's file is named after the setting.
        assertThat(DeploymentTest.readBy(new TreeMap<>(Map.of("BALANS_BOT_APPSECRET", "x"))))
                .hasSize(1);
        assertThat(map(services, "bot").get("secrets")).isEqualTo(List.of("balans.bot.app-secret"));
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
        });
        assertThat(map(services, "bot").get("ports")).isNull();
    }

    private static Map<?, ?> compose() {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(FILE));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<?, ?> map(Map<?, ?> parent, Object name) {
        return (Map<?, ?>) Objects.requireNonNull(parent.get(name), name.toString());
    }
}
