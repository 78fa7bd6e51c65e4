package nl.balansmonitor;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.balansmonitor.documents.sqlite.DatabaseBytes;

/** What the database's bytes hold of one session; made while it runs and has a ballot, as its key is looked up for later. */
final class SessionBytes {

    /** Between the id of a document and a field of it: its ETag, and whatever fields come first. */
    private static final String ROW = "[0-9a-f]{32}\\{[^\\x00]{0,1000}?";

    private final DatabaseBytes database;
    private final String session;
    private final String key;

    /** @throws AssertionError if there is no key or no ballot yet */
    SessionBytes(DatabaseBytes database, String session) throws IOException {
        this.database = database;
        this.session = session;
        key = find("session:" + session + ROW + "\"key\":\"([\\w-]{43})\"")
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no key of session " + session));
        if (ballotsAndKey().stream().noneMatch(found -> found.startsWith("ballot:"))) {
            throw new AssertionError("no ballot of session " + session);
        }
    }

    boolean isIn(String phase) throws IOException {
        return find("session:" + session + ROW + "\"phase\":\"" + phase + "\"")
                .findAny()
                .isPresent();
    }

    /** What is kept of the scores, by statement; several where the bytes hold more than one reading. */
    Map<String, String> distributions() throws IOException {
        return find("reading:" + session + ":(st\\d+)" + ROW + "\"distribution\":\\[([\\d,]+)\\]")
                .collect(Collectors.toMap(
                        match -> match.group(1), match -> match.group(2), (a, b) -> a.equals(b) ? a : a + " and " + b));
    }

    List<String> ballotsAndKey() throws IOException {
        return List.copyOf(find("ballot:" + session + "|" + Pattern.quote(key))
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private Stream<MatchResult> find(String regex) throws IOException {
        var pattern = Pattern.compile(regex, Pattern.DOTALL);
        return database.find(pattern).stream()
                .flatMap(match -> pattern.matcher(match).results());
    }
}
