package nl.balansmonitor.reports;

import static java.util.Comparator.comparingInt;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import nl.balansmonitor.actions.ActionItem;
import nl.balansmonitor.actions.Change;
import nl.balansmonitor.sessions.Distribution;
import nl.balansmonitor.sessions.Reading;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.statements.Statement;

/**
 * What a closed session has left, in no language yet. It holds nothing that the team has not seen: what reads it can't show too much.
 *
 * @param results  the revealed statements in the order in which they were talked about, then the others
 * @param lookBack what was decided in this session about actions of earlier ones
 * @param actions  what was agreed in it, as it stands now
 * @param ranking  what its sticker round came to, the most stickers first; empty without one, and where too few placed stickers
 * @param next     when the next session is planned, in the space's zone
 */
record Report(
        Space space,
        Session session,
        List<Result> results,
        List<Decided> lookBack,
        List<ActionItem> actions,
        List<Placed> ranking,
        Optional<LocalDateTime> next) {

    /** Keeps its own copies of the lists. */
    Report {
        results = List.copyOf(results);
        lookBack = List.copyOf(lookBack);
        actions = List.copyOf(actions);
        ranking = List.copyOf(ranking);
    }

    /**
     * What came of one statement.
     *
     * @param reading  without scores and remarks that were not shown
     * @param previous of an earlier session; empty too where there is nothing to compare with it
     */
    record Result(Statement statement, Reading reading, Optional<Reading> previous) {

        Result {
            boolean shown = reading.shown().isPresent();
            reading = new Reading(
                    reading.session(),
                    reading.statement(),
                    reading.takenAt(),
                    reading.reactions(),
                    reading.invited(),
                    reading.revealed(),
                    reading.shown(),
                    shown ? reading.remarks() : List.of(),
                    reading.remarksWithheld());
            previous = previous.filter(before -> shown && before.shown().isPresent());
        }

        Optional<Distribution> shown() {
            return reading.shown();
        }
    }

    /**
     * An action of an earlier session, as this one left it.
     *
     * @param ownerName    the one of today
     * @param feedbackDate which was agreed then
     */
    record Decided(String what, String ownerName, Change.Kind kind, LocalDate feedbackDate) {}

    /** A statement's place in a sticker round; equals share a rank. */
    record Placed(int rank, Statement statement, int stickers) {}

    /** The day on which it began, where the team is. */
    LocalDate date() {
        return LocalDate.ofInstant(session.startedAt(), space.zone());
    }

    /** The reading to which the most reacted, as the measure of who took part; empty without statements. */
    Optional<Reading> participation() {
        return results.stream().map(Result::reading).max(comparingInt(Reading::reactions));
    }
}
