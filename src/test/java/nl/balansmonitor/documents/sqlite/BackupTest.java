package nl.balansmonitor.documents.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.balansmonitor.documents.Partition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What an operator gets who asks for a backup. */
@ExtendWith(OutputCaptureExtension.class)
class BackupTest {

    record Note(String text) {}

    private static final Partition ZWALUW = new Partition("De Zwaluw");

    @TempDir
    private Path folder;

    private Path file;
    private Path copy;

    @BeforeEach
    void choose() {
        file = folder.resolve("balans.db");
        copy = folder.resolve("copy of '26.db");
    }

    @Test
    void copiesWhatIsThereWhileTheDatabaseIsInUseAndNothingOfWhatWasDeleted() throws Exception {
        try (var documents = SqliteDocuments.open(file, new SecureRandom())) {
            var secret = documents
                    .create(ZWALUW.key("secret"), new Note("verdwenen " + "x".repeat(50_000)))
                    .orElseThrow();
            var kept =
                    documents.create(ZWALUW.key("note"), new Note("gebleven")).orElseThrow();
            documents.delete(secret);

            assertThat(backUp(copy.toString())).isZero();

            assertThat(documents.create(ZWALUW.key("later"), new Note("later"))).isPresent();
            try (var restored = SqliteDocuments.open(copy, new SecureRandom())) {
                assertThat(restored.read(kept.key(), Note.class)).contains(kept);
                assertThat(restored.read(ZWALUW.key("later"), Note.class)).isEmpty();
            }
            assertThat(new DatabaseBytes(file).find(Pattern.compile("verdwenen")))
                    .isNotEmpty();
            assertThat(new DatabaseBytes(copy).find(Pattern.compile("verdwenen")))
                    .isEmpty();
        }
    }

    @Test
    void leavesOneWholeFileAndNothingBesideIt() throws Exception {
        SqliteDocuments.open(file, new SecureRandom()).close();
        Path backups = Files.createDirectory(folder.resolve("backups"));

        assertThat(backUp(backups.resolve("balans.db").toString())).isZero();

        try (var files = Files.list(backups)) {
            assertThat(files).containsExactly(backups.resolve("balans.db"));
        }
    }

    @Test
    void overwritesNothing(CapturedOutput output) throws Exception {
        SqliteDocuments.open(file, new SecureRandom()).close();
        Files.writeString(copy, "somebody's");

        assertRefused(output, copy + " exists already", copy.toString());

        assertThat(copy).hasContent("somebody's");
    }

    @Test
    void makesNoDatabaseWhereNoneIs(CapturedOutput output) {
        assertRefused(output, "there is no database " + file, copy.toString());

        assertThat(file).doesNotExist();
    }

    @Test
    void makesNoFolder(CapturedOutput output) throws Exception {
        SqliteDocuments.open(file, new SecureRandom()).close();

        Path lost = folder.resolve("lost/copy.db");
        assertRefused(output, "there is no folder for " + lost, lost.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRAGMA user_version", "CREATE TABLE other (a)"})
    void leavesTheDatabasesOfOthersAlone(String sql, CapturedOutput output) throws Exception {
        Files.createFile(file);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Sql.execute(connection, sql);
        }

        assertRefused(output, "belongs to another program", copy.toString());
    }

    @Test
    void copiesNoFileThatIsNotADatabase(CapturedOutput output) throws Exception {
        Files.writeString(file, "a letter to the parents ".repeat(100));

        assertRefused(output, "is not a database or is damaged", copy.toString());
    }

    @Test
    void asksForTheFileToWrite(CapturedOutput output) {
        assertRefused(output, "say which file to write");
    }

    @Test
    void takesOnlyTheCommandForOne() {
        assertThat(BackupCommand.isAskedForBy("backup", "a.db")).isTrue();
        assertThat(BackupCommand.isAskedForBy("--backup")).isFalse();
        assertThat(BackupCommand.isAskedForBy()).isFalse();
    }

    private void assertRefused(CapturedOutput output, String reason, String... words) {
        assertThat(backUp(words)).isNotZero();
        assertThat(output.getAll().lines().filter(line -> line.contains("No backup was made")))
                .hasSize(1)
                .allMatch(line -> line.contains(reason));
        assertThat(output).doesNotContain("\tat ");
        assertThat(folder.resolve(copy.getFileName() + ".unfinished")).doesNotExist();
    }

    private int backUp(String... words) {
        var arguments = new ArrayList<>(List.of("backup"));
        arguments.addAll(List.of(words));
        arguments.add("--balans.storage.sqlite.path=" + file);
        return BackupCommand.run(arguments.toArray(String[]::new));
    }
}
