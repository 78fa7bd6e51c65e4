package nl.balansmonitor.documents.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.Partition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.sqlite.util.LibraryLoaderUtil;

/** Starts the store as the application does, and reads what the operator would. */
@ExtendWith(OutputCaptureExtension.class)
class StartTest {

    /** The application with nothing in it but its store; without an annotation by which other tests would find it. */
    @Import(SqliteConfiguration.class)
    static class StoreAlone {

        public static void main(String[] arguments) {
            SpringApplication.run(StoreAlone.class, arguments);
        }
    }

    record Note(String text) {}

    private static final Partition ZWALUW = new Partition("De Zwaluw");

    private Path folder;
    private Path file;

    @BeforeEach
    void choose(@TempDir Path folder) {
        this.folder = folder;
        file = folder.resolve("balans.db");
    }

    @Test
    void makesTheFolderAndKeepsTheDocumentsForTheNextStart() {
        file = folder.resolve("een/twee/balans.db");
        try (var application = start()) {
            application.getBean(Documents.class).create(ZWALUW.key("note"), new Note("kept"));
        }
        assertThat(file).exists();
        assertThat(file.resolveSibling("balans.db-wal")).doesNotExist();

        try (var application = start()) {
            assertThat(application.getBean(Documents.class).read(ZWALUW.key("note"), Note.class))
                    .isPresent();
        }
    }

    @Test
    void takesAnyPathForWhatItIs() {
        file = folder.resolve("data?mode=memory & één%20#1/balans.db");
        start().close();

        assertThat(file).isNotEmptyFile();
    }

    @Test
    void refusesASecondProcessOnTheSameFile() throws Exception {
        try (var application = start()) {
            assertThat(outputOfFailure(startInOtherJvm(List.of(), List.of()))).contains("is in use by another process");

            assertThat(application.getBean(Documents.class).create(ZWALUW.key("note"), new Note("goes on")))
                    .isPresent();
        }
    }

    @Test
    void keepsItsLockWhenItIsOpenedTwiceWithinOneProcess(CapturedOutput output) throws Exception {
        try (var application = start()) {
            assertRefused(output, "is in use by another process");

            assertThat(outputOfFailure(startInOtherJvm(List.of(), List.of()))).contains("is in use by another process");
            assertThat(application.isRunning()).isTrue();
        }
        start().close();
    }

    @Test
    void refusesTheSameFileByAnotherName(CapturedOutput output) throws Exception {
        try (var application = start()) {
            var link = folder.resolve("link.db");
            assumeTrue(links(link, file), "the file system has no links");
            file = link;

            assertRefused(output, "is in use by another process");
            assertThat(application.isRunning()).isTrue();
        }
    }

    @Test
    void refusesAFolderThatCannotBeMade(CapturedOutput output) throws Exception {
        Files.writeString(folder.resolve("taken"), "a file");
        file = folder.resolve("taken/balans.db");

        assertRefused(output, "has no folder and it can't be made");
    }

    @Test
    void refusesAFolderThatCannotBeWritten(CapturedOutput output) {
        file = unwritableFolder().resolve("balans.db");

        assertRefused(output, "can't be written");
    }

    /** Permissions are all there is to make one file unwritable, and root may write it nevertheless: then the folder's test speaks. */
    @Test
    void refusesAFileThatCannotBeWritten(CapturedOutput output) {
        start().close();
        assumeTrue(file.toFile().setReadOnly());
        assumeFalse(Files.isWritable(file), "this user may write everything");

        assertRefused(output, "can't be written");
    }

    @Test
    void refusesAPlaceWhereTheLogCannotBeOpened(CapturedOutput output) throws Exception {
        Files.createDirectory(folder.resolve("balans.db-wal"));

        assertRefused(output, "can't be written");
    }

    @Test
    void refusesAPathThatIsAFolder(CapturedOutput output) {
        file = folder;

        assertRefused(output, "is a folder");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100, 100_000})
    void refusesAFileThatIsNoDatabaseAndLeavesItAlone(int length, CapturedOutput output) throws Exception {
        var text = "x".repeat(length);
        Files.writeString(file, text);

        assertRefused(output, "is not a database or is damaged");
        assertThat(file).hasContent(text);
    }

    @Test
    void refusesAnotherProgramsDatabaseAndLeavesItAlone(CapturedOutput output) throws Exception {
        change("CREATE TABLE books (title TEXT)");
        var before = Files.readAllBytes(file);

        assertRefused(output, "belongs to another program");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void refusesADatabaseOfANewerVersion(CapturedOutput output) throws Exception {
        start().close();
        change("PRAGMA user_version = 2");

        assertRefused(output, "was written by a newer version of this program (schema 2, known here is 1)");
    }

    @Test
    void refusesADatabaseThatAnotherProgramHasLocked(CapturedOutput output) throws Exception {
        start().close();
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Sql.execute(other, "PRAGMA locking_mode = EXCLUSIVE");
            Sql.execute(other, "BEGIN EXCLUSIVE");

            assertRefused(output, "is locked by another program");
        }
    }

    /** The limit on the size of files makes the kernel refuse every write, to root too and on any disk, as a full disk does. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void refusesADiskThatTakesNothingMore(boolean existing) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no POSIX shell here");
        if (existing) {
            start().close();
        }
        var library = "-Dorg.sqlite.lib.path=" + unpackedLibrary();

        var process = startInOtherJvm(
                List.of("/bin/sh", "-c", "ulimit -f 0 && exec \"$@\"", "sh"), List.of("-XX:-UsePerfData", library));

        assertThat(outputOfFailure(process)).contains("can't be written, as on a full disk");
    }

    @Test
    void refusesAStoreThatDoesNotExist(CapturedOutput output) {
        assertThatThrownBy(() -> start("--balans.storage.type=punchcards"));

        assertThat(output).contains("balans.storage.type", "punchcards", "SQLITE");
        assertNoStackTrace(output.toString());
    }

    private ConfigurableApplicationContext start(String... more) {
        var arguments = new ArrayList<>(List.of("--balans.storage.sqlite.path=" + file));
        arguments.addAll(Arrays.asList(more));
        return new SpringApplicationBuilder(StoreAlone.class)
                .web(WebApplicationType.NONE)
                .run(arguments.toArray(String[]::new));
    }

    private void assertRefused(CapturedOutput output, String reason) {
        assertThatThrownBy(this::start).hasRootCauseInstanceOf(Exception.class);

        assertThat(output)
                .containsPattern(
                        "Description:\\R\\RThe database .*\\Q" + reason + "\\E.*\\.\\R\\RAction:\\R\\R.*\\.\\R");
        assertNoStackTrace(output.toString());
    }

    private Process startInOtherJvm(List<String> launcher, List<String> options) throws IOException {
        return OtherJvm.start(
                launcher,
                options,
                StoreAlone.class,
                "--spring.main.web-application-type=none",
                "--balans.storage.sqlite.path=" + file);
    }

    private static String outputOfFailure(Process process) throws Exception {
        var output = OtherJvm.output(process);
        assertThat(process.waitFor()).as(output).isNotZero();
        assertNoStackTrace(output);
        return output;
    }

    private static void assertNoStackTrace(String output) {
        assertThat(output).doesNotContain("\tat ");
    }

    private void change(String sql) throws Exception {
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Sql.execute(other, sql);
        }
    }

    /** Permissions don't stop root; /sys does, as its folders take no new files. */
    private Path unwritableFolder() {
        assumeTrue(folder.toFile().setWritable(false));
        if (!Files.isWritable(folder)) {
            return folder;
        }
        var kernel = Path.of("/sys/kernel");
        assumeTrue(Files.isDirectory(kernel), "no folder that this user may not write");
        return kernel;
    }

    private Path unpackedLibrary() throws IOException {
        var name = LibraryLoaderUtil.getNativeLibName();
        var resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        try (var library = Objects.requireNonNull(LibraryLoaderUtil.class.getResourceAsStream(resource))) {
            Files.copy(library, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        return folder;
    }

    private static boolean links(Path link, Path target) throws IOException {
        try {
            Files.createSymbolicLink(link, target);
            return true;
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }
}
