package nl.balansmonitor.cards;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.balansmonitor.cards.Function.Direct;
import org.jspecify.annotations.Nullable;

/** All functions by name. Each group is a table of its own. */
final class Functions {

    private static final Map<String, Function> ALL = Stream.of(
                    LogicFunctions.ALL,
                    StringFunctions.ALL,
                    CollectionFunctions.ALL,
                    RearrangingFunctions.ALL,
                    ObjectFunctions.ALL,
                    MathFunctions.ALL,
                    ConversionFunctions.ALL,
                    DateFunctions.ALL)
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(Function::name, UnaryOperator.identity()));

    private Functions() {}

    static @Nullable Function find(String name) {
        return ALL.get(name);
    }

    /** A function that an operator stands for. */
    static Direct direct(String name) {
        if (find(name) instanceof Direct direct) {
            return direct;
        }
        throw new IllegalArgumentException(name);
    }

    static Collection<String> names() {
        return ALL.keySet();
    }
}
