package nl.balansmonitor.teams;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.balansmonitor.rhythm.SessionMoments;
import nl.balansmonitor.sessions.SessionRefusal;
import nl.balansmonitor.sessions.Sessions;
import nl.balansmonitor.sessions.Window;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.wording.Texts;
import org.springframework.stereotype.Component;

/** For how long a session opens: what a card offers, and what was chosen. */
@Component
class Openings {

    /** Said in a word, because not every client can choose an empty value. */
    private static final String MEETING = "meeting";

    private final Texts texts;
    private final Sessions sessions;
    private final SessionMoments moments;
    private final Clock clock;

    Openings(Texts texts, Sessions sessions, SessionMoments moments, Clock clock) {
        this.texts = texts;
        this.sessions = sessions;
        this.moments = moments;
        this.clock = clock;
    }

    /** @param value {@code meeting}, or the last day as yyyy-MM-dd */
    record Choice(String title, String value) {}

    /** This meeting first, which is what holds if nothing is chosen. */
    List<Choice> choices(Space space) {
        var language = space.language();
        var meeting = new Choice(texts.get(language, "phrase.start.untilMeeting"), MEETING);
        return Stream.concat(
                        Stream.of(meeting),
                        Window.usualLastDays(LocalDate.ofInstant(clock.instant(), space.zone())).stream()
                                .map(day -> new Choice(
                                        texts.get(language, "phrase.start.untilDay", Texts.day(language, day)),
                                        day.toString())))
                .toList();
    }

    /**
     * Prepares the window that was chosen: from now on its moments are looked after, whether or not the session comes to open.
     *
     * @param until as it was sent
     * @return empty for a session in this meeting
     */
    Outcome<Optional<Window>, SessionRefusal> prepared(Space space, SessionId session, String until) {
        String chosen = until.strip();
        if (chosen.isEmpty() || chosen.equals(MEETING)) {
            return Outcome.accepted(Optional.empty());
        }
        return switch (window(space, chosen)) {
            case Outcome.Refused<Window, SessionRefusal>(SessionRefusal why) -> Outcome.refused(why);
            case Outcome.Accepted<Window, SessionRefusal>(Window window) -> {
                moments.expect(space.id(), session, window);
                yield Outcome.accepted(Optional.of(window));
            }
        };
    }

    private Outcome<Window, SessionRefusal> window(Space space, String lastDay) {
        try {
            return sessions.windowUntil(space, LocalDate.parse(lastDay));
        } catch (DateTimeParseException e) {
            return Outcome.refused(SessionRefusal.NOT_A_DAY);
        }
    }
}
