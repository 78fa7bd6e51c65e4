package nl.balansmonitor.rhythm;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.SessionRefusal;
import nl.balansmonitor.sessions.Sessions;
import nl.balansmonitor.sessions.Window;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.spaces.Space;
import org.springframework.stereotype.Component;

/**
 * Begins planned sessions. One in the meeting waits on its start card for somebody to start it; an interim check, and one that is open for
 * days, open at once.
 */
@Component
class SessionBeginning implements Beginning {

    private static final int OF_AN_INTERIM_CHECK = 1;

    private final Sessions sessions;
    private final SchoolDays days;
    private final PreferenceStore preferences;
    private final SessionMoments moments;
    private final Clock clock;

    SessionBeginning(
            Sessions sessions, SchoolDays days, PreferenceStore preferences, SessionMoments moments, Clock clock) {
        this.sessions = sessions;
        this.days = days;
        this.preferences = preferences;
        this.moments = moments;
        this.clock = clock;
    }

    @Override
    public Outcome<Session, SessionRefusal> begin(Space space, Plan plan, Occasion occasion, SessionId id) {
        MemberId facilitator = plan.facilitator(space);
        int statements = occasion.interim() ? OF_AN_INTERIM_CHECK : plan.statements();
        if (plan.openDays() > 0) {
            return switch (sessions.windowUntil(space, lastDay(space, plan.openDays()))) {
                case Outcome.Refused<Window, SessionRefusal>(SessionRefusal reason) -> Outcome.refused(reason);
                case Outcome.Accepted<Window, SessionRefusal>(Window window) -> {
                    moments.expect(space.id(), id, window);
                    yield sessions.openPlanned(space.id(), id, facilitator, statements, Optional.of(window));
                }
            };
        }
        return occasion.interim()
                ? sessions.openPlanned(space.id(), id, facilitator, statements, Optional.empty())
                : sessions.beginPlanned(space.id(), id, facilitator, statements);
    }

    /** Everybody is there on the last day: it is the school day on or after it, or the one before where that would be too long. */
    private LocalDate lastDay(Space space, int openDays) {
        LocalDate today = LocalDate.now(clock.withZone(space.zone()));
        var region = preferences.of(space.id()).region();
        LocalDate last = days.from(today.plusDays(openDays), region);
        LocalDate longest = today.plusDays(Window.MOST_DAYS);
        if (!last.isAfter(longest)) {
            return last;
        }
        LocalDate before = days.before(longest.plusDays(1), 1, region);
        return before.isAfter(today) ? before : today.plusDays(openDays);
    }
}
