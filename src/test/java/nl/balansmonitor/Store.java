package nl.balansmonitor;

import java.nio.file.Path;
import java.util.Map;
import nl.balansmonitor.documents.cosmos.CosmosPeer;

/** Where the application under test keeps its documents, empty at first. */
public enum Store {
    /** The embedded one, in a file. */
    SQLITE {
        @Override
        public Map<String, String> in(Path folder) {
            return Map.of(
                    "balans.storage.sqlite.path", folder.resolve("balans.db").toString());
        }
    },
    /** The one in the cloud: here the tests' own Cosmos DB. */
    COSMOS {
        @Override
        public Map<String, String> in(Path folder) {
            return CosmosPeer.properties(CosmosPeer.shared().address());
        }
    };

    /**
     * The settings of an application that uses a new one.
     *
     * @param folder for its files, if it has any; empty
     */
    public abstract Map<String, String> in(Path folder);
}
