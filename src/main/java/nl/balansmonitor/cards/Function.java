package nl.balansmonitor.cards;

import static nl.balansmonitor.cards.Unevaluable.failed;

import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/** A function of the language: an entry in the tables of the {@code ...Functions} classes. */
sealed interface Function {

    /** The name in a template; upper and lower case differ. */
    String name();

    /** A function whose operation decides which arguments are evaluated, and how. */
    record Direct(String name, Arity arity, Operation operation) implements Function {}

    /** A function that evaluates its last argument once per item, with the item in a variable. */
    record OverItems(String name, ItemOperation operation) implements Function {
        static final Arity ARITY = Arity.exactly(3);
    }

    /** How many arguments are taken, inclusive on both sides. */
    record Arity(int least, int most) {
        static Arity exactly(int count) {
            return new Arity(count, count);
        }

        static Arity atLeast(int count) {
            return new Arity(count, Integer.MAX_VALUE);
        }

        static Arity between(int least, int most) {
            return new Arity(least, most);
        }

        boolean allows(int count) {
            return least <= count && count <= most;
        }

        @Override
        public String toString() {
            if (most == Integer.MAX_VALUE) {
                return "at least " + least;
            }
            return least == most ? String.valueOf(least) : least + " to " + most;
        }
    }

    @FunctionalInterface
    interface Operation {
        JsonNode apply(List<Expression> arguments, Scope scope);
    }

    @FunctionalInterface
    interface ItemOperation {
        JsonNode apply(JsonNode items, Body body);
    }

    /** A lambda's body; guarded, a missing value in it is undefined instead of the end of the expression. */
    @FunctionalInterface
    interface Body {
        JsonNode evaluate(JsonNode item, boolean guarded);
    }

    /** Decides itself what it evaluates. */
    static Function lazy(String name, Arity arity, Operation operation) {
        return new Direct(name, arity, operation);
    }

    /** Calculates from the values of all arguments. */
    static Function eager(String name, Arity arity, java.util.function.Function<Arguments, JsonNode> result) {
        return new Direct(name, arity, (arguments, scope) -> result.apply(Arguments.evaluate(name, arguments, scope)));
    }

    /** Asks something of the values; no where a value cannot be had, instead of an error. */
    static Function test(String name, Arity arity, Predicate<Arguments> holds) {
        return new Direct(name, arity, (arguments, scope) -> {
            Arguments values;
            try {
                values = Arguments.evaluate(name, arguments, scope.guard());
            } catch (Unevaluable unknown) {
                return BooleanNode.FALSE;
            }
            return BooleanNode.valueOf(holds.test(values));
        });
    }

    /** Goes over a list, or over an object as a list of {@code key} and {@code value}. */
    static Function overItems(String name, ItemOperation operation) {
        return new OverItems(name, operation);
    }

    /** A failure in this function; the reason must not hold a value. */
    static Unevaluable failure(String function, String reason) {
        return failed(function + " " + reason);
    }
}
