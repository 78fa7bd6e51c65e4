package nl.balansmonitor.cards;

import static nl.balansmonitor.cards.CollectionFunctions.elements;
import static nl.balansmonitor.cards.CollectionFunctions.list;
import static nl.balansmonitor.cards.Function.Arity.atLeast;
import static nl.balansmonitor.cards.Function.Arity.between;
import static nl.balansmonitor.cards.Function.Arity.exactly;
import static nl.balansmonitor.cards.Function.eager;
import static nl.balansmonitor.cards.Values.string;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The elements of lists in another order, or fewer of them. None changes its arguments. */
final class RearrangingFunctions {

    private static final int DEEPEST = 100;

    static final List<Function> ALL = List.of(
            eager("reverse", exactly(1), RearrangingFunctions::reverse),
            eager("sortBy", between(1, 2), a -> list(sorted(a))),
            eager("sortByDescending", between(1, 2), a -> list(sorted(a).reversed())),
            eager(
                    "flatten",
                    between(1, 2),
                    a -> flattened(a.list(0), Values.list(), a.count() == 2 ? Math.max(1, a.whole(1)) : DEEPEST)),
            eager("unique", exactly(1), a -> distinct(elements(a.list(0)))),
            eager("union", atLeast(1), RearrangingFunctions::union),
            eager("intersection", atLeast(1), RearrangingFunctions::intersection));

    private RearrangingFunctions() {}

    private static JsonNode reverse(Arguments a) {
        return a.get(0).isString()
                ? string(new StringBuilder(a.text(0)).reverse().toString())
                : list(elements(a.list(0)).reversed());
    }

    /** Without a property's name the order is that of the elements' texts, so 10 comes before 9. */
    private static List<JsonNode> sorted(Arguments a) {
        List<JsonNode> sorted = new ArrayList<>(elements(a.list(0)));
        String property = a.count() == 2 ? a.text(1) : "";
        Comparator<JsonNode> order = a.count() == 2
                ? (left, right) -> compare(left.path(property), right.path(property))
                : Comparator.comparing(element -> element.isNull() ? "null" : Values.text(element));
        sorted.sort(order);
        return sorted;
    }

    /** Values that cannot be compared keep their order. */
    private static int compare(JsonNode left, JsonNode right) {
        if (left.isString() && right.isString()) {
            return left.stringValue().compareTo(right.stringValue());
        }
        if (left.isNumber() && right.isNumber()) {
            return Double.compare(left.doubleValue(), right.doubleValue());
        }
        return left.isBoolean() && right.isBoolean() ? Boolean.compare(left.booleanValue(), right.booleanValue()) : 0;
    }

    private static ArrayNode flattened(JsonNode list, ArrayNode into, int depth) {
        for (JsonNode element : list) {
            if (element.isArray() && depth > 0) {
                flattened(element, into, depth - 1);
            } else {
                into.add(element);
            }
        }
        return into;
    }

    private static JsonNode distinct(List<JsonNode> elements) {
        List<JsonNode> seen = new ArrayList<>();
        for (JsonNode element : elements) {
            if (!has(seen, element)) {
                seen.add(element);
            }
        }
        return list(seen);
    }

    private static boolean has(List<JsonNode> elements, JsonNode wanted) {
        return elements.stream().anyMatch(element -> Values.equal(element, wanted));
    }

    private static JsonNode union(Arguments a) {
        List<JsonNode> all = new ArrayList<>();
        for (int i = 0; i < a.count(); i++) {
            all.addAll(elements(a.list(i)));
        }
        return distinct(all);
    }

    private static JsonNode intersection(Arguments a) {
        List<JsonNode> common = new ArrayList<>(elements(a.list(0)));
        for (int i = 1; i < a.count(); i++) {
            List<JsonNode> other = elements(a.list(i));
            common.removeIf(element -> !has(other, element));
        }
        return distinct(common);
    }
}
