package nl.balansmonitor;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import nl.balansmonitor.standin.TeamsStandIn;

/** The bot's process over one database: it is killed when it is told, while whoever uses it goes on, and is started again at once. */
final class MortalBot implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;

    private final TeamsStandIn teams;
    private final Path database;
    private final List<Instant> kills = new CopyOnWriteArrayList<>();
    private volatile JarProcess process;
    private volatile boolean listens = true;
    private CompletableFuture<Void> killed = CompletableFuture.completedFuture(null);

    MortalBot(TeamsStandIn teams, Path database) throws Exception {
        this.teams = teams;
        this.database = database;
        this.process = JarProcess.soon(teams, database);
    }

    /** Kills it so long after this, or after the start that follows the kill that was asked for before; doesn't wait for that. */
    void killAfter(Duration delay) {
        killed = killed.thenRunAsync(
                this::killAndStart, CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Waits until it was killed as often as it was asked for, and listens again. */
    void awaitKills() throws Exception {
        killed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Whether it is of use to talk to it; a kill may come at any moment all the same. */
    boolean listens() {
        return listens;
    }

    /** When it was killed: from that moment on nothing more came of it. */
    List<Instant> kills() {
        return List.copyOf(kills);
    }

    private void killAndStart() {
        try {
            listens = false;
            process.kill();
            kills.add(Instant.now());
            process = JarProcess.soon(teams, database);
            listens = true;
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
