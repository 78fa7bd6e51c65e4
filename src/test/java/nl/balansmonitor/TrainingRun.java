package nl.balansmonitor;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.balansmonitor.documents.cosmos.CosmosPeer;
import nl.balansmonitor.standin.Post;
import nl.balansmonitor.standin.Settings;
import nl.balansmonitor.standin.TeamsStandIn;

/**
 * A session that the image's bot plays while the image is built, so that Java keeps its classes as they were then (<a
 * href="https://openjdk.org/jeps/514">JEP 514</a>). There can be one such process only, with one store: it is the one that needs most
 * classes. What another deployment needs besides comes from the jars.
 *
 * @param java the image's own
 * @param jar  the program, with its libraries beside it
 */
record TrainingRun(Path java, Path jar) {

    private static final long PATIENCE_SECONDS = 180;

    /** Writes the classes into this file. */
    void cache(Path file) throws Exception {
        try (var teams = TeamsStandIn.start(Settings.defaults());
                var bot = JarProcess.in(teams, command(teams, file), asInAzure(teams))) {
            var meeting = new Meeting(teams.channel("Digitalisering", teams.team()), teams.team()[0]);
            Post root = meeting.begin();
            Post thermometer = meeting.open(root).getFirst();
            meeting.react(thermometer, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5);
            meeting.agree(meeting.reveal(thermometer), teams.team()[1], "Elke vrijdag een schermvrij uur");
            meeting.close(root);
            bot.terminate(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new IllegalStateException("Java wrote no cache of its classes:\n" + bot.awaitEnd());
            }
        }
    }

    private List<String> command(TeamsStandIn teams, Path file) {
        var command = new ArrayList<>(List.of("env"));
        teams.identityEnvironment().forEach((name, value) -> command.add(name + "=" + value));
        command.addAll(List.of(java.toString(), "-XX:AOTCacheOutput=" + file, "-Xlog:aot=error"));
        command.addAll(CosmosPeer.JVM_OPTIONS);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    /** As {@code deployment/main.json} has it, but for the Cosmos DB, which is the tests' own: over HTTP, with a key. */
    private static Map<String, String> asInAzure(TeamsStandIn teams) {
        var properties = CosmosPeer.properties(CosmosPeer.shared().address());
        properties.put("balans.bot.app-type", "UserAssignedMSI");
        properties.put("balans.bot.app-id", teams.appId());
        properties.put("balans.bot.tenant-id", teams.tenantId());
        properties.put("balans.bot.openid-metadata", teams.openIdMetadataUrl());
        properties.put("balans.reports.base-url", "http://127.0.0.1:1");
        properties.put("balans.sending.update-interval", "200ms");
        properties.put("logging.structured.format.console", "ecs");
        return properties;
    }
}
