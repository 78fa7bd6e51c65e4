package nl.balansmonitor.teams;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.balansmonitor.actions.ActionItem;
import nl.balansmonitor.sessions.Distribution;
import nl.balansmonitor.sessions.Reading;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.SessionRefusal;
import nl.balansmonitor.sessions.Sessions;
import nl.balansmonitor.sessions.Thermometers;
import nl.balansmonitor.sessions.Window;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.wording.Texts;
import org.springframework.stereotype.Component;

/** The feedback moment: the statement that an action came from is asked again, once for each feedback date. */
@Component
class FollowUps {

    private final Sessions sessions;
    private final Thermometers thermometers;
    private final Openings openings;
    private final Texts texts;
    private final Clock clock;

    FollowUps(Sessions sessions, Thermometers thermometers, Openings openings, Texts texts, Clock clock) {
        this.sessions = sessions;
        this.thermometers = thermometers;
        this.openings = openings;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Opens a session about this statement alone, for a couple of days, as people are not in a meeting when its owner asks for it. A second
     * call answers the same session. Its cards follow once it is touched at the {@link Courier}.
     */
    Outcome<Session, SessionRefusal> open(Space space, ActionItem action, MemberId by) {
        SessionId id = sessionOf(action, action.feedbackDate());
        LocalDate today = LocalDate.ofInstant(clock.instant(), space.zone());
        String until = Window.usualLastDays(today).getFirst().toString();
        return switch (openings.prepared(space, id, until)) {
            case Outcome.Refused<Optional<Window>, SessionRefusal>(SessionRefusal reason) -> Outcome.refused(reason);
            case Outcome.Accepted<Optional<Window>, SessionRefusal>(Optional<Window> window) ->
                sessions.openFollowUp(space.id(), id, by, action.id(), action.statement(), window);
        };
    }

    /** Whether the statement was asked again for this feedback date. */
    boolean asked(Space space, ActionItem action, LocalDate date) {
        return sessions.find(space.id(), sessionOf(action, date)).isPresent();
    }

    /** Such as {@code Vóór de actie 2,8, nu 3,4}; empty as long as either isn't known. */
    Optional<String> comparison(Language language, Space space, ActionItem action, LocalDate date) {
        return sessions.find(space.id(), sessionOf(action, date))
                .flatMap(session -> comparison(language, space, action, session));
    }

    /** The same, of the session that asks it again. */
    Optional<String> comparison(Language language, Space space, ActionItem action, Session session) {
        Optional<Double> before = sessions.find(space.id(), action.session()).flatMap(first -> mean(first, action));
        return before.flatMap(was -> mean(session, action)
                .map(is -> texts.get(
                        language, "phrase.reminder.measured", Texts.mean(language, was), Texts.mean(language, is))));
    }

    private Optional<Double> mean(Session session, ActionItem action) {
        if (!session.revealed(action.statement())) {
            return Optional.empty();
        }
        Reading reading = thermometers.reading(session, action.statement(), 0);
        return reading.shown().map(Distribution::mean);
    }

    private static SessionId sessionOf(ActionItem action, LocalDate date) {
        return new SessionId(
                UUID.nameUUIDFromBytes(("follow-up " + action.id() + " " + date).getBytes(StandardCharsets.UTF_8))
                        .toString());
    }
}
