package nl.balansmonitor.documents.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import nl.balansmonitor.documents.StorageSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.modulith.NamedInterface;

/**
 * The command line {@code backup <file>}: copies the database while the bot runs, or when it does not. It is a process of its own, which
 * reads the settings as the bot does, serves nothing, and leaves the bot's lock alone.
 */
@NamedInterface("backup")
public final class BackupCommand {

    private static final Logger LOG = LoggerFactory.getLogger(BackupCommand.class);
    private static final String NAME = "backup";

    private BackupCommand() {}

    /** Nothing but the settings. */
    @EnableConfigurationProperties(StorageSettings.class)
    private static final class Settings {}

    /** Whether these arguments of the program ask for a backup. */
    public static boolean isAskedForBy(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(NAME);
    }

    /**
     * Makes the backup, or says in one line why not.
     *
     * @param arguments of the program: the command, the file to write, and any settings
     * @return the exit code: 0 once the backup is on the disk, else 1
     */
    public static int run(String... arguments) {
        try (var context = new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(arguments)) {
            List<String> words = new DefaultApplicationArguments(arguments).getNonOptionArgs();
            if (words.size() != 2) {
                throw new BackupRefusedException("say which file to write: " + NAME + " <file>");
            }
            Backup backup = of(context.getBean(StorageSettings.class));
            Path written = backup.to(Path.of(words.getLast()));
            LOG.info("{} is backed up in {}", backup.database(), written);
            return 0;
        } catch (BackupRefusedException | UnusableDatabaseException | IOException e) {
            LOG.error("No backup was made: {}", e.getMessage());
            return 1;
        }
    }

    private static Backup of(StorageSettings settings) {
        return switch (settings.type()) {
            case SQLITE -> new Backup(settings.sqlite().path());
            case COSMOS ->
                throw new BackupRefusedException(
                        "the documents are in Azure Cosmos DB, which backs itself up (docs/backup.md)");
        };
    }
}
