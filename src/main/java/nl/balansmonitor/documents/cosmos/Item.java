package nl.balansmonitor.documents.cosmos;

import com.azure.cosmos.CosmosItemSerializer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.documents.Key;
import nl.balansmonitor.documents.Partition;
import nl.balansmonitor.documents.stores.StoredForm;
import org.jspecify.annotations.Nullable;

/**
 * A document as the container holds it: the content under {@code body}, so that no name in it meets one of Cosmos DB's own.
 *
 * @param write names the write that made this version, the same in all tries of that write
 * @param body  the content as maps, lists, texts, numbers and truth values
 */
record Item(String id, String write, Object body, String etag) {

    /** The content's own conversion is done here; the SDK only writes and reads the outermost map. */
    static final CosmosItemSerializer SERIALIZER = new Serializer();

    static final String PARTITION_KEY = "pk";

    /** What is written: the store itself gives it an ETag. */
    static Map<String, Object> toWrite(Key key, String write, Object content) {
        var item = new LinkedHashMap<String, Object>();
        item.put("id", key.id());
        item.put(PARTITION_KEY, key.partition().value());
        item.put("write", write);
        item.put("body", StoredForm.MAPPER.convertValue(content, Object.class));
        return item;
    }

    <T> Document<T> document(Partition partition, Class<T> type) {
        return new Document<>(partition.key(id), StoredForm.MAPPER.convertValue(body, type), etag);
    }

    private static final class Serializer extends CosmosItemSerializer {

        @Override
        public <T> Map<String, Object> serialize(T item) {
            return DEFAULT_SERIALIZER.serialize(item);
        }

        @Override
        public <T> T deserialize(Map<String, Object> json, Class<T> type) {
            if (type != Item.class) {
                // A value that is no object comes wrapped, depending on which of its ways the SDK took.
                @Nullable Object wrapped = json.get("_value");
                return type.isInstance(wrapped) ? type.cast(wrapped) : DEFAULT_SERIALIZER.deserialize(json, type);
            }
            return type.cast(new Item(
                    text(json, "id"),
                    text(json, "write"),
                    Objects.requireNonNull(json.get("body")),
                    text(json, "_etag")));
        }

        private static String text(Map<String, Object> json, String field) {
            @Nullable Object value = json.get(field);
            if (value instanceof String text) {
                return text;
            }
            throw new IllegalStateException("an item without " + field + ": not written by this program");
        }
    }
}
