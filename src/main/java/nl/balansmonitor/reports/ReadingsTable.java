package nl.balansmonitor.reports;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.balansmonitor.sessions.Distribution;
import nl.balansmonitor.sessions.Reading;
import nl.balansmonitor.sessions.Scale;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.Thermometer;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.statements.Deck;
import nl.balansmonitor.statements.Decks;
import nl.balansmonitor.wording.Texts;
import org.springframework.stereotype.Component;

/**
 * The readings as a table, a row for every statement of every session. Remarks are left out: away from the conversation that they were
 * written for, one can give its writer away.
 */
@Component
class ReadingsTable {

    private static final List<String> BEFORE_COUNTS = List.of("session", "theme", "statement", "reactions", "invited");
    private static final List<String> BEHIND_COUNTS = List.of("mean", "median", "dissent", "note");

    /** Counts, mean, median and dissent. */
    private static final int FIGURES = Scale.HIGHEST - Scale.LOWEST + 1 + 3;

    private final Decks decks;
    private final Texts texts;

    ReadingsTable(Decks decks, Texts texts) {
        this.decks = decks;
        this.texts = texts;
    }

    private record Where(SessionId session, StatementId statement) {}

    /**
     * @param sessions closed ones
     * @param readings theirs; any others are left out
     */
    Table of(Language language, Space space, List<Session> sessions, List<Reading> readings) {
        Deck deck = decks.of(space.id());
        Map<Where, Reading> taken = readings.stream()
                .collect(Collectors.toMap(r -> new Where(r.session(), r.statement()), r -> r, (first, same) -> first));
        var table = new Table(heading(language));
        for (Session session : sessions) {
            LocalDate date = LocalDate.ofInstant(session.startedAt(), space.zone());
            for (Thermometer thermometer : session.thermometers()) {
                Optional.ofNullable(taken.get(new Where(session.id(), thermometer.statement())))
                        .ifPresent(reading -> table.add(row(language, date, deck, reading)));
            }
        }
        return table;
    }

    private List<Cell> heading(Language language) {
        return Stream.of(
                        BEFORE_COUNTS.stream().map(name -> title(language, name)),
                        IntStream.rangeClosed(Scale.LOWEST, Scale.HIGHEST)
                                .mapToObj(score -> title(language, "count", score)),
                        BEHIND_COUNTS.stream().map(name -> title(language, name)))
                .flatMap(cells -> cells)
                .toList();
    }

    private Cell title(Language language, String name, Object... blanks) {
        return Cell.text(texts.get(language, "phrase.report.readings." + name, blanks));
    }

    private List<Cell> row(Language language, LocalDate date, Deck deck, Reading reading) {
        return Stream.of(
                        Stream.of(
                                Cell.date(date),
                                deck.find(reading.statement())
                                        .map(s -> Cell.text(texts.get(language, "theme." + s.theme())))
                                        .orElse(Cell.EMPTY),
                                deck.find(reading.statement())
                                        .map(s -> Cell.text(s.text(language)))
                                        .orElse(Cell.EMPTY),
                                Cell.count(reading.reactions()),
                                reading.invited() == 0
                                        ? Cell.EMPTY
                                        : Cell.count(Math.max(reading.reactions(), reading.invited()))),
                        reading.shown()
                                .map(shown -> figures(language, shown))
                                .orElseGet(() -> Collections.nCopies(FIGURES, Cell.EMPTY).stream()),
                        Stream.of(note(language, reading)))
                .flatMap(cells -> cells)
                .toList();
    }

    private static Stream<Cell> figures(Language language, Distribution shown) {
        return Stream.concat(
                shown.counts().stream().map(Cell::count),
                Stream.of(shown.mean(), shown.median(), shown.dissent()).map(n -> Cell.number(language, n)));
    }

    /** Why there are no figures. */
    private Cell note(Language language, Reading reading) {
        if (reading.shown().isPresent()) {
            return Cell.EMPTY;
        }
        return Cell.text(texts.get(
                language, reading.revealed() ? "phrase.report.readings.tooFew" : "phrase.report.readings.notRevealed"));
    }
}
