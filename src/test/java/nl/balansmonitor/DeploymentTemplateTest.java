package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.balansmonitor.node.NodeProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The template in {@code deployment} is one that Azure would take, as far as that can be told without Azure. */
class DeploymentTemplateTest {

    private static final Path FILE = Path.of("deployment", "main.json");
    private static final JsonNode TEMPLATE = JsonMapper.shared().readTree(FILE.toFile());

    /** Those of the template language that the template uses: https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions */
    private static final Set<String> FUNCTIONS = Set.of(
            "createArray",
            "createObject",
            "empty",
            "equals",
            "format",
            "greater",
            "guid",
            "if",
            "json",
            "listKeys",
            "not",
            "parameters",
            "reference",
            "resourceGroup",
            "resourceId",
            "string",
            "subscriptionResourceId",
            "uniqueString",
            "utcNow",
            "variables");

    @Test
    void describesResourcesAsTheirTypesAsk() throws Exception {
        var project = NodeProject.in("node/deployment");
        project.install();
        assertThat(project.run("node", "validate.mjs", FILE.toAbsolutePath().toString()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"parameters", "variables"})
    void usesWhatItDeclaresAndNothingElse(String kind) {
        assertThat(named(kind)).isEqualTo(new TreeSet<>(TEMPLATE.path(kind).propertyNames()));
    }

    @Test
    void refersToResourcesThatAreThere() {
        Collection<String> resources = TEMPLATE.path("resources").propertyNames();
        var waitedFor = TEMPLATE.path("resources").values().stream()
                .flatMap(resource -> resource.path("dependsOn").values().stream())
                .map(JsonNode::asString);
        assertThat(Stream.concat(named("reference").stream(), waitedFor)).isSubsetOf(resources);
    }

    /** Of these the template makes all but the registry, which holds the image before anything else is there. */
    @Test
    void namesResourcesByTypesThatAreThere() {
        Set<String> types = TEMPLATE.path("resources").values().stream()
                .map(resource -> resource.path("type").asString())
                .collect(Collectors.toCollection(TreeSet::new));
        types.add("Microsoft.ContainerRegistry/registries");
        assertThat(named("resourceId")).isSubsetOf(types);
    }

    @Test
    void closesEveryBracketItOpens() {
        assertThat(expressions()).allSatisfy(expression -> {
            String code = expression.replaceAll("'[^']*'", "");
            for (String pair : List.of("()", "[]")) {
                assertThat(code.chars().filter(c -> c == pair.charAt(0)).count())
                        .isEqualTo(code.chars().filter(c -> c == pair.charAt(1)).count());
            }
        });
    }

    @Test
    void callsFunctionsThatThereAre() {
        assertThat(matches(Pattern.compile("\\b(\\w+)\\(")).collect(Collectors.toSet()))
                .isEqualTo(FUNCTIONS);
    }

    /** The names that a function of the template language is called with. */
    private static Set<String> named(String function) {
        return matches(Pattern.compile("\\b" + function + "\\('([^']+)'"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> matches(Pattern pattern) {
        return expressions().stream()
                .flatMap(expression -> pattern.matcher(expression).results())
                .map(found -> found.group(1));
    }

    private static List<String> expressions() {
        var found = new ArrayList<String>();
        collect(TEMPLATE, found);
        return found;
    }

    private static void collect(JsonNode node, List<String> found) {
        if (node.isString() && node.asString().startsWith("[")) {
            found.add(node.asString());
        }
        node.propertyStream().forEach(property -> {
            if (property.getKey().startsWith("[")) {
                found.add(property.getKey());
            }
        });
        node.values().forEach(value -> collect(value, found));
    }
}
