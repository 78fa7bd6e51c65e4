package nl.balansmonitor.trends;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.balansmonitor.actions.ActionItem;
import nl.balansmonitor.actions.Actions;
import nl.balansmonitor.sessions.History;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.StickerRound;
import nl.balansmonitor.sessions.Tally;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.statements.Deck;
import nl.balansmonitor.statements.Decks;
import org.springframework.stereotype.Service;

/** Reads what the sessions of a space left behind, and says what it amounts to. */
@Service
public class Trends {

    private final History history;
    private final Actions actions;
    private final Decks decks;
    private final Clock clock;

    Trends(History history, Actions actions, Decks decks, Clock clock) {
        this.history = history;
        this.actions = actions;
        this.decks = decks;
        this.clock = clock;
    }

    /**
     * The trend of one space as of now. A session belongs to the period in which its first reading was taken, as a whole; what was revealed
     * in one that still goes on is there too. Whether whoever asks may see this space is for the caller to check.
     */
    public Trend of(Space space, Period period) {
        LocalDate today = LocalDate.now(clock.withZone(space.zone()));
        Optional<LocalDate> since = period.firstDay(today);
        Instant start =
                since.map(day -> day.atStartOfDay(space.zone()).toInstant()).orElse(Instant.MIN);
        List<Measurement> all = Measurement.of(history.readings(space.id()));
        List<Measurement> measurements =
                all.stream().filter(m -> !m.at().isBefore(start)).toList();
        Map<SessionId, Session> closed = history.closed(space.id()).stream().collect(toMap(Session::id, identity()));
        List<ActionItem> agreed = actions.all(space.id()).stream()
                .filter(a -> !a.agreedAt().isBefore(start))
                .toList();
        Deck deck = decks.of(space.id());
        List<StatementLine> lines = StatementLines.over(measurements, deck);
        return new Trend(
                period,
                since,
                measurements.size() < all.size(),
                lines,
                ThemeLine.over(lines),
                measurements.stream()
                        .filter(m -> closed.containsKey(m.session()))
                        .map(Participation::in)
                        .toList(),
                ActionCounts.of(agreed, today, space.zone()),
                StickerTrend.of(measurements.stream()
                        .flatMap(m -> tally(closed, m).map(t -> StickerTrend.Round.of(m, t, deck)))
                        .toList()));
    }

    private static Stream<Tally> tally(Map<SessionId, Session> closed, Measurement measurement) {
        return Optional.ofNullable(closed.get(measurement.session()))
                .flatMap(Session::stickers)
                .flatMap(StickerRound::tally)
                .filter(tally -> !tally.withheld())
                .stream();
    }
}
