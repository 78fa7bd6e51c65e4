package nl.balansmonitor.cards;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A parsed template: JSON in which the strings with expressions have become expressions. Immutable. */
sealed interface TemplateNode {

    /** JSON without any expression in it; a list or an object only as literal {@code $data}. */
    record Constant(JsonNode value) implements TemplateNode {}

    /** A string that is one expression and nothing else: the result keeps its type. */
    record Value(Binding binding) implements TemplateNode {}

    /** A string with expressions among other characters. */
    record Text(List<Part> parts) implements TemplateNode {}

    record Items(List<TemplateNode> elements) implements TemplateNode {}

    /** An object, repeated over {@code data} and present only {@code when} that holds. */
    record Element(@Nullable TemplateNode data, @Nullable Binding when, List<Field> fields) implements TemplateNode {}

    record Field(String name, TemplateNode value) {}

    /** A piece of a {@link Text}. */
    sealed interface Part {}

    record Fixed(String text) implements Part {}

    /**
     * An expression where it stands.
     *
     * @param path the JSON path of the string
     * @param source the expression as written, for messages
     */
    record Binding(String path, String source, Expression expression) implements Part {}
}
