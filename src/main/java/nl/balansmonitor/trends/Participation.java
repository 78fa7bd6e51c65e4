package nl.balansmonitor.trends;

import static java.util.Comparator.comparingInt;

import java.time.Instant;
import java.util.OptionalDouble;
import nl.balansmonitor.sessions.Reading;
import nl.balansmonitor.shared.SessionId;

/**
 * How many took part in a session.
 *
 * @param reactions on the statement that most reacted to
 * @param invited   how many could have reacted to it; 0 if that is not known
 */
public record Participation(SessionId session, Instant at, int reactions, int invited) {

    static Participation in(Measurement measurement) {
        Reading best = measurement.readings().stream()
                .max(comparingInt(Reading::reactions).thenComparingInt(Reading::invited))
                .orElseThrow();
        return new Participation(measurement.session(), measurement.at(), best.reactions(), best.invited());
    }

    /** 0 to 1, also when somebody reacted who has left the team since; empty if it is not known how many could have. */
    public OptionalDouble share() {
        return invited == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.min(1, (double) reactions / invited));
    }
}
