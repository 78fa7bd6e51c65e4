package nl.balansmonitor.cards;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The templates of an application, all parsed before the first is needed. Immutable. */
public final class Templates {

    private final Map<String, Template> byName;
    private final MissingValues missing;

    private Templates(Map<String, Template> byName, MissingValues missing) {
        this.byName = byName;
        this.missing = missing;
    }

    /**
     * Reads {@code /cards/<name>.json} from the classpath for each name.
     *
     * @param missing what every expansion does about values that are not there
     * @throws TemplateException if one is not there, or is wrong
     */
    public static Templates load(Collection<String> names, MissingValues missing) {
        return new Templates(
                names.stream()
                        .distinct()
                        .collect(Collectors.toUnmodifiableMap(UnaryOperator.identity(), Templates::read)),
                missing);
    }

    private static Template read(String name) {
        String resource = "/cards/" + name + ".json";
        try (InputStream json = Templates.class.getResourceAsStream(resource)) {
            if (json == null) {
                throw new TemplateException(name, "$", "there is no " + resource + " on the classpath");
            }
            return Template.parse(name, new String(json.readAllBytes(), UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + resource, unreadable);
        }
    }

    /**
     * Fills a template.
     *
     * @throws IllegalArgumentException if the name is not one of those that were loaded
     */
    public JsonNode expand(String name, JsonNode data) {
        Template template = byName.get(name);
        if (template == null) {
            throw new IllegalArgumentException("no card template is named " + name);
        }
        return template.expand(data, missing);
    }
}
