package nl.balansmonitor.teams;

import java.util.Collection;
import java.util.OptionalInt;
import nl.balansmonitor.sessions.Remark;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.SessionRefusal;
import nl.balansmonitor.sessions.Sessions;
import nl.balansmonitor.sessions.Submission;
import nl.balansmonitor.sessions.WorkshopProposals;
import nl.balansmonitor.sessions.Workshops;
import nl.balansmonitor.sessions.WrittenNote;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.statements.StatementRefusal;
import nl.balansmonitor.teams.botframework.Reply;
import org.springframework.stereotype.Component;

/** Writing statements of the team's own: the boxes, what groups hand in, and what the facilitator does with it. */
@Component
class WorkshopSteps {

    private static final int NOT_A_NUMBER = 0;

    private final Sessions sessions;
    private final Workshops workshops;
    private final WorkshopProposals proposals;
    private final Courier courier;
    private final Answers answers;
    private final Lines lines;
    private final SessionPresenter overview;
    private final WorkshopPresenter cards;

    WorkshopSteps(
            Sessions sessions,
            Workshops workshops,
            WorkshopProposals proposals,
            Courier courier,
            Answers answers,
            Lines lines,
            SessionPresenter overview,
            WorkshopPresenter cards) {
        this.sessions = sessions;
        this.workshops = workshops;
        this.proposals = proposals;
        this.courier = courier;
        this.answers = answers;
        this.lines = lines;
        this.overview = overview;
        this.cards = cards;
    }

    Reply.Invoked take(Caller caller, Request.OfWorkshop request) {
        var space = caller.space().id();
        var actor = caller.actor();
        return switch (request) {
            case Request.OpenWorkshop r -> open(caller, r);
            case Request.Regroup(SessionId id, String size) ->
                moved(
                        caller,
                        workshops.regroup(
                                space, id, actor, everybody(caller), number(size, Workshops.Setup.USUAL.groupSize())));
            case Request.WriteNote r -> write(caller, r);
            case Request.NextBox(SessionId id, var box) -> moved(caller, workshops.next(space, id, actor, box));
            case Request.Propose r -> propose(caller, r);
            case Request.Withdraw(SessionId id, var statement) ->
                moved(caller, proposals.withdraw(space, id, caller.member(), statement));
            case Request.Merge(SessionId id, var keep, var drop) ->
                moved(caller, proposals.merge(space, id, actor, keep, drop));
            case Request.CloseWorkshop(SessionId id) ->
                moved(caller, proposals.close(space, id, actor, OptionalInt.empty()));
            case Request.ViewWorkshop(SessionId id, String draft) ->
                answers.withSession(
                        caller, id, session -> view(caller, session, WorkshopPresenter.Form.of(typed(draft))));
        };
    }

    private Reply.Invoked open(Caller caller, Request.OpenWorkshop request) {
        var usual = Workshops.Setup.USUAL;
        var setup = new Workshops.Setup(
                number(request.groupSize(), usual.groupSize()),
                number(request.minutes(), usual.minutes()),
                request.movesOn());
        return answers.of(
                caller,
                workshops.open(caller.space().id(), request.session(), caller.actor(), everybody(caller), setup),
                opened -> {
                    courier.touch(opened);
                    return Reply.Invoked.card(overview.card(answers.scene(caller, opened)));
                });
    }

    /** Nothing is sent to the channel: its card says nothing of notes. */
    private Reply.Invoked write(Caller caller, Request.WriteNote request) {
        var written =
                workshops.write(caller.space().id(), request.session(), caller.member(), request.box(), request.text());
        return switch (written) {
            case Outcome.Refused<WrittenNote, SessionRefusal>(SessionRefusal reason) ->
                refused(caller, request.session(), request.text(), reason);
            case Outcome.Accepted<WrittenNote, SessionRefusal>(WrittenNote note) ->
                view(
                        caller,
                        note.session(),
                        WorkshopPresenter.Form.saved(note.note().cut() ? "noteCut" : "noteSaved"));
        };
    }

    private Reply.Invoked propose(Caller caller, Request.Propose request) {
        return switch (proposals.propose(caller.space().id(), request.session(), caller.member(), request.text())) {
            case Submission.Refused(SessionRefusal reason) ->
                refused(caller, request.session(), request.text(), reason);
            case Submission.Unfit(StatementRefusal reason) ->
                answers.withSession(
                        caller,
                        request.session(),
                        session -> view(
                                caller,
                                session,
                                WorkshopPresenter.Form.refused(
                                        typed(request.text()),
                                        lines.of(caller.space().language(), reason))));
            case Submission.Taken(Session session, var statement) -> {
                courier.touch(session);
                yield view(caller, session, WorkshopPresenter.Form.saved("statementSaved"));
            }
        };
    }

    /** What was typed stays in the form, beside the box that is open now, for as long as there is a form. */
    private Reply.Invoked refused(Caller caller, SessionId id, String text, SessionRefusal reason) {
        return sessions.find(caller.space().id(), id)
                .filter(session -> !text.isBlank() && workshops.open(session).isPresent())
                .map(session -> view(
                        caller,
                        session,
                        WorkshopPresenter.Form.refused(
                                typed(text), lines.of(caller.space().language(), reason))))
                .orElseGet(() -> answers.refused(caller, reason));
    }

    private Reply.Invoked moved(Caller caller, Outcome<Session, SessionRefusal> outcome) {
        return answers.of(caller, outcome, session -> {
            courier.touch(session);
            return view(caller, session, WorkshopPresenter.Form.EMPTY);
        });
    }

    private Reply.Invoked view(Caller caller, Session session, WorkshopPresenter.Form form) {
        Scene scene = answers.scene(caller, session);
        return switch (session.phase()) {
            case CHOOSING -> answers.refused(caller, SessionRefusal.WORKSHOP_NOT_OPEN);
            case WRITING -> Reply.Invoked.card(cards.own(scene, caller.actor(), form));
            case STICKERING, DECIDING, REACTING, CLOSING, CLOSED, CANCELLED -> Reply.Invoked.card(cards.over(scene));
        };
    }

    private Collection<MemberId> everybody(Caller caller) {
        return answers.members(caller).stream().map(Member::id).toList();
    }

    private static int number(String sent, int usual) {
        return sent.isBlank() ? usual : Numbers.whole(sent).orElse(NOT_A_NUMBER);
    }

    /** As much as the form's input holds, however much was sent. */
    private static String typed(String text) {
        return Remark.of(text).text();
    }
}
