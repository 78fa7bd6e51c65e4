package nl.balansmonitor.documents.cosmos;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.DocumentsContractTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class CosmosDocumentsContractTest extends DocumentsContractTest {

    private CosmosDocuments documents;

    @BeforeEach
    void open() {
        var settings = CosmosPeer.settings(CosmosPeer.shared().address());
        documents = Account.of(settings, new SimpleMeterRegistry()).connect(new SecureRandom());
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
