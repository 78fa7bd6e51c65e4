package nl.balansmonitor.documents;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the documents are kept: the settings {@code balans.storage.*}.
 *
 * @param type   which store
 * @param sqlite what the embedded store needs to know
 */
@ConfigurationProperties("balans.storage")
public record StorageSettings(
        @DefaultValue("sqlite") Type type, @DefaultValue Sqlite sqlite) {

    /** The stores there are. */
    public enum Type {
        /** One database file on this machine, for one process. */
        SQLITE
    }

    /**
     * The embedded store.
     *
     * @param path the database file, on a local disk; it and its folder are made if they don't exist
     */
    public record Sqlite(
            @DefaultValue("data/balans-monitor.db") Path path) {}
}
