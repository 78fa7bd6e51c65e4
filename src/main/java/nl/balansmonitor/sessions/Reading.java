package nl.balansmonitor.sessions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.StatementId;

/**
 * What is left of a thermometer once its ballots are destroyed.
 *
 * @param takenAt      when it was counted; no ballot carries a time, so this says nothing of who was last
 * @param reactions    how many reacted
 * @param invited      how many could have; 0 if that is not known
 * @param revealed     whether the team has seen it
 * @param distribution empty below the minimum of reactions: then the scores are not kept at all
 * @param remarks      shuffled; empty below the minimum for remarks
 * @param remarksWithheld whether there were too few reactions to keep the remarks; says nothing of whether there were any
 */
public record Reading(
        SessionId session,
        StatementId statement,
        Instant takenAt,
        int reactions,
        int invited,
        boolean revealed,
        Optional<Distribution> distribution,
        List<String> remarks,
        boolean remarksWithheld) {

    /** Keeps its own copy of the remarks. */
    public Reading {
        remarks = List.copyOf(remarks);
    }

    /** What the team has seen of the scores: only a reveal shows them, so what was closed without one stays unseen. */
    public Optional<Distribution> shown() {
        return revealed ? distribution : Optional.empty();
    }

    /** The same without what is kept of fewer reactions than it takes now: the minimum may have been raised since it was counted. */
    Reading within(PrivacyProperties privacy) {
        return new Reading(
                session,
                statement,
                takenAt,
                reactions,
                invited,
                revealed,
                distribution.filter(d -> reactions >= privacy.minimumReactions()),
                reactions >= privacy.minimumRemarks() ? remarks : List.of(),
                remarksWithheld || reactions < privacy.minimumRemarks());
    }
}
