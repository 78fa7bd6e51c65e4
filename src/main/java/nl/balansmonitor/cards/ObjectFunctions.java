package nl.balansmonitor.cards;

import static nl.balansmonitor.cards.Function.Arity.atLeast;
import static nl.balansmonitor.cards.Function.Arity.exactly;
import static nl.balansmonitor.cards.Function.eager;
import static nl.balansmonitor.cards.Function.lazy;
import static nl.balansmonitor.cards.Values.string;

import java.util.List;
import java.util.StringTokenizer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Objects and JSON. None changes its arguments. */
final class ObjectFunctions {

    private static final JsonMapper JSON = JsonMapper.shared();

    static final List<Function> ALL = List.of(
            lazy("getProperty", exactly(2), ObjectFunctions::getProperty),
            eager("setProperty", exactly(3), ObjectFunctions::withProperty),
            eager("addProperty", exactly(3), ObjectFunctions::addProperty),
            eager("removeProperty", exactly(2), a -> copy(a).without(List.of(a.text(1)))),
            eager("merge", atLeast(1), ObjectFunctions::merge),
            eager("json", exactly(1), ObjectFunctions::parse),
            eager(
                    "jsonStringify",
                    exactly(1),
                    a -> a.get(0).isMissingNode() ? a.get(0) : string(a.get(0).toString())));

    private ObjectFunctions() {}

    private static ObjectNode copy(Arguments a) {
        return JsonNodeFactory.instance.objectNode().setAll((ObjectNode) a.object(0));
    }

    /** Undefined is no value for a property: it takes it away. */
    private static JsonNode withProperty(Arguments a) {
        ObjectNode object = copy(a);
        return a.get(2).isMissingNode() ? object.without(List.of(a.text(1))) : object.set(a.text(1), a.get(2));
    }

    /** The name may be a path such as {@code owner.name}. */
    private static JsonNode getProperty(List<Expression> arguments, Scope scope) {
        Arguments a = Arguments.evaluate("getProperty", arguments, scope);
        JsonNode value = a.get(0);
        var names = new StringTokenizer(Values.text(a.get(1)), ".[]'\"");
        while (names.hasMoreTokens()) {
            value = Values.property(value, names.nextToken());
        }
        return scope.present(value, "property of that name");
    }

    private static JsonNode addProperty(Arguments a) {
        if (a.object(0).has(a.text(1))) {
            throw a.failed("finds the property there already");
        }
        return withProperty(a);
    }

    private static JsonNode merge(Arguments a) {
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < a.count(); i++) {
            for (JsonNode part : a.get(i).isArray() ? a.get(i) : List.of(a.object(i))) {
                if (!(part instanceof ObjectNode object)) {
                    throw a.wrong(i, "an object or a list of objects");
                }
                merged.setAll(object);
            }
        }
        return merged;
    }

    private static JsonNode parse(Arguments a) {
        try {
            return JSON.readTree(a.text(0));
        } catch (JacksonException notJson) {
            throw a.wrong(0, "JSON");
        }
    }
}
