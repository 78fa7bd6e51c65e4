package nl.balansmonitor.cards;

import static nl.balansmonitor.cards.Function.failure;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The values of a call's arguments; asking one for a type that it does not have ends the expression. */
final class Arguments {

    private final String function;
    private final JsonNode[] values;

    private Arguments(String function, JsonNode[] values) {
        this.function = function;
        this.values = values;
    }

    static Arguments evaluate(String function, List<Expression> expressions, Scope scope) {
        JsonNode[] values = new JsonNode[expressions.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = expressions.get(i).evaluate(scope);
        }
        return new Arguments(function, values);
    }

    int count() {
        return values.length;
    }

    JsonNode get(int place) {
        return values[place];
    }

    /** A string; undefined counts as the empty one, as in the original. */
    String text(int place) {
        JsonNode value = values[place];
        if (value.isMissingNode()) {
            return "";
        }
        if (!value.isString()) {
            throw wrong(place, "a string");
        }
        return value.stringValue();
    }

    double number(int place) {
        if (!values[place].isNumber()) {
            throw wrong(place, "a number");
        }
        return values[place].doubleValue();
    }

    /** A whole number, bounded to what an {@code int} holds. */
    int whole(int place) {
        if (!Values.isWhole(values[place])) {
            throw wrong(place, "a whole number");
        }
        return (int) values[place].doubleValue();
    }

    JsonNode list(int place) {
        if (!values[place].isArray()) {
            throw wrong(place, "a list");
        }
        return values[place];
    }

    JsonNode object(int place) {
        if (!values[place].isObject()) {
            throw wrong(place, "an object");
        }
        return values[place];
    }

    Unevaluable wrong(int place, String wanted) {
        return failure(function, "wants %s as argument %d".formatted(wanted, place + 1));
    }

    Unevaluable failed(String reason) {
        return failure(function, reason);
    }
}
