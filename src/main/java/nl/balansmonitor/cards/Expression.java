package nl.balansmonitor.cards;

import static nl.balansmonitor.cards.Unevaluable.failed;
import static nl.balansmonitor.cards.Unevaluable.missing;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/** One parsed expression. Immutable, and so usable by many threads at once. */
sealed interface Expression {

    /**
     * The value for what the scope holds.
     *
     * @throws Unevaluable if there is no value and nothing guards against that
     */
    JsonNode evaluate(Scope scope);

    /** A number, string, {@code true}, {@code false}, {@code null} or {@code undefined}. */
    record Literal(JsonNode value) implements Expression {
        @Override
        public JsonNode evaluate(Scope scope) {
            return value;
        }
    }

    /** One of the names with a dollar sign that every expression can use. */
    enum Reserved implements Expression {
        DATA("$data") {
            @Override
            public JsonNode evaluate(Scope scope) {
                return scope.data();
            }
        },
        ROOT("$root") {
            @Override
            public JsonNode evaluate(Scope scope) {
                return scope.root();
            }
        },
        INDEX("$index") {
            @Override
            public JsonNode evaluate(Scope scope) {
                return scope.present(scope.index(), "$index outside a repetition");
            }
        },
        HOST("$host") {
            @Override
            public JsonNode evaluate(Scope scope) {
                return scope.present(scope.host(), "$host");
            }
        };

        private final String text;

        Reserved(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** A lambda's variable. */
    record Variable(String name) implements Expression {
        @Override
        public JsonNode evaluate(Scope scope) {
            return scope.local(name);
        }
    }

    /** {@code of.name} */
    record Property(Expression of, String name) implements Expression {
        @Override
        public JsonNode evaluate(Scope scope) {
            return scope.present(Values.property(of.evaluate(scope), name), "'" + name + "'");
        }
    }

    /** {@code of[index]}, where the index is a whole number from 0 or a property's name. */
    record Element(Expression of, Expression index) implements Expression {
        @Override
        public JsonNode evaluate(Scope scope) {
            JsonNode container = of.evaluate(scope);
            JsonNode at = index.evaluate(scope);
            if (at.isString()) {
                return scope.present(Values.property(container, at.stringValue()), "property of that name");
            }
            if (!Values.isWhole(at)) {
                throw failed("an index is a whole number or a property's name");
            }
            if (Values.isNothing(container)) {
                return scope.present(MissingNode.getInstance(), "list");
            }
            if (!container.isArray()) {
                throw failed("only a list has numbered elements");
            }
            double place = at.doubleValue();
            if (place < 0 || place >= container.size()) {
                throw missing("element " + at + " in a list of " + container.size());
            }
            return container.get((int) place);
        }
    }

    /** <code>{name: value, ...}</code>; a value that is undefined leaves its name out. */
    record ObjectLiteral(List<Entry> entries) implements Expression {
        record Entry(String name, Expression value) {}

        @Override
        public JsonNode evaluate(Scope scope) {
            var object = JsonNodeFactory.instance.objectNode();
            for (Entry entry : entries) {
                JsonNode value = entry.value().evaluate(scope);
                if (!value.isMissingNode()) {
                    object.set(entry.name(), value);
                }
            }
            return object;
        }
    }

    /** A function or an operator, with its arguments. */
    record Call(Function.Direct function, List<Expression> arguments) implements Expression {
        @Override
        public JsonNode evaluate(Scope scope) {
            return function.operation().apply(arguments, scope);
        }
    }

    /** {@code foreach(items, variable, body)} and its like. */
    record Lambda(Function.OverItems function, Expression items, String variable, Expression body)
            implements Expression {
        @Override
        public JsonNode evaluate(Scope scope) {
            return function.operation()
                    .apply(
                            items.evaluate(scope),
                            (item, guarded) -> body.evaluate((guarded ? scope.guard() : scope).bind(variable, item)));
        }
    }
}
