package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.balansmonitor.operations.Chronicle;
import nl.balansmonitor.operations.Happening;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the template in {@code deployment} sets and watches is what the program reads and measures. */
class DeploymentTest {

    private static final Path FOLDER = Path.of("deployment");
    private static final JsonNode TEMPLATE =
            JsonMapper.shared().readTree(FOLDER.resolve("main.json").toFile());

    /** Spring Boot's own setting, without which no alert and no dashboard would find anything. */
    private static final String JSON_LINES = "LOGGING_STRUCTURED_FORMAT_CONSOLE";

    /** What stands in the template for it at deployment. */
    private static final Map<String, String> EXAMPLES = Map.of(
            "BALANS_STORAGE_COSMOS_ENDPOINT", "https://example.documents.azure.com:443/",
            "BALANS_REPORTS_BASE_URL", "https://balans.example.org",
            "BALANS_SPACES_LANGUAGE", "english",
            "BALANS_SPACES_ZONE", "Europe/Amsterdam");

    @Test
    void setsOnlyWhatTheProgramReads() {
        Map<String, Object> environment = environment();
        assertThat(environment.remove(JSON_LINES)).isEqualTo("ecs");
        assertThat(readBy(environment)).isEqualTo(environment.keySet());
    }

    @Test
    void staysInTheEuropeanUnion() {
        assertThat(TEMPLATE.at("/parameters/location/allowedValues").values())
                .extracting(JsonNode::asString)
                .containsExactlyInAnyOrder(
                        "westeurope",
                        "northeurope",
                        "swedencentral",
                        "francecentral",
                        "germanywestcentral",
                        "italynorth",
                        "polandcentral",
                        "spaincentral");
        assertThat(List.of("location", "botLocation"))
                .allSatisfy(name -> assertThat(TEMPLATE.at("/parameters/" + name + "/defaultValue")
                                .asString())
                        .isEqualTo("westeurope"));
        // An alert's rule and whom it writes to are of no region.
        assertThat(Stream.of("location", "locationName")
                        .flatMap(name -> TEMPLATE.path("resources").findValuesAsString(name).stream()))
                .containsOnly("[parameters('location')]", "[parameters('botLocation')]", "global");
    }

    @Test
    void holdsNoSecret() {
        assertThat(List.of("cosmos", "bot"))
                .allSatisfy(name -> assertThat(TEMPLATE.at("/resources/" + name + "/properties/disableLocalAuth")
                                .asBoolean())
                        .as(name)
                        .isTrue());
        assertThat(environment().keySet()).noneMatch(name -> name.matches(".*(SECRET|KEY|PASSWORD).*"));
        assertThat(TEMPLATE.path("outputs").toString()).doesNotContain("listKeys");
    }

    @Test
    void explainsEveryParameter() throws IOException {
        String readme = Files.readString(FOLDER.resolve("README.md"));
        assertThat(TEMPLATE.path("parameters").propertyNames())
                .allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
    }

    /** An alert or a chart of what nobody writes would never tell anything. */
    @Test
    void looksAtEventsThatTheProgramTells() {
        String queries = TEMPLATE.path("resources").toString() + TEMPLATE.at("/variables/dashboard");
        assertThat(Pattern.compile("'([a-z]+\\.[a-z]+)'")
                        .matcher(queries)
                        .results()
                        .map(found -> found.group(1)))
                .contains(Chronicle.OUTBOX_LATE, Chronicle.HEALTH_CHANGED)
                .isSubsetOf(events().toList());
    }

    @Test
    void documentsEveryEvent() throws IOException {
        String operations = Files.readString(Path.of("docs", "operations.md"));
        assertThat(events()).allSatisfy(event -> assertThat(operations).contains("`" + event + "`"));
    }

    @Test
    void explainsEveryAlertInTheRunbook() throws IOException {
        String runbook = Files.readString(Path.of("docs", "runbook.md"));
        assertThat(TEMPLATE.path("resources").values().stream()
                        .filter(resource -> resource.path("type").asString().matches(".*(metricAlerts|QueryRules)"))
                        .map(resource -> resource.path("name").asString().replaceAll(".*\\{0}(-[a-z-]+)'.*", "$1")))
                .containsExactlyInAnyOrder("-not-ready", "-errors", "-outbox")
                .allSatisfy(alert -> assertThat(runbook).contains("### `" + alert + "`"));
    }

    private static Stream<String> events() {
        return Stream.concat(
                Arrays.stream(Happening.values()).map(Happening::label),
                Stream.of(Chronicle.OUTBOX_LATE, Chronicle.HEALTH_CHANGED));
    }

    /** What of an environment any of the program's settings is bound to. */
    static Set<String> readBy(Map<String, Object> environment) {
        var sources = new StandardEnvironment().getPropertySources();
        sources.forEach(source -> sources.remove(source.getName()));
        sources.addFirst(new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, environment));
        Iterable<ConfigurationPropertySource> properties = ConfigurationPropertySources.from(sources);
        var read = new TreeSet<String>();
        for (Class<?> settings : settings()) {
            String prefix =
                    settings.getAnnotation(ConfigurationProperties.class).value();
            new Binder(properties).bindOrCreate(prefix, Bindable.of(settings), new AbstractBindHandler() {
                @Override
                public Object onSuccess(
                        ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
                    var property = context.getConfigurationProperty();
                    Origin origin = property == null ? null : property.getOrigin();
                    if (origin != null) {
                        read.add(variable(origin));
                    }
                    return result;
                }
            });
        }
        return read;
    }

    private static String variable(Origin origin) {
        return switch (origin) {
            case SystemEnvironmentOrigin environment -> environment.getProperty();
            case PropertySourceOrigin source -> source.getPropertyName();
            default -> throw new AssertionError(origin);
        };
    }

    private static List<Class<?>> settings() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        List<Class<?>> found = new ArrayList<>();
        for (BeanDefinition candidate : scanner.findCandidateComponents("nl.balansmonitor")) {
            try {
                found.add(Class.forName(candidate.getBeanClassName()));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        return found;
    }

    /** The variables that the bot's container gets. */
    private static Map<String, Object> environment() {
        var environment = new TreeMap<String, Object>();
        for (JsonNode variable : TEMPLATE.at("/resources/app/properties/template/containers/0/env")) {
            String name = variable.path("name").asString();
            environment.put(
                    name, EXAMPLES.getOrDefault(name, variable.path("value").asString()));
        }
        return environment;
    }
}
