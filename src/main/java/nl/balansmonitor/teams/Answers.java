package nl.balansmonitor.teams;

import java.util.List;
import java.util.function.Function;
import nl.balansmonitor.actions.ActionRefusal;
import nl.balansmonitor.rhythm.PlanRefusal;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.SessionRefusal;
import nl.balansmonitor.sessions.Sessions;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.statements.StatementRefusal;
import nl.balansmonitor.teams.botframework.Reply;
import org.springframework.stereotype.Component;

/** What all steps answer alike: a refusal is a line in the language of the one who tapped. */
@Component
class Answers {

    private final Sessions sessions;
    private final Rosters rosters;
    private final Lines lines;

    Answers(Sessions sessions, Rosters rosters, Lines lines) {
        this.sessions = sessions;
        this.rosters = rosters;
        this.lines = lines;
    }

    /** Answers about a session of the caller's own space; there are no others for him. */
    Reply.Invoked withSession(Caller caller, SessionId id, Function<Session, Reply.Invoked> answer) {
        return sessions.find(caller.space().id(), id)
                .map(answer)
                .orElseGet(() -> refused(caller, SessionRefusal.NO_SUCH_SESSION));
    }

    <T> Reply.Invoked of(Caller caller, Outcome<T, SessionRefusal> outcome, Function<T, Reply.Invoked> accepted) {
        return switch (outcome) {
            case Outcome.Accepted<T, SessionRefusal>(T value) -> accepted.apply(value);
            case Outcome.Refused<T, SessionRefusal>(SessionRefusal reason) -> refused(caller, reason);
        };
    }

    Reply.Invoked refused(Caller caller, SessionRefusal reason) {
        return Reply.Invoked.line(lines.of(caller.language(), reason));
    }

    Reply.Invoked refused(Caller caller, ActionRefusal reason) {
        return Reply.Invoked.line(lines.of(caller.language(), reason));
    }

    Reply.Invoked refused(Caller caller, StatementRefusal reason) {
        return Reply.Invoked.line(lines.of(caller.language(), reason));
    }

    Reply.Invoked refused(Caller caller, PlanRefusal reason) {
        return Reply.Invoked.line(lines.of(caller.language(), reason));
    }

    /** @param name of a line that answers a request no feature has seen */
    Reply.Invoked line(Caller caller, String name) {
        return Reply.Invoked.line(lines.of(caller.language(), name));
    }

    /** Who is in the conversation; empty while Teams doesn't say. */
    List<Member> members(Caller caller) {
        return rosters.of(caller.conversation());
    }

    /** What the cards of a session are drawn from, as it stands now. */
    Scene scene(Caller caller, Session session) {
        return new Scene(caller.space(), session, members(caller));
    }
}
