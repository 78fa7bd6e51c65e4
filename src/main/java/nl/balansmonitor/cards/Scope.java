package nl.balansmonitor.cards;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What an expression can see. The language's "undefined" is a {@link MissingNode} throughout.
 *
 * @param index the place within the innermost repetition, from 0; undefined outside one
 * @param guarded whether something around the expression deals with values that are not there
 */
record Scope(
        JsonNode root,
        JsonNode data,
        JsonNode index,
        JsonNode host,
        @Nullable Local locals,
        boolean guarded) {

    /** A lambda's variable, with the one that it may shadow. */
    record Local(String name, JsonNode value, @Nullable Local outer) {}

    static Scope of(JsonNode root, JsonNode host) {
        return new Scope(root, root, MissingNode.getInstance(), host, null, false);
    }

    Scope with(JsonNode newData) {
        return new Scope(root, newData, index, host, locals, guarded);
    }

    Scope item(JsonNode item, int place) {
        return new Scope(root, item, IntNode.valueOf(place), host, locals, guarded);
    }

    Scope bind(String variable, JsonNode value) {
        return new Scope(root, data, index, host, new Local(variable, value, locals), guarded);
    }

    Scope guard() {
        return guarded ? this : new Scope(root, data, index, host, locals, true);
    }

    /** The lambda's variable; the parser has made sure that there is one. */
    JsonNode local(String variable) {
        for (Local local = locals; local != null; local = local.outer()) {
            if (local.name().equals(variable)) {
                return local.value();
            }
        }
        throw new IllegalStateException("the parser let through " + variable);
    }

    /** The value if there is one; otherwise undefined where that is guarded, and the end of the expression where not. */
    JsonNode present(JsonNode value, String what) {
        if (value.isMissingNode() && !guarded) {
            throw Unevaluable.missing(what);
        }
        return value;
    }
}
