package nl.balansmonitor.documents.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import nl.balansmonitor.documents.Partition;
import nl.balansmonitor.documents.StorageUnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQLite's own limit on a database's pages stands for the end of the disk: the same error from the same place, on any machine. */
class FullDiskTest {

    record Note(String text) {}

    private static final Partition ZWALUW = new Partition("De Zwaluw");

    private SqliteDocuments documents;

    @BeforeEach
    void open(@TempDir Path folder) {
        documents = SqliteDocuments.open(folder.resolve("test.db"), new SecureRandom());
    }

    @AfterEach
    void close() throws Exception {
        documents.close();
    }

    @Test
    void refusesWhatDoesNotFitKeepsWhatItHasAndRecovers() {
        var before = documents.create(ZWALUW.key("before"), new Note("rust")).orElseThrow();
        var big = new Note("x".repeat(200_000));
        limitPagesTo(20);

        assertThatThrownBy(() -> documents.create(ZWALUW.key("big"), big))
                .isInstanceOf(StorageUnavailableException.class)
                .hasMessageContaining("full");
        assertThatThrownBy(() -> documents.replace(before, big)).isInstanceOf(StorageUnavailableException.class);

        assertThat(documents.read(before.key(), Note.class)).contains(before);
        assertThat(documents.read(ZWALUW.key("big"), Note.class)).isEmpty();
        assertThat(documents.create(ZWALUW.key("small"), new Note("fits"))).isPresent();

        limitPagesTo(10_000);

        assertThat(documents.create(ZWALUW.key("big"), big)).isPresent();
        assertThat(documents.replace(before, big)).isPresent();
    }

    private void limitPagesTo(int pages) {
        int limit = documents.write(connection -> Sql.number(connection, "PRAGMA max_page_count = " + pages));
        assertThat(limit).isEqualTo(pages);
    }
}
