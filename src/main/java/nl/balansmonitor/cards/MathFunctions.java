package nl.balansmonitor.cards;

import static nl.balansmonitor.cards.Function.Arity.atLeast;
import static nl.balansmonitor.cards.Function.Arity.between;
import static nl.balansmonitor.cards.Function.Arity.exactly;
import static nl.balansmonitor.cards.Function.eager;
import static nl.balansmonitor.cards.Values.number;
import static nl.balansmonitor.cards.Values.string;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Numbers, which are doubles; a result that is not finite is a failure. */
final class MathFunctions {

    /** A card has no use for a longer range, and a wrong number in the data must not fill the memory. */
    private static final int LONGEST_RANGE = 10_000;

    private static final int MOST_DECIMALS = 15;

    static final List<Function> ALL = List.of(
            eager("add", atLeast(2), MathFunctions::add),
            eager("sub", atLeast(2), a -> fold(a, (x, y) -> x - y)),
            eager("mul", atLeast(2), a -> fold(a, (x, y) -> x * y)),
            eager("div", atLeast(2), MathFunctions::divide),
            eager("mod", exactly(2), MathFunctions::remainder),
            eager("exp", atLeast(2), a -> fold(a, Math::pow)),
            eager("max", atLeast(1), a -> number(numbers(a).max().orElse(Double.NaN))),
            eager("min", atLeast(1), a -> number(numbers(a).min().orElse(Double.NaN))),
            eager("sum", exactly(1), a -> number(sum(a))),
            eager("average", exactly(1), a -> number(sum(a) / a.list(0).size())),
            eager("abs", exactly(1), a -> number(Math.abs(a.number(0)))),
            eager("sqrt", exactly(1), a -> number(Math.sqrt(a.number(0)))),
            eager("floor", exactly(1), a -> number(Math.floor(a.number(0)))),
            eager("ceiling", exactly(1), a -> number(Math.ceil(a.number(0)))),
            eager("round", between(1, 2), a -> number(rounded(a.number(0), a.count() == 2 ? decimals(a, 1) : 0))),
            eager("range", exactly(2), MathFunctions::range));

    private MathFunctions() {}

    /** Half goes up, towards positive infinity: -2.5 becomes -2. */
    static double rounded(double value, int decimals) {
        double scale = Math.pow(10, decimals);
        double scaled = value * scale;
        // From 2^52 on a double has no fraction to round.
        return Math.abs(scaled) < 0x1p52 ? Math.round(scaled) / scale : scaled / scale;
    }

    static int decimals(Arguments a, int place) {
        int decimals = a.whole(place);
        if (decimals < 0 || decimals > MOST_DECIMALS) {
            throw a.wrong(place, "0 to " + MOST_DECIMALS + " decimals");
        }
        return decimals;
    }

    /** Two numbers are added; as soon as there is a string, they are texts one after the other. */
    private static JsonNode add(Arguments a) {
        JsonNode soFar = addend(a, 0);
        for (int i = 1; i < a.count(); i++) {
            JsonNode next = addend(a, i);
            soFar = soFar.isNumber() && next.isNumber()
                    ? number(soFar.doubleValue() + next.doubleValue())
                    : string(text(a, soFar, next) + text(a, next, soFar));
        }
        return soFar;
    }

    private static JsonNode addend(Arguments a, int place) {
        JsonNode value = a.get(place);
        if (!value.isNumber() && !value.isString() && !value.isMissingNode()) {
            throw a.wrong(place, "a number or a string");
        }
        return value;
    }

    private static String text(Arguments a, JsonNode value, JsonNode other) {
        if (!value.isMissingNode()) {
            return Values.text(value);
        }
        if (other.isNumber()) {
            throw a.failed("cannot add nothing and a number");
        }
        return "";
    }

    private static JsonNode fold(Arguments a, DoubleBinaryOperator operator) {
        double result = a.number(0);
        for (int i = 1; i < a.count(); i++) {
            result = operator.applyAsDouble(result, a.number(i));
        }
        return number(result);
    }

    /** Two whole numbers divide to the whole number below. */
    private static JsonNode divide(Arguments a) {
        double result = a.number(0);
        for (int i = 1; i < a.count(); i++) {
            double divisor = a.number(i);
            if (divisor == 0) {
                throw a.failed("cannot divide by 0");
            }
            boolean whole = result == Math.rint(result) && divisor == Math.rint(divisor);
            result = whole ? Math.floor(result / divisor) : result / divisor;
        }
        return number(result);
    }

    private static JsonNode remainder(Arguments a) {
        if (!Values.isWhole(a.get(0)) || !Values.isWhole(a.get(1))) {
            throw a.failed("wants whole numbers");
        }
        if (a.number(1) == 0) {
            throw a.failed("cannot divide by 0");
        }
        return number(a.number(0) % a.number(1));
    }

    /** Arguments are numbers or lists of numbers. */
    private static DoubleStream numbers(Arguments a) {
        return IntStream.range(0, a.count())
                .boxed()
                .flatMapToDouble(i -> a.get(i).isArray() ? numbers(a, i) : DoubleStream.of(a.number(i)));
    }

    private static DoubleStream numbers(Arguments a, int place) {
        return a.list(place).values().stream().mapToDouble(element -> {
            if (!element.isNumber()) {
                throw a.wrong(place, "a list of numbers");
            }
            return element.doubleValue();
        });
    }

    /** From left to right without compensation, as JavaScript adds. */
    private static double sum(Arguments a) {
        double[] numbers = numbers(a, 0).toArray();
        if (numbers.length == 0) {
            throw a.wrong(0, "a list that is not empty");
        }
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }

    private static JsonNode range(Arguments a) {
        int first = a.whole(0);
        int count = a.whole(1);
        if (count <= 0 || count > LONGEST_RANGE) {
            throw a.wrong(1, "1 to " + LONGEST_RANGE);
        }
        ArrayNode range = Values.list();
        for (int i = 0; i < count; i++) {
            range.add(number((double) first + i));
        }
        return range;
    }
}
