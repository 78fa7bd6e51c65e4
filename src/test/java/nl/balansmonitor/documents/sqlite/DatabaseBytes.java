package nl.balansmonitor.documents.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The bytes of a database as the disk holds them: the file, its log and the log's index. */
public record DatabaseBytes(Path file) {

    private static final int LOG_HEADER = 32;
    private static final int FRAME_HEADER = 24;

    /** Everything in any of the files that the pattern matches. */
    public Set<String> find(Pattern pattern) throws IOException {
        var found = new HashSet<String>();
        for (var suffix : List.of("", "-wal", "-shm")) {
            var matcher = pattern.matcher(new String(read(suffix), StandardCharsets.ISO_8859_1));
            while (matcher.find()) {
                found.add(matcher.group());
            }
        }
        return found;
    }

    /**
     * The transactions in the log since it began anew: the frames that carry the database's size are those that end a transaction, and
     * they are written and synced at its commit. Format: https://www.sqlite.org/fileformat2.html#the_write_ahead_log
     */
    int transactionsInLog() throws IOException {
        var log = ByteBuffer.wrap(read("-wal"));
        int transactions = 0;
        if (log.limit() > LOG_HEADER) {
            int frame = FRAME_HEADER + log.getInt(8);
            long salts = log.getLong(16);
            for (int at = LOG_HEADER; at + frame <= log.limit() && log.getLong(at + 8) == salts; at += frame) {
                transactions += log.getInt(at + 4) > 0 ? 1 : 0;
            }
        }
        return transactions;
    }

    long logSize() throws IOException {
        return read("-wal").length;
    }

    private byte[] read(String suffix) throws IOException {
        var path = file.resolveSibling(file.getFileName() + suffix);
        return Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
    }
}
