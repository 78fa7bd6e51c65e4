package nl.balansmonitor.teams;

import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.statements.Agenda;
import nl.balansmonitor.statements.Flagged;
import nl.balansmonitor.statements.Flags;
import nl.balansmonitor.statements.Statement;
import nl.balansmonitor.statements.StatementRefusal;
import nl.balansmonitor.teams.botframework.Reply;
import org.springframework.stereotype.Component;

/** Saying what one wants to talk about, and putting it into the next session. No answer depends on what others flagged. */
@Component
class FlagSteps {

    private final Flags flags;
    private final Agenda agenda;
    private final Courier courier;
    private final Answers answers;
    private final ProposalPresenter proposals;

    FlagSteps(Flags flags, Agenda agenda, Courier courier, Answers answers, ProposalPresenter proposals) {
        this.flags = flags;
        this.agenda = agenda;
        this.courier = courier;
        this.answers = answers;
        this.proposals = proposals;
    }

    Reply.Invoked take(Caller caller, Request.OfFlags request) {
        return switch (request) {
            case Request.FlagStatement(StatementId statement) -> flag(caller, statement);
            case Request.ScheduleStatement(StatementId statement) -> schedule(caller, statement);
        };
    }

    /** Looked after before and after: a crash between the flag and the post delays the proposal, no more. */
    private Reply.Invoked flag(Caller caller, StatementId statement) {
        SpaceId space = caller.space().id();
        int invited = answers.members(caller).size();
        courier.expectProposals(space);
        return switch (flags.flag(caller.space(), statement, caller.member(), invited)) {
            case Outcome.Accepted<Flagged, StatementRefusal>(Flagged flagged) -> {
                courier.touchProposals(space);
                yield answers.line(caller, flagged.again() ? "flaggedAlready" : "flagged");
            }
            case Outcome.Refused<Flagged, StatementRefusal>(StatementRefusal reason) -> answers.refused(caller, reason);
        };
    }

    private Reply.Invoked schedule(Caller caller, StatementId statement) {
        return switch (agenda.schedule(caller.space().id(), statement)) {
            case Outcome.Accepted<Statement, StatementRefusal> scheduled -> {
                courier.touchProposals(caller.space().id());
                yield Reply.Invoked.card(proposals.planned(caller.space(), statement));
            }
            case Outcome.Refused<Statement, StatementRefusal>(StatementRefusal reason) ->
                answers.refused(caller, reason);
        };
    }
}
