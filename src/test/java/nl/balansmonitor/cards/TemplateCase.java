package nl.balansmonitor.cards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * A template with data, from {@code src/test/resources/card-templates}. In a file, an expression is short for a template
 * with it as the only property, {@code value}; a case without data gets that of its file.
 *
 * @param topic the file's name
 * @param name for a difference, its name in {@code docs/card-templates.md}
 * @param ours for a difference, what ours gives; null if it refuses the template
 */
record TemplateCase(
        String topic,
        String name,
        JsonNode template,
        JsonNode data,
        JsonNode host,
        @Nullable JsonNode ours) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static List<TemplateCase> all(String folder) {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/card-templates", folder))) {
            return files.sorted().flatMap(TemplateCase::read).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<TemplateCase> read(Path file) {
        JsonNode json = JSON.readTree(file.toFile());
        String topic = file.getFileName().toString().replace(".json", "");
        List<TemplateCase> cases = new ArrayList<>();
        for (JsonNode expression : json.path("expressions")) {
            cases.add(new TemplateCase(
                    topic,
                    expression.stringValue(),
                    inProperty(expression),
                    json.path("data"),
                    MissingNode.getInstance(),
                    null));
        }
        for (JsonNode pair : json.path("cases")) {
            cases.add(new TemplateCase(
                    topic,
                    pair.get("name").stringValue(),
                    pair.has("expression") ? inProperty(pair.get("expression")) : pair.get("template"),
                    pair.has("data") ? pair.get("data") : json.path("data"),
                    pair.path("host"),
                    pair.get("ours")));
        }
        return cases.stream();
    }

    private static JsonNode inProperty(JsonNode expression) {
        return JSON.createObjectNode().set("value", expression);
    }

    JsonNode toJson() {
        var json = JSON.createObjectNode();
        json.set("template", template);
        json.set("data", data);
        if (!host.isMissingNode()) {
            json.set("host", host);
        }
        return json;
    }

    @Override
    public String toString() {
        return "%s: %s %s".formatted(topic, name, template);
    }
}
