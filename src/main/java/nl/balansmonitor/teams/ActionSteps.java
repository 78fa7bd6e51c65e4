package nl.balansmonitor.teams;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import nl.balansmonitor.actions.ActionItem;
import nl.balansmonitor.actions.ActionRefusal;
import nl.balansmonitor.actions.Actions;
import nl.balansmonitor.actions.Proposal;
import nl.balansmonitor.operations.Chronicle;
import nl.balansmonitor.operations.Happening;
import nl.balansmonitor.sessions.Phase;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.teams.botframework.Reply;
import org.springframework.stereotype.Component;

/** Agreeing on actions. */
@Component
class ActionSteps {

    private final Actions actions;
    private final Owners owners;
    private final Courier courier;
    private final Answers answers;
    private final Lines lines;
    private final RevealPresenter reveals;
    private final Chronicle chronicle;

    ActionSteps(
            Actions actions,
            Owners owners,
            Courier courier,
            Answers answers,
            Lines lines,
            RevealPresenter reveals,
            Chronicle chronicle) {
        this.actions = actions;
        this.owners = owners;
        this.courier = courier;
        this.answers = answers;
        this.lines = lines;
        this.reveals = reveals;
        this.chronicle = chronicle;
    }

    Reply.Invoked take(Caller caller, Request.OfAction request) {
        return switch (request) {
            case Request.AddAction r -> add(caller, r);
        };
    }

    private Reply.Invoked add(Caller caller, Request.AddAction request) {
        return answers.withSession(caller, request.session(), session -> switch (propose(caller, session, request)) {
            case Outcome.Accepted<ActionItem, ActionRefusal> added -> {
                chronicle.tell(Happening.ACTION_AGREED, session.space());
                courier.touch(session);
                yield Reply.Invoked.card(
                        reveals.own(answers.scene(caller, session), request.statement(), RevealPresenter.Draft.NONE));
            }
            case Outcome.Refused<ActionItem, ActionRefusal>(ActionRefusal reason) ->
                correct(caller, session, request, reason);
        });
    }

    /** What was typed stays in the form, with a line that says what is wrong; without a form there is only the line. */
    private Reply.Invoked correct(Caller caller, Session session, Request.AddAction request, ActionRefusal reason) {
        if (session.phase() != Phase.REACTING || !session.revealed(request.statement())) {
            return answers.refused(caller, reason);
        }
        Scene scene = answers.scene(caller, session);
        var draft = new RevealPresenter.Draft(
                request.what(),
                reason == ActionRefusal.NOT_A_DATE ? "" : request.feedbackDate(),
                lines.of(scene.language(), reason));
        return Reply.Invoked.card(reveals.own(scene, request.statement(), draft));
    }

    private Outcome<ActionItem, ActionRefusal> propose(Caller caller, Session session, Request.AddAction request) {
        LocalDate feedback;
        try {
            feedback = request.feedbackDate().isBlank()
                    ? actions.usualFeedbackDate(caller.space())
                    : LocalDate.parse(request.feedbackDate().strip());
        } catch (DateTimeParseException e) {
            return Outcome.refused(ActionRefusal.NOT_A_DATE);
        }
        return switch (owners.picked(answers.members(caller), request.owner())) {
            case Outcome.Refused<Member, ActionRefusal>(ActionRefusal reason) -> Outcome.refused(reason);
            case Outcome.Accepted<Member, ActionRefusal>(Member owner) ->
                actions.add(
                        caller.space(),
                        session,
                        request.statement(),
                        new Proposal(request.what(), owner.id(), owner.name(), feedback));
        };
    }
}
