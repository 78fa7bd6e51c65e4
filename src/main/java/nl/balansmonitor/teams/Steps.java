package nl.balansmonitor.teams;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import nl.balansmonitor.actions.ActionItem;
import nl.balansmonitor.actions.Actions;
import nl.balansmonitor.actions.Proposal;
import nl.balansmonitor.sessions.Closing;
import nl.balansmonitor.sessions.Phase;
import nl.balansmonitor.sessions.Remark;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.Sessions;
import nl.balansmonitor.sessions.Thermometers;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.teams.botframework.Reply;
import org.springframework.stereotype.Component;

/** Takes the steps that buttons ask for, and answers with what the one who tapped should see now. */
@Component
class Steps {

    private final Sessions sessions;
    private final Thermometers thermometers;
    private final Closing closing;
    private final Actions actions;
    private final Rosters rosters;
    private final Courier courier;
    private final Lines lines;
    private final SessionPresenter sessionCards;
    private final ThermometerPresenter thermometerCards;
    private final RevealPresenter revealCards;
    private final SummaryPresenter summaryCards;
    private final ActionsPresenter actionCards;

    Steps(
            Sessions sessions,
            Thermometers thermometers,
            Closing closing,
            Actions actions,
            Rosters rosters,
            Courier courier,
            Lines lines,
            SessionPresenter sessionCards,
            ThermometerPresenter thermometerCards,
            RevealPresenter revealCards,
            SummaryPresenter summaryCards,
            ActionsPresenter actionCards) {
        this.sessions = sessions;
        this.thermometers = thermometers;
        this.closing = closing;
        this.actions = actions;
        this.rosters = rosters;
        this.courier = courier;
        this.lines = lines;
        this.sessionCards = sessionCards;
        this.thermometerCards = thermometerCards;
        this.revealCards = revealCards;
        this.summaryCards = summaryCards;
        this.actionCards = actionCards;
    }

    Reply.Invoked take(Caller caller, Request request) {
        return switch (request) {
            case Request.StartSession r -> start(caller, r);
            case Request.React r -> react(caller, r);
            case Request.EraseRemark r -> erase(caller, r);
            case Request.ViewThermometer r -> viewThermometer(caller, r);
            case Request.Reveal r -> reveal(caller, r);
            case Request.ViewResult r -> viewResult(caller, r);
            case Request.AddAction r -> add(caller, r);
            case Request.CloseSession r -> close(caller, r);
            case Request.FinishAction r -> finish(caller, r);
            case Request.Unknown() -> line(caller, "unknown");
            case Request.Unreadable() -> line(caller, "unreadable");
        };
    }

    private Reply.Invoked start(Caller caller, Request.StartSession request) {
        var space = caller.space().id();
        var chosen = request.statements().isEmpty()
                ? sessions.find(space, request.session())
                        .map(Session::suggestion)
                        .orElse(request.statements())
                : request.statements();
        return answer(caller, sessions.measure(space, request.session(), caller.actor(), chosen), session -> {
            courier.touch(session);
            return Reply.Invoked.card(sessionCards.card(scene(caller, session)));
        });
    }

    private Reply.Invoked react(Caller caller, Request.React request) {
        Remark remark = Remark.of(request.remark());
        var outcome = thermometers.react(
                caller.space().id(), request.session(), request.statement(), caller.member(), request.score(), remark);
        return answer(caller, outcome, ballot -> own(caller, request.session(), request.statement(), remark.cut()));
    }

    private Reply.Invoked erase(Caller caller, Request.EraseRemark request) {
        var outcome =
                thermometers.eraseRemark(caller.space().id(), request.session(), request.statement(), caller.member());
        return answer(caller, outcome, ballot -> own(caller, request.session(), request.statement(), false));
    }

    /** The member's own view after his reaction; the channel's card follows. */
    private Reply.Invoked own(Caller caller, SessionId id, StatementId statement, boolean cut) {
        return withSession(caller, id, session -> {
            courier.touch(session);
            return Reply.Invoked.card(thermometerCards.own(scene(caller, session), statement, caller.member(), cut));
        });
    }

    private Reply.Invoked viewThermometer(Caller caller, Request.ViewThermometer request) {
        return withSession(
                caller,
                request.session(),
                session -> session.thermometer(request.statement()).isEmpty()
                        ? refused(caller, nl.balansmonitor.sessions.Refusal.NO_SUCH_STATEMENT)
                        : Reply.Invoked.card(thermometerCards.own(
                                scene(caller, session), request.statement(), caller.member(), false)));
    }

    private Reply.Invoked reveal(Caller caller, Request.Reveal request) {
        int invited = rosters.of(caller.conversation()).size();
        var outcome = thermometers.reveal(
                caller.space().id(), request.session(), request.statement(), caller.actor(), invited);
        return answer(caller, outcome, reading -> own(caller, request.session(), request.statement(), false));
    }

    private Reply.Invoked viewResult(Caller caller, Request.ViewResult request) {
        return withSession(
                caller,
                request.session(),
                session -> revealed(session, request.statement())
                        ? Reply.Invoked.card(revealCards.own(
                                scene(caller, session), request.statement(), RevealPresenter.Draft.NONE))
                        : refused(caller, nl.balansmonitor.sessions.Refusal.NO_SUCH_STATEMENT));
    }

    private Reply.Invoked add(Caller caller, Request.AddAction request) {
        return withSession(caller, request.session(), session -> {
            Outcome<ActionItem, nl.balansmonitor.actions.Refusal> outcome = propose(caller, session, request);
            return switch (outcome) {
                case Outcome.Accepted<ActionItem, nl.balansmonitor.actions.Refusal> added -> {
                    courier.touch(session);
                    yield Reply.Invoked.card(
                            revealCards.own(scene(caller, session), request.statement(), RevealPresenter.Draft.NONE));
                }
                case Outcome.Refused<ActionItem, nl.balansmonitor.actions.Refusal>(var reason) ->
                    correct(caller, session, request, reason);
            };
        });
    }

    /** What was typed stays in the form, with a line that says what is wrong; without a form there is only the line. */
    private Reply.Invoked correct(
            Caller caller, Session session, Request.AddAction request, nl.balansmonitor.actions.Refusal reason) {
        if (session.phase() != Phase.REACTING || !revealed(session, request.statement())) {
            return Reply.Invoked.line(lines.of(caller.language(), reason));
        }
        Scene scene = scene(caller, session);
        var draft = new RevealPresenter.Draft(
                request.what(),
                reason == nl.balansmonitor.actions.Refusal.NOT_A_DATE ? "" : request.feedbackDate(),
                lines.of(scene.language(), reason));
        return Reply.Invoked.card(revealCards.own(scene, request.statement(), draft));
    }

    private Outcome<ActionItem, nl.balansmonitor.actions.Refusal> propose(
            Caller caller, Session session, Request.AddAction request) {
        LocalDate feedback;
        try {
            feedback = request.feedbackDate().isBlank()
                    ? actions.usualFeedbackDate(caller.space())
                    : LocalDate.parse(request.feedbackDate().strip());
        } catch (DateTimeParseException e) {
            return Outcome.refused(nl.balansmonitor.actions.Refusal.NOT_A_DATE);
        }
        Optional<Member> owner = owner(caller, request.owner());
        if (owner.isEmpty()) {
            return Outcome.refused(nl.balansmonitor.actions.Refusal.NO_SUCH_OWNER);
        }
        var proposal =
                new Proposal(request.what(), owner.get().id(), owner.get().name(), feedback);
        return actions.add(caller.space(), session, request.statement(), proposal);
    }

    /** The people picker answers with Entra object ids, joined by commas; the first one that is in this conversation does it. */
    private Optional<Member> owner(Caller caller, String picked) {
        var members = rosters.of(caller.conversation());
        return Arrays.stream(picked.split(","))
                .map(String::strip)
                .flatMap(id -> members.stream()
                        .filter(m -> m.id().value().equalsIgnoreCase(id)
                                || m.teamsId().equals(id)))
                .findFirst();
    }

    private Reply.Invoked close(Caller caller, Request.CloseSession request) {
        int invited = rosters.of(caller.conversation()).size();

        return answer(
                caller, closing.close(caller.space().id(), request.session(), caller.actor(), invited), session -> {
                    courier.touch(session);
                    return Reply.Invoked.card(sessionCards.card(scene(caller, session)));
                });
    }

    private Reply.Invoked finish(Caller caller, Request.FinishAction request) {
        return switch (actions.done(caller.space(), request.action(), caller.actor())) {
            case Outcome.Refused<ActionItem, nl.balansmonitor.actions.Refusal>(var reason) ->
                Reply.Invoked.line(lines.of(caller.language(), reason));
            case Outcome.Accepted<ActionItem, nl.balansmonitor.actions.Refusal>(var done) -> {
                Optional<Session> session = sessions.find(caller.space().id(), done.session());
                session.ifPresent(courier::touch);
                yield Reply.Invoked.card(session.filter(s -> request.session().equals(Optional.of(s.id())))
                        .map(s -> summaryCards.card(scene(caller, s)))
                        .orElseGet(() -> actionCards.card(caller.space())));
            }
        };
    }

    private Reply.Invoked withSession(Caller caller, SessionId id, Function<Session, Reply.Invoked> answer) {
        return sessions.find(caller.space().id(), id)
                .map(answer)
                .orElseGet(() -> refused(caller, nl.balansmonitor.sessions.Refusal.NO_SUCH_SESSION));
    }

    private <T> Reply.Invoked answer(
            Caller caller, Outcome<T, nl.balansmonitor.sessions.Refusal> outcome, Function<T, Reply.Invoked> accepted) {
        return switch (outcome) {
            case Outcome.Accepted<T, nl.balansmonitor.sessions.Refusal>(T value) -> accepted.apply(value);
            case Outcome.Refused<T, nl.balansmonitor.sessions.Refusal>(var reason) -> refused(caller, reason);
        };
    }

    private Reply.Invoked refused(Caller caller, nl.balansmonitor.sessions.Refusal reason) {
        return Reply.Invoked.line(lines.of(caller.language(), reason));
    }

    private Reply.Invoked line(Caller caller, String name) {
        return Reply.Invoked.line(lines.of(caller.language(), name));
    }

    private Scene scene(Caller caller, Session session) {
        return new Scene(caller.space(), session, rosters.of(caller.conversation()));
    }

    private static boolean revealed(Session session, StatementId statement) {
        return session.thermometer(statement).filter(t -> !t.open()).isPresent();
    }
}
