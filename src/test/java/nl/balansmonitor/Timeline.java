package nl.balansmonitor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.balansmonitor.standin.Post;

/** What the bot posted when, to be compared with a table of what it should have. */
final class Timeline {

    private static final int TITLE_LINES = 2;

    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    /**
     * A post.
     *
     * @param where the name of the channel, or of whose chat it is
     * @param what  its first two lines, parted by a slash and without an emoji at the beginning; in a table only how these begin
     */
    record Entry(LocalDateTime at, String where, String what) {

        /** From {@code 2026-09-07 08:00 | Noord | Op di 8 sep}. */
        static Entry parse(String line) {
            String[] columns = line.split("\\|", 3);
            return new Entry(
                    LocalDateTime.parse(columns[0].strip().replace(' ', 'T')), columns[1].strip(), columns[2].strip());
        }

        /** Whether this is the post that a line of the table is about. */
        boolean is(Entry line) {
            return at.equals(line.at) && where.equals(line.where) && what.startsWith(line.what);
        }

        @Override
        public String toString() {
            return "%s | %s | %s".formatted(at.toString().replace('T', ' '), where, what);
        }
    }

    /**
     * How a timeline differs from a table.
     *
     * @param expected how many lines the table has
     */
    record Comparison(int expected, List<Entry> missing, List<Entry> unexpected) {

        int right() {
            return expected - missing.size();
        }

        /** In the order of time, as in a table of differences. */
        List<String> differences() {
            return Stream.concat(
                            missing.stream().map(e -> e + "   <- expected"),
                            unexpected.stream().map(e -> e + "   <- posted"))
                    .sorted()
                    .toList();
        }
    }

    void add(LocalDateTime at, Post post) {
        entries.add(new Entry(at, post.conversation().name(), title(post)));
    }

    /** Compares with a table in the class path: one line for one post; a line with # is a remark. */
    Comparison compare(String resource) {
        List<Entry> table = read(resource)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Entry::parse)
                .toList();
        var unexpected = new ArrayList<>(entries);
        var missing = new ArrayList<Entry>();
        for (Entry line : table) {
            if (!unexpected.stream()
                    .filter(e -> e.is(line))
                    .findFirst()
                    .map(unexpected::remove)
                    .orElse(false)) {
                missing.add(line);
            }
        }
        return new Comparison(table.size(), missing, unexpected);
    }

    private static String title(Post post) {
        return post.text()
                .lines()
                .limit(TITLE_LINES)
                .collect(Collectors.joining(" / "))
                .replace('\u00a0', ' ')
                .replaceFirst("^[^\\p{L}]+", "");
    }

    private static String read(String resource) {
        try (InputStream in = Objects.requireNonNull(Timeline.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
