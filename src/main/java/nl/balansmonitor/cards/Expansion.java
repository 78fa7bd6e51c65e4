package nl.balansmonitor.cards;

import nl.balansmonitor.cards.TemplateNode.Binding;
import nl.balansmonitor.cards.TemplateNode.Constant;
import nl.balansmonitor.cards.TemplateNode.Element;
import nl.balansmonitor.cards.TemplateNode.Field;
import nl.balansmonitor.cards.TemplateNode.Fixed;
import nl.balansmonitor.cards.TemplateNode.Items;
import nl.balansmonitor.cards.TemplateNode.Part;
import nl.balansmonitor.cards.TemplateNode.Text;
import nl.balansmonitor.cards.TemplateNode.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** One filling of one template. A result that is undefined is left out by whatever holds it. */
final class Expansion {

    private final String template;
    private final MissingValues missing;

    Expansion(String template, MissingValues missing) {
        this.template = template;
        this.missing = missing;
    }

    JsonNode expand(TemplateNode node, Scope scope) {
        return switch (node) {
            case Constant constant -> constant.value();
            case Value value -> copy(value(value.binding(), scope));
            case Text text -> text(text, scope);
            case Items items -> items(items, scope);
            case Element element -> element(element, scope);
        };
    }

    /** Whoever changes a card must not change the data or the template with it. */
    private static JsonNode copy(JsonNode value) {
        return value.isContainer() ? value.deepCopy() : value;
    }

    private JsonNode value(Binding binding, Scope scope) {
        try {
            return binding.expression().evaluate(scope);
        } catch (Unevaluable without) {
            return report(binding, without.reason());
        }
    }

    private JsonNode report(Binding binding, String reason) {
        missing.found(new MissingValue(template, binding.path(), binding.source(), reason));
        return MissingNode.getInstance();
    }

    private JsonNode text(Text text, Scope scope) {
        var result = new StringBuilder();
        for (Part part : text.parts()) {
            switch (part) {
                case Fixed fixed -> result.append(fixed.text());
                case Binding binding -> result.append(text(binding, scope));
            }
        }
        return Values.string(result.toString());
    }

    private String text(Binding binding, Scope scope) {
        try {
            return Values.text(binding.expression().evaluate(scope));
        } catch (Unevaluable without) {
            report(binding, without.reason());
            return "";
        }
    }

    /** Null is left out, and a list within the list gives its elements instead of itself. */
    private JsonNode items(Items items, Scope scope) {
        ArrayNode result = JsonNodeFactory.instance.arrayNode(items.elements().size());
        for (TemplateNode element : items.elements()) {
            JsonNode expanded = expand(element, scope);
            if (expanded instanceof ArrayNode several) {
                result.addAll(several);
            } else if (!Values.isNothing(expanded)) {
                result.add(expanded);
            }
        }
        return result;
    }

    /** Null if nothing is left of it, the object itself if it is one, and a list if there are more. */
    private JsonNode element(Element element, Scope scope) {
        if (element.data() == null) {
            ObjectNode only = oneElement(element, scope);
            return only == null ? NullNode.getInstance() : only;
        }
        JsonNode data = data(element.data(), scope);
        ArrayNode result = JsonNodeFactory.instance.arrayNode();
        if (data.isArray()) {
            for (int i = 0; i < data.size(); i++) {
                addIfPresent(result, oneElement(element, scope.item(data.get(i), i)));
            }
        } else if (!data.isMissingNode()) {
            addIfPresent(result, oneElement(element, scope.with(data)));
        }
        return switch (result.size()) {
            case 0 -> NullNode.getInstance();
            case 1 -> result.get(0);
            default -> result;
        };
    }

    private static void addIfPresent(ArrayNode result, @Nullable ObjectNode element) {
        if (element != null) {
            result.add(element);
        }
    }

    private JsonNode data(TemplateNode data, Scope scope) {
        return data instanceof Value value ? value(value.binding(), scope) : expand(data, scope);
    }

    private @Nullable ObjectNode oneElement(Element element, Scope scope) {
        if (element.when() != null && !isTrue(element.when(), scope)) {
            return null;
        }
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        for (Field field : element.fields()) {
            JsonNode value = expand(field.value(), scope);
            if (!value.isMissingNode()) {
                result.set(field.name(), value);
            }
        }
        return result;
    }

    /** Only the boolean true keeps an element; not knowing does not. */
    private static boolean isTrue(Binding when, Scope scope) {
        try {
            JsonNode value = when.expression().evaluate(scope.guard());
            return value.isBoolean() && value.booleanValue();
        } catch (Unevaluable unknown) {
            return false;
        }
    }
}
