package nl.balansmonitor.documents.sqlite;

import java.nio.file.Path;
import java.security.SecureRandom;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.QueryContractTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteQueryTest extends QueryContractTest {

    private SqliteDocuments documents;

    @BeforeEach
    void open(@TempDir Path folder) {
        documents = SqliteDocuments.open(folder.resolve("test.db"), new SecureRandom());
    }

    @AfterEach
    void close() throws Exception {
        documents.close();
    }

    @Override
    protected Documents documents() {
        return documents;
    }
}
