package nl.balansmonitor.cards;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.NullNode;

/**
 * A card template, parsed once and expanded often. Immutable: any number of threads may expand it at once. The language
 * is described at <a href="https://learn.microsoft.com/adaptive-cards/templating/language">Adaptive Cards Template
 * Language</a>; where we differ from it is in {@code docs/card-templates.md}.
 */
public final class Template {

    private final String name;
    private final TemplateNode root;

    private Template(String name, TemplateNode root) {
        this.name = name;
        this.root = root;
    }

    /**
     * Reads a template.
     *
     * @param name how messages speak of it
     * @throws TemplateException if it is not JSON, or an expression in it has a wrong syntax, calls an unknown function
     *     or gives one the wrong number of arguments
     */
    public static Template parse(String name, String json) {
        return new Template(name, TemplateParser.parse(name, json));
    }

    /** The name that it was parsed with. */
    public String name() {
        return name;
    }

    /**
     * Fills the template strictly.
     *
     * @throws TemplateException if a value is missing, see {@link MissingValues#strict()}
     */
    public JsonNode expand(JsonNode data) {
        return expand(data, MissingValues.strict());
    }

    /**
     * Fills the template.
     *
     * @param data what {@code $root}, and {@code $data} at first, stand for; it is only read, and never for expressions
     * @return a tree of its own, which the caller may change; null if nothing is left of the whole template
     */
    public JsonNode expand(JsonNode data, MissingValues missing) {
        return expand(data, MissingNode.getInstance(), missing);
    }

    /**
     * Fills the template.
     *
     * @param host what {@code $host} stands for, such as the properties of the client that shows the card
     */
    public JsonNode expand(JsonNode data, JsonNode host, MissingValues missing) {
        JsonNode card = new Expansion(name, missing).expand(root, Scope.of(data, host));
        return card.isMissingNode() ? NullNode.getInstance() : card;
    }
}
