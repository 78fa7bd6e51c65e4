package nl.balansmonitor.trends;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableList;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import nl.balansmonitor.sessions.Reading;
import nl.balansmonitor.shared.SessionId;

/**
 * What one session measured.
 *
 * @param at       the session's moment in every line: when its first reading was taken
 * @param readings those that hide something included, the oldest first; at least one
 */
record Measurement(SessionId session, Instant at, List<Reading> readings) {

    /** The readings by session, the oldest session first. */
    static List<Measurement> of(List<Reading> oldestFirst) {
        return oldestFirst.stream()
                .collect(groupingBy(Reading::session, LinkedHashMap::new, toUnmodifiableList()))
                .entrySet()
                .stream()
                .map(e -> new Measurement(e.getKey(), e.getValue().getFirst().takenAt(), e.getValue()))
                .toList();
    }
}
