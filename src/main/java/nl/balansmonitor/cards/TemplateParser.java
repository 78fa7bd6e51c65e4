package nl.balansmonitor.cards;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.balansmonitor.cards.TemplateNode.Binding;
import nl.balansmonitor.cards.TemplateNode.Constant;
import nl.balansmonitor.cards.TemplateNode.Element;
import nl.balansmonitor.cards.TemplateNode.Field;
import nl.balansmonitor.cards.TemplateNode.Items;
import nl.balansmonitor.cards.TemplateNode.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Parses a template's JSON. */
final class TemplateParser {

    private static final String DATA = "$data";
    private static final String WHEN = "$when";

    /** Properties that never reach a card. */
    private static final Set<String> RESERVED = Set.of(DATA, WHEN, "$root", "$index", "$host", "$_acTemplateVersion");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String template;

    private TemplateParser(String template) {
        this.template = template;
    }

    static TemplateNode parse(String template, String json) {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JacksonException malformed) {
            throw new TemplateException(template, "$", "not JSON: " + malformed.getOriginalMessage());
        }
        return new TemplateParser(template).node("$", root);
    }

    private TemplateNode node(String path, JsonNode json) {
        if (json.isString()) {
            return string(path, json.stringValue());
        }
        if (json.isArray()) {
            List<TemplateNode> elements = new ArrayList<>();
            for (int i = 0; i < json.size(); i++) {
                elements.add(node(path + "[" + i + "]", json.get(i)));
            }
            return new Items(List.copyOf(elements));
        }
        return json.isObject() ? element(path, json) : new Constant(json);
    }

    private TemplateNode string(String path, String text) {
        try {
            return TextParser.parse(path, text);
        } catch (SyntaxException wrong) {
            throw new TemplateException(template, path, wrong.problem() + ", in: " + text);
        }
    }

    private TemplateNode element(String path, JsonNode json) {
        List<Field> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : json.properties()) {
            String name = property.getKey();
            if (!RESERVED.contains(name)) {
                fields.add(new Field(name, node(path + "." + name, property.getValue())));
            }
        }
        return new Element(
                data(path + "." + DATA, json.get(DATA)), when(path + "." + WHEN, json.get(WHEN)), List.copyOf(fields));
    }

    private @Nullable TemplateNode data(String path, @Nullable JsonNode json) {
        if (json == null) {
            return null;
        }
        if (json.isString()) {
            return string(path, json.stringValue());
        }
        if (json.toString().contains("${")) {
            throw new TemplateException(template, path, "an expression within literal data is not evaluated");
        }
        return new Constant(json);
    }

    private @Nullable Binding when(String path, @Nullable JsonNode json) {
        if (json == null) {
            return null;
        }
        if (json.isString() && string(path, json.stringValue()) instanceof Value value) {
            return value.binding();
        }
        throw new TemplateException(template, path, "$when is one ${expression}");
    }
}
