package nl.balansmonitor.documents.cosmos;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.util.List;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.QueryContractTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class CosmosQueryContractTest extends QueryContractTest {

    private CosmosDocuments documents;

    @BeforeEach
    void open() {
        var settings = CosmosPeer.settings(CosmosPeer.shared().address());
        documents = new Account(
                        settings,
                        Indexing.policy(
                                List.of("takenAt", "startedAt", "theme", "text", "author", "weight"), List.of()),
                        new SimpleMeterRegistry())
                .connect(new SecureRandom());
    }

    @AfterEach
    void close() {
        documents.close();
    }

    @Override
    protected Documents documents() {
        return documents;
    }
}
