package nl.balansmonitor.teams;

import nl.balansmonitor.sessions.Closing;
import nl.balansmonitor.sessions.Phase;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.SessionRefusal;
import nl.balansmonitor.sessions.Sessions;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.teams.botframework.Reply;
import org.springframework.stereotype.Component;

/** The facilitator's steps that move a whole session on. */
@Component
class SessionSteps {

    private final Starting starting;
    private final Sessions sessions;
    private final Closing closing;
    private final Openings openings;
    private final Rosters rosters;
    private final Courier courier;
    private final Answers answers;
    private final SessionPresenter cards;

    SessionSteps(
            Starting starting,
            Sessions sessions,
            Closing closing,
            Openings openings,
            Rosters rosters,
            Courier courier,
            Answers answers,
            SessionPresenter cards) {
        this.starting = starting;
        this.sessions = sessions;
        this.closing = closing;
        this.openings = openings;
        this.rosters = rosters;
        this.courier = courier;
        this.answers = answers;
        this.cards = cards;
    }

    Reply.Invoked take(Caller caller, Request.OfSession request) {
        return switch (request) {
            case Request.BeginSession() -> begin(caller);
            case Request.StartSession r -> start(caller, r);
            case Request.CloseSession r -> close(caller, r);
        };
    }

    /** The start card begins a thread of its own. */
    private Reply.Invoked begin(Caller caller) {
        if (Visits.possible(caller)) {
            return answers.line(caller, "startInChannel");
        }
        return answers.of(
                caller,
                starting.begin(caller),
                session ->
                        answers.line(caller, session.phase() == Phase.CHOOSING ? "startCardComes" : "sessionGoesOn"));
    }

    private Reply.Invoked start(Caller caller, Request.StartSession request) {
        var space = caller.space().id();
        var chosen = request.statements().isEmpty()
                ? sessions.find(space, request.session())
                        .map(Session::suggestion)
                        .orElse(request.statements())
                : request.statements();
        return answers.of(
                caller,
                openings.prepared(caller.space(), request.session(), request.until()),
                window -> moved(caller, sessions.measure(space, request.session(), caller.actor(), chosen, window)));
    }

    private Reply.Invoked close(Caller caller, Request.CloseSession request) {
        int invited = rosters.of(caller.conversation()).size();
        Reply.Invoked answer =
                moved(caller, closing.close(caller.space().id(), request.session(), caller.actor(), invited));
        courier.touchProposals(caller.space().id());
        return answer;
    }

    private Reply.Invoked moved(Caller caller, Outcome<Session, SessionRefusal> outcome) {
        return answers.of(caller, outcome, session -> {
            courier.touch(session);
            return Reply.Invoked.card(cards.card(answers.scene(caller, session)));
        });
    }
}
