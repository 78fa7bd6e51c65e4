package nl.balansmonitor.documents.stores;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON in which contents are stored: the same in every store. */
public final class StoredForm {

    /**
     * Own settings, as the stored form must not change with {@code spring.jackson.*}. What only a newer program knows is ignored; what
     * an older one had not written yet is null, empty, zero or false.
     */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private StoredForm() {}
}
