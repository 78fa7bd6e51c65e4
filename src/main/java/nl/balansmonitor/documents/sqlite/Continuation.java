package nl.balansmonitor.documents.sqlite;

import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The last document of a page: the next page holds what sorts behind it, whatever has been added or deleted meanwhile.
 *
 * @param sortKey its value of the field the query orders by, a string or a number; empty if it had none or the query orders by id
 */
record Continuation(String id, Optional<Object> sortKey) {

    private static final JsonMapper JSON = JsonMapper.shared();

    Continuation {
        Objects.requireNonNull(id);
    }

    /** @throws IllegalArgumentException if the text is not from {@link #encoded()} */
    static Continuation decode(String encoded) {
        try {
            return JSON.readValue(Base64.getUrlDecoder().decode(encoded), Continuation.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not where a page ended", e);
        }
    }

    String encoded() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(this));
    }
}
