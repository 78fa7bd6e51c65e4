package nl.balansmonitor.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.balansmonitor.actions.Actions;
import nl.balansmonitor.sessions.History;
import nl.balansmonitor.sessions.Phase;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.Sessions;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.wording.Texts;
import org.springframework.stereotype.Component;

/** The figures of one session, or of all that a space has closed, for a spreadsheet. */
@Component
class CsvFiles {

    private final Sessions sessions;
    private final History history;
    private final Actions actions;
    private final ReadingsTable readingsTable;
    private final ActionsTable actionsTable;
    private final Texts texts;
    private final Clock clock;

    CsvFiles(
            Sessions sessions,
            History history,
            Actions actions,
            ReadingsTable readingsTable,
            ActionsTable actionsTable,
            Texts texts,
            Clock clock) {
        this.sessions = sessions;
        this.history = history;
        this.actions = actions;
        this.readingsTable = readingsTable;
        this.actionsTable = actionsTable;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * A file to keep.
     *
     * @param name in ASCII, with the day of the session or, of all of them, today
     */
    record File(String name, Table table) {}

    /** Empty unless this space has such a session, and it is closed. */
    Optional<File> readings(Space space, SessionId session, Language language) {
        return ofClosed(
                space,
                session,
                language,
                "phrase.report.file.readings",
                closed ->
                        readingsTable.of(language, space, List.of(closed), history.readings(space.id(), closed.id())));
    }

    /** The readings of all closed sessions, the oldest first. */
    File allReadings(Space space, Language language) {
        return file(
                language,
                "phrase.report.file.readings",
                today(space),
                readingsTable.of(language, space, history.closed(space.id()), history.readings(space.id())));
    }

    /** Empty unless this space has such a session, and it is closed. */
    Optional<File> actions(Space space, SessionId session, Language language) {
        return ofClosed(
                space,
                session,
                language,
                "phrase.report.file.actions",
                closed -> actionsTable.of(language, space, actions.of(space.id(), closed.id())));
    }

    /** What was agreed in all sessions, the oldest first. */
    File allActions(Space space, Language language) {
        return file(
                language,
                "phrase.report.file.actions",
                today(space),
                actionsTable.of(language, space, actions.all(space.id())));
    }

    private Optional<File> ofClosed(
            Space space, SessionId session, Language language, String name, Function<Session, Table> table) {
        return sessions.find(space.id(), session)
                .filter(found -> found.phase() == Phase.CLOSED)
                .map(closed -> file(
                        language, name, LocalDate.ofInstant(closed.startedAt(), space.zone()), table.apply(closed)));
    }

    private LocalDate today(Space space) {
        return LocalDate.now(clock.withZone(space.zone()));
    }

    private File file(Language language, String name, LocalDate day, Table table) {
        return new File(texts.get(language, name, day.toString()), table);
    }
}
