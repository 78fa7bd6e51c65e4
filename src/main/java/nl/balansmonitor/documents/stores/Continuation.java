package nl.balansmonitor.documents.stores;

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
public record Continuation(String id, Optional<Object> sortKey) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Neither part is null. */
    public Continuation {
        Objects.requireNonNull(id);
    }

    /**
     * Reads it again.
     *
     * @throws IllegalArgumentException if the text is not from {@link #encoded()}
     */
    public static Continuation decode(String encoded) {
        try {
            return JSON.readValue(Base64.getUrlDecoder().decode(encoded), Continuation.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not where a page ended", e);
        }
    }

    /** As text, for {@link nl.balansmonitor.documents.Page#next()}. */
    public String encoded() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(this));
    }
}
