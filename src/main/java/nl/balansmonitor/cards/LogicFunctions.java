package nl.balansmonitor.cards;

import static nl.balansmonitor.cards.Function.Arity.atLeast;
import static nl.balansmonitor.cards.Function.Arity.exactly;
import static nl.balansmonitor.cards.Function.lazy;
import static nl.balansmonitor.cards.Function.test;
import static nl.balansmonitor.cards.Values.bool;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Conditions, comparisons and tests of type: the functions that guard against values that are not there. */
final class LogicFunctions {

    static final List<Function> ALL = List.of(
            lazy(
                    "and",
                    atLeast(1),
                    (arguments, scope) -> bool(arguments.stream().allMatch(a -> holds(a, scope)))),
            lazy("or", atLeast(1), (arguments, scope) -> bool(arguments.stream().anyMatch(a -> holds(a, scope)))),
            lazy("not", exactly(1), (arguments, scope) -> bool(!holds(arguments.getFirst(), scope))),
            lazy("if", exactly(3), LogicFunctions::either),
            lazy("coalesce", atLeast(1), LogicFunctions::firstPresent),
            test("equals", exactly(2), a -> Values.equal(a.get(0), a.get(1))),
            // Without a name in the original too: the operator alone.
            test("!=", exactly(2), a -> !Values.equal(a.get(0), a.get(1))),
            test("less", exactly(2), a -> compares(a, order -> order < 0)),
            test("lessOrEquals", exactly(2), a -> compares(a, order -> order <= 0)),
            test("greater", exactly(2), a -> compares(a, order -> order > 0)),
            test("greaterOrEquals", exactly(2), a -> compares(a, order -> order >= 0)),
            test("exists", exactly(1), a -> !Values.isNothing(a.get(0))),
            test("empty", exactly(1), a -> isEmpty(a.get(0))),
            test("bool", exactly(1), a -> truth(a.get(0))),
            test("contains", exactly(2), a -> contains(a.get(0), a.get(1))),
            test("isArray", exactly(1), a -> a.get(0).isArray()),
            test("isBoolean", exactly(1), a -> a.get(0).isBoolean()),
            test("isFloat", exactly(1), a -> a.get(0).isNumber() && !Values.isWhole(a.get(0))),
            test("isInteger", exactly(1), a -> Values.isWhole(a.get(0))),
            // As JavaScript's typeof: null and lists are objects.
            test("isObject", exactly(1), a -> a.get(0).isContainer() || a.get(0).isNull()),
            test("isString", exactly(1), a -> a.get(0).isString()));

    private LogicFunctions() {}

    /** What cannot be evaluated does not hold. */
    private static boolean holds(Expression condition, Scope scope) {
        try {
            return Values.holds(condition.evaluate(scope.guard()));
        } catch (Unevaluable unknown) {
            return false;
        }
    }

    private static JsonNode either(List<Expression> arguments, Scope scope) {
        return arguments.get(holds(arguments.getFirst(), scope) ? 1 : 2).evaluate(scope);
    }

    /** The last argument is not guarded by the ones before it: if nothing stands in, the value is missing after all. */
    private static JsonNode firstPresent(List<Expression> arguments, Scope scope) {
        for (Expression argument : arguments.subList(0, arguments.size() - 1)) {
            JsonNode value = orMissing(argument, scope.guard());
            if (!Values.isNothing(value)) {
                return value;
            }
        }
        JsonNode last = arguments.getLast().evaluate(scope);
        return last.isNull() ? MissingNode.getInstance() : last;
    }

    private static JsonNode orMissing(Expression expression, Scope scope) {
        try {
            return expression.evaluate(scope);
        } catch (Unevaluable unknown) {
            if (unknown.isMissing()) {
                return MissingNode.getInstance();
            }
            throw unknown;
        }
    }

    private static boolean compares(Arguments a, IntPredicate wanted) {
        JsonNode left = a.get(0);
        JsonNode right = a.get(1);
        if (Values.isNothing(left) || Values.isNothing(right)) {
            return false;
        }
        if (left.isNumber() && right.isNumber()) {
            return wanted.test(Double.compare(left.doubleValue() + 0.0, right.doubleValue() + 0.0));
        }
        if (left.isString() && right.isString()) {
            return wanted.test(left.stringValue().compareTo(right.stringValue()));
        }
        throw a.failed("compares two numbers or two strings");
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isString() ? value.stringValue().isEmpty() : Values.isNothing(value) || isEmptyContainer(value);
    }

    private static boolean isEmptyContainer(JsonNode value) {
        return value.isContainer() && value.isEmpty();
    }

    /** Any string with "false" in it is false. */
    private static boolean truth(JsonNode value) {
        if (value.isNumber()) {
            return value.doubleValue() != 0;
        }
        if (value.isString()) {
            return !value.stringValue().toLowerCase(Locale.ROOT).contains("false");
        }
        return Values.holds(value);
    }

    private static boolean contains(JsonNode container, JsonNode wanted) {
        if (container.isArray()) {
            return container.values().stream().anyMatch(item -> Values.equal(item, wanted));
        }
        if (!wanted.isString()) {
            return false;
        }
        return container.isString()
                ? container.stringValue().contains(wanted.stringValue())
                : !Values.property(container, wanted.stringValue()).isMissingNode();
    }
}
