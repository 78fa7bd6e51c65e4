package nl.balansmonitor.cards;

import static nl.balansmonitor.cards.Function.Arity.atLeast;
import static nl.balansmonitor.cards.Function.Arity.between;
import static nl.balansmonitor.cards.Function.Arity.exactly;
import static nl.balansmonitor.cards.Function.eager;
import static nl.balansmonitor.cards.Function.overItems;
import static nl.balansmonitor.cards.Values.bool;
import static nl.balansmonitor.cards.Values.number;
import static nl.balansmonitor.cards.Values.string;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nl.balansmonitor.cards.Function.Body;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists. None changes its arguments. */
final class CollectionFunctions {

    static final List<Function> ALL = List.of(
            overItems("foreach", CollectionFunctions::forEach),
            overItems("select", CollectionFunctions::forEach),
            overItems("where", CollectionFunctions::where),
            overItems(
                    "any", (items, body) -> bool(entries(items, "any").stream().anyMatch(i -> holds(body, i)))),
            overItems(
                    "all", (items, body) -> bool(entries(items, "all").stream().allMatch(i -> holds(body, i)))),
            eager("count", exactly(1), CollectionFunctions::count),
            eager("first", exactly(1), a -> end(a.get(0), true)),
            eager("last", exactly(1), a -> end(a.get(0), false)),
            eager(
                    "skip",
                    exactly(2),
                    a -> slice(a.list(0), clamp(a.whole(1), a.list(0).size()), Integer.MAX_VALUE)),
            eager("take", exactly(2), CollectionFunctions::take),
            eager("subArray", between(2, 3), CollectionFunctions::subArray),
            eager("indicesAndValues", exactly(1), CollectionFunctions::indicesAndValues),
            eager("createArray", atLeast(0), CollectionFunctions::createArray));

    private CollectionFunctions() {}

    /** An object counts as a list of its properties, each with {@code key} and {@code value}. */
    private static List<JsonNode> entries(JsonNode items, String function) {
        if (items.isArray()) {
            return elements(items);
        }
        if (!items.isObject()) {
            throw Function.failure(function, "wants a list or an object");
        }
        return items.properties().stream()
                .<JsonNode>map(property -> pair("key", string(property.getKey()), property.getValue()))
                .toList();
    }

    private static ObjectNode pair(String name, JsonNode key, JsonNode value) {
        ObjectNode pair = JsonNodeFactory.instance.objectNode();
        pair.set(name, key);
        pair.set("value", value);
        return pair;
    }

    /** What cannot be evaluated does not hold. */
    private static boolean holds(Body condition, JsonNode item) {
        try {
            return Values.holds(condition.evaluate(item, true));
        } catch (Unevaluable unknown) {
            return false;
        }
    }

    private static JsonNode forEach(JsonNode items, Body body) {
        return list(entries(items, "foreach").stream()
                .map(item -> body.evaluate(item, false))
                .toList());
    }

    private static JsonNode where(JsonNode items, Body body) {
        List<JsonNode> kept = entries(items, "where").stream()
                .filter(item -> holds(body, item))
                .toList();
        if (items.isArray()) {
            return list(kept);
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        kept.forEach(entry -> object.set(entry.get("key").stringValue(), entry.get("value")));
        return object;
    }

    private static JsonNode count(Arguments a) {
        JsonNode value = a.get(0);
        if (!value.isString() && !value.isContainer()) {
            throw a.wrong(0, "a string, list or object");
        }
        return number(value.isString() ? value.stringValue().length() : value.size());
    }

    private static JsonNode end(JsonNode of, boolean first) {
        if (of.isString() && !of.stringValue().isEmpty()) {
            String text = of.stringValue();
            return string(first ? text.substring(0, 1) : text.substring(text.length() - 1));
        }
        return of.isArray() && !of.isEmpty() ? of.get(first ? 0 : of.size() - 1) : MissingNode.getInstance();
    }

    private static JsonNode take(Arguments a) {
        if (a.get(0).isString()) {
            String text = a.text(0);
            return string(text.substring(0, clamp(a.whole(1), text.length())));
        }
        return slice(a.list(0), 0, a.whole(1));
    }

    private static JsonNode subArray(Arguments a) {
        int size = a.list(0).size();
        int from = a.whole(1);
        int to = a.count() == 3 ? a.whole(2) : size;
        if (from < 0 || from > size || to < 0 || to > size) {
            throw a.failed("goes beyond the list");
        }
        return slice(a.list(0), from, to);
    }

    private static int clamp(int place, int size) {
        return Math.clamp(place, 0, size);
    }

    private static JsonNode slice(JsonNode list, int from, int to) {
        int end = clamp(to, list.size());
        return list(elements(list).subList(Math.min(from, end), end));
    }

    private static JsonNode indicesAndValues(Arguments a) {
        ArrayNode pairs = Values.list();
        if (a.get(0).isObject()) {
            a.get(0).properties().forEach(p -> pairs.add(pair("index", string(p.getKey()), p.getValue())));
        } else {
            int index = 0;
            for (JsonNode element : a.list(0)) {
                pairs.add(pair("index", number(index++), element));
            }
        }
        return pairs;
    }

    private static JsonNode createArray(Arguments a) {
        List<JsonNode> elements = new ArrayList<>();
        for (int i = 0; i < a.count(); i++) {
            elements.add(a.get(i));
        }
        return list(elements);
    }

    static List<JsonNode> elements(JsonNode list) {
        return Collections.unmodifiableList(new ArrayList<>(list.values()));
    }

    /** JSON has no undefined: within a list it becomes null. */
    static ArrayNode list(List<JsonNode> elements) {
        ArrayNode list = Values.list();
        elements.forEach(element -> {
            if (element.isMissingNode()) {
                list.addNull();
            } else {
                list.add(element);
            }
        });
        return list;
    }
}
