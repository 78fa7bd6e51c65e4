package nl.balansmonitor.documents.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a second process from a database file, by an operating system's lock on the file {@code .lock} beside it. The lock dies with
 * the process, also by a kill; the empty file stays, as deleting it would let two processes hold a lock each.
 */
final class ProcessLock implements AutoCloseable {

    /** On POSIX, closing any channel of a file drops all locks that the process has on it: so one held here is never opened again. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private ProcessLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock, without waiting.
     *
     * @param database its real path, so that two names of one file meet
     * @return empty if somebody has it, in this process or another
     * @throws IOException if the lock file can't be opened for writing
     */
    static Optional<ProcessLock> tryTake(Path database) throws IOException {
        var file = database.resolveSibling(database.getFileName() + ".lock");
        if (!HELD.add(file)) {
            return Optional.empty();
        }
        var taken = Optional.<ProcessLock>empty();
        try {
            taken = lock(file);
        } finally {
            if (taken.isEmpty()) {
                HELD.remove(file);
            }
        }
        return taken;
    }

    private static Optional<ProcessLock> lock(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var locked = false;
        try {
            locked = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return Optional.empty(); // held by this class in another class loader
        } finally {
            if (!locked) {
                channel.close();
            }
        }
        return locked ? Optional.of(new ProcessLock(file, channel)) : Optional.empty();
    }

    /** Gives the lock back. */
    @Override
    public void close() throws IOException {
        channel.close();
        HELD.remove(file);
    }
}
