package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.balansmonitor.standin.Member;
import nl.balansmonitor.standin.Post;
import nl.balansmonitor.standin.Settings;
import nl.balansmonitor.standin.TeamsStandIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator backs up the database while a team votes, loses the machine, and starts a bot on the backup. */
class BackupIT {

    private static final int BEFORE = 5;
    private static final int MEANWHILE = 1;

    @TempDir
    private Path folder;

    @Test
    void goesOnFromABackupWithEveryVoteThatWasAcknowledgedBeforeIt() throws Exception {
        Path backup = folder.resolve("backup.db");
        try (var teams = TeamsStandIn.start(Settings.defaults())) {
            var meeting = new Meeting(teams.channel("Digitalisering", teams.team()), teams.team()[0]);
            Post thermometer;
            try (var bot = JarProcess.soon(teams, folder.resolve("balans.db"))) {
                thermometer = meeting.open(meeting.begin()).getFirst();
                assertThat(meeting.react(thermometer, BEFORE, BEFORE, BEFORE, BEFORE, BEFORE, BEFORE))
                        .allMatch(answer -> answer.card().isPresent());
                backUpWhileOthersVote(teams, thermometer, backup);
                bot.kill();
            }
            assertThat(integrityOf(backup)).isEqualTo("ok");

            try (var restored = JarProcess.soon(teams, backup)) {
                List<Integer> distribution = Meeting.distribution(meeting.reveal(thermometer));
                assertThat(distribution.get(BEFORE - 1)).isEqualTo(6);
                assertThat(distribution.subList(MEANWHILE, BEFORE - 1)).containsOnly(0);
                assertThat(restored.isRunning()).isTrue();
            }
        }
    }

    private void backUpWhileOthersVote(TeamsStandIn teams, Post thermometer, Path backup) throws Exception {
        var voting = new AtomicBoolean(true);
        var votes = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Member member : List.of(teams.team()).subList(6, 12)) {
                threads.execute(() -> {
                    while (voting.get()) {
                        Meeting.react(member, thermometer, MEANWHILE, "");
                        votes.countDown();
                    }
                });
            }
            votes.await();
            try (var command = JarProcess.backup(folder.resolve("balans.db"), backup)) {
                String said = command.awaitEnd();
                assertThat(command.exitCode()).as(said).isZero();
                assertThat(said).contains("is backed up in " + backup);
            } finally {
                voting.set(false);
            }
        }
    }

    private static String integrityOf(Path database) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var result = connection.createStatement().executeQuery("PRAGMA integrity_check")) {
            return result.getString(1);
        }
    }
}
