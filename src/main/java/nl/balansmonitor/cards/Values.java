package nl.balansmonitor.cards;

import static nl.balansmonitor.cards.Unevaluable.failed;

import java.math.BigDecimal;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.StringNode;

/** JSON values as the language sees them, which is as JavaScript does: all numbers are doubles, for example. */
final class Values {

    /** The distance under which the original calls two numbers equal: JavaScript's {@code Number.EPSILON}. */
    private static final double EPSILON = 0x1p-52;

    private static final double LARGEST_EXACT_WHOLE = 0x1p53;

    private Values() {}

    static JsonNode string(String value) {
        return StringNode.valueOf(value);
    }

    static JsonNode bool(boolean value) {
        return BooleanNode.valueOf(value);
    }

    static ArrayNode list() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** A result of arithmetic; whole where it is whole. JSON knows neither infinity nor NaN, so they are failures. */
    static JsonNode number(double value) {
        if (!Double.isFinite(value)) {
            throw failed("the result is not a finite number");
        }
        if (value == Math.rint(value) && Math.abs(value) <= LARGEST_EXACT_WHOLE) {
            return LongNode.valueOf((long) value);
        }
        return DoubleNode.valueOf(value);
    }

    /** Undefined or null. */
    static boolean isNothing(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    static boolean isWhole(JsonNode value) {
        return value.isNumber() && value.doubleValue() == Math.rint(value.doubleValue());
    }

    /** Whether a condition holds: only false, null and undefined do not; 0 and the empty string do. */
    static boolean holds(JsonNode value) {
        return value.isBoolean() ? value.booleanValue() : !isNothing(value);
    }

    /** The named property, else the first whose name differs in case only, else undefined. */
    static JsonNode property(JsonNode of, String name) {
        if (of.isObject()) {
            JsonNode exact = of.get(name);
            return exact != null ? exact : propertyIgnoringCase(of, name);
        }
        // In JavaScript the elements of a list and the characters of a string are properties named 0, 1, ...
        if (isPlace(name)) {
            int place = Integer.parseInt(name);
            if (of.isArray() && place < of.size()) {
                return of.get(place);
            }
            if (of.isString() && place < of.stringValue().length()) {
                return string(of.stringValue().substring(place, place + 1));
            }
        }
        return MissingNode.getInstance();
    }

    private static JsonNode propertyIgnoringCase(JsonNode of, String name) {
        for (Map.Entry<String, JsonNode> property : of.properties()) {
            if (property.getKey().equalsIgnoreCase(name)) {
                return property.getValue();
            }
        }
        return MissingNode.getInstance();
    }

    private static boolean isPlace(String name) {
        return !name.isEmpty()
                && name.length() < 10
                && (name.charAt(0) != '0' || name.length() == 1)
                && name.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Whether {@code ==} holds: by value, strictly by type, and null equals undefined. */
    static boolean equal(JsonNode a, JsonNode b) {
        if (isNothing(a) || isNothing(b)) {
            return isNothing(a) && isNothing(b);
        }
        if (a.isNumber() && b.isNumber()) {
            return a.doubleValue() == b.doubleValue() || Math.abs(a.doubleValue() - b.doubleValue()) < EPSILON;
        }
        if (a.isArray() && b.isArray()) {
            boolean same = a.size() == b.size();
            for (int i = 0; same && i < a.size(); i++) {
                same = equal(a.get(i), b.get(i));
            }
            return same;
        }
        if (a.isObject() && b.isObject()) {
            return a.size() == b.size()
                    && a.properties().stream()
                            .allMatch(property ->
                                    b.has(property.getKey()) && equal(property.getValue(), b.get(property.getKey())));
        }
        return a.equals(b);
    }

    /** The text of a value within a string; a list's elements are joined by commas. */
    static String text(JsonNode value) {
        if (value.isString()) {
            return value.stringValue();
        }
        if (value.isNumber()) {
            return value.isIntegralNumber() ? value.asString() : numberText(value.doubleValue());
        }
        if (value.isBoolean()) {
            return String.valueOf(value.booleanValue());
        }
        if (value.isArray()) {
            return join(value, 0, value.size(), ",");
        }
        throw failed(value.isObject() ? "an object is not text" : "nothing is not text");
    }

    /** The elements from a place to before another, as text; null is the empty one. */
    static String join(JsonNode list, int from, int to, String separator) {
        var text = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (i > from) {
                text.append(separator);
            }
            if (!isNothing(list.get(i))) {
                text.append(text(list.get(i)));
            }
        }
        return text.toString();
    }

    /** The value's text where objects and lists may be part of it: they are written as JSON. */
    static String textOrJson(JsonNode value) {
        if (isNothing(value)) {
            return "";
        }
        return value.isContainer() ? value.toString() : text(value);
    }

    /** ECMA-262, {@code Number::toString}: plain digits from 1e-6 to below 1e21, else an exponent. */
    static String numberText(double value) {
        BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (decimal.signum() == 0) {
            return "0";
        }
        int exponent = decimal.precision() - decimal.scale() - 1;
        if (exponent > -7 && exponent < 21) {
            return decimal.toPlainString();
        }
        String digits = decimal.scaleByPowerOfTen(-exponent).toPlainString();
        return digits + (exponent < 0 ? "e-" : "e+") + Math.abs(exponent);
    }
}
