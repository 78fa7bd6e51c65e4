package nl.balansmonitor.documents.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.balansmonitor.documents.Partition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseFileTest {

    record Note(String text) {}

    @Test
    void asksSqliteForWhatDurabilityAndErasureNeed(@TempDir Path folder) throws Exception {
        try (var file = DatabaseFile.open(folder.resolve("test.db"), Duration.ofSeconds(1))) {
            var writer = file.writer();
            assertThat(texts(writer, "PRAGMA journal_mode")).containsExactly("wal");
            assertThat(Sql.number(writer, "PRAGMA synchronous")).isEqualTo(2); // FULL
            assertThat(Sql.number(writer, "PRAGMA secure_delete")).isEqualTo(1);
            assertThat(Sql.number(writer, "PRAGMA temp_store")).isEqualTo(2); // MEMORY
            assertThat(file.readers()).isNotEmpty();
            for (var reader : file.readers()) {
                assertThat(Sql.number(reader, "PRAGMA query_only")).isEqualTo(1);
                assertThat(Sql.number(reader, "PRAGMA temp_store")).isEqualTo(2);
            }
        }
    }

    @Test
    void storesKeysAsPlainTextAndNothingThatTellsTimeOrOrder(@TempDir Path folder) throws Exception {
        try (var documents = SqliteDocuments.open(folder.resolve("test.db"), new SecureRandom())) {
            documents.create(new Partition("De Zwaluw").key("note:1"), new Note("rust"));

            documents.write(connection -> {
                assertThat(texts(connection, "SELECT name || ' ' || type FROM pragma_table_info('documents')"))
                        .containsExactly("pk TEXT", "id TEXT", "etag TEXT", "body TEXT");
                assertThat(texts(connection, "SELECT pk || '|' || id || '|' || body FROM documents"))
                        .containsExactly("De Zwaluw|note:1|{\"text\":\"rust\"}");
                assertThat(Sql.number(connection, "SELECT wr FROM pragma_table_list('documents')"))
                        .as("without rowid")
                        .isEqualTo(1);
                return true;
            });
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            while (found.next()) {
                texts.add(found.getString(1));
            }
        }
        return texts;
    }
}
