package nl.balansmonitor.standin;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** The one mapper of this package. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static JsonNode valueOf(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** A missing node where the text isn't JSON. */
    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    /** A string, or whatever else has a plain value, as text; empty otherwise. */
    static String text(JsonNode node) {
        return node.isValueNode() && !node.isNull() && !node.isMissingNode() ? node.asString("") : "";
    }
}
