package nl.balansmonitor.trends;

import java.time.Instant;
import java.util.Optional;
import nl.balansmonitor.sessions.Distribution;
import nl.balansmonitor.sessions.Reading;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.StatementId;

/**
 * What one session said about one statement.
 *
 * @param at        the session's moment, the same in all lines
 * @param statement the one that was asked: in its present words, or an earlier one that it took the place of
 * @param reactions how many reacted
 * @param invited   how many could have; 0 if that is not known
 * @param shown     what the team has seen; empty, a gap in the line, if too few reacted or nothing was revealed
 */
public record Point(
        SessionId session,
        Instant at,
        StatementId statement,
        int reactions,
        int invited,
        Optional<Distribution> shown) {

    static Point of(Measurement measurement, Reading reading) {
        return new Point(
                measurement.session(),
                measurement.at(),
                reading.statement(),
                reading.reactions(),
                reading.invited(),
                reading.shown());
    }
}
