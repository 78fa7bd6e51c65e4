package nl.balansmonitor.teams;

import nl.balansmonitor.sessions.Reaction;
import nl.balansmonitor.sessions.Remark;
import nl.balansmonitor.sessions.SessionRefusal;
import nl.balansmonitor.sessions.Thermometers;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.teams.botframework.Reply;
import org.springframework.stereotype.Component;

/** Reacting to a statement, and revealing what was reacted. */
@Component
class ThermometerSteps {

    private final Thermometers thermometers;
    private final Rosters rosters;
    private final Courier courier;
    private final Answers answers;
    private final ThermometerPresenter cards;
    private final RevealPresenter reveals;

    ThermometerSteps(
            Thermometers thermometers,
            Rosters rosters,
            Courier courier,
            Answers answers,
            ThermometerPresenter cards,
            RevealPresenter reveals) {
        this.thermometers = thermometers;
        this.rosters = rosters;
        this.courier = courier;
        this.answers = answers;
        this.cards = cards;
        this.reveals = reveals;
    }

    Reply.Invoked take(Caller caller, Request.OfThermometer request) {
        return switch (request) {
            case Request.React r -> react(caller, r);
            case Request.EraseRemark r -> erase(caller, r);
            case Request.ViewThermometer r -> view(caller, r);
            case Request.Reveal r -> reveal(caller, r);
            case Request.ViewResult r -> viewResult(caller, r);
        };
    }

    private Reply.Invoked react(Caller caller, Request.React request) {
        Remark remark = Remark.of(request.remark());
        return own(
                caller,
                request.statement(),
                remark.cut(),
                thermometers.react(
                        caller.space().id(),
                        request.session(),
                        request.statement(),
                        caller.member(),
                        request.score(),
                        remark));
    }

    private Reply.Invoked erase(Caller caller, Request.EraseRemark request) {
        return own(
                caller,
                request.statement(),
                false,
                thermometers.eraseRemark(caller.space().id(), request.session(), request.statement(), caller.member()));
    }

    /** The member's own view after his reaction; the channel's card follows. */
    private Reply.Invoked own(
            Caller caller, StatementId statement, boolean cut, Outcome<Reaction, SessionRefusal> outcome) {
        return answers.of(caller, outcome, reaction -> {
            courier.touch(reaction.session());
            return Reply.Invoked.card(
                    cards.after(answers.scene(caller, reaction.session()), statement, reaction.ballot(), cut));
        });
    }

    private Reply.Invoked view(Caller caller, Request.ViewThermometer request) {
        return answers.withSession(
                caller,
                request.session(),
                session -> session.thermometer(request.statement()).isEmpty()
                        ? answers.refused(caller, SessionRefusal.NO_SUCH_STATEMENT)
                        : Reply.Invoked.card(
                                cards.own(answers.scene(caller, session), request.statement(), caller.member())));
    }

    private Reply.Invoked reveal(Caller caller, Request.Reveal request) {
        int invited = rosters.of(caller.conversation()).size();
        var outcome = thermometers.reveal(
                caller.space().id(), request.session(), request.statement(), caller.actor(), invited);
        return answers.of(
                caller,
                outcome,
                reading -> answers.withSession(caller, request.session(), session -> {
                    courier.touch(session);
                    return Reply.Invoked.card(
                            cards.own(answers.scene(caller, session), request.statement(), caller.member()));
                }));
    }

    private Reply.Invoked viewResult(Caller caller, Request.ViewResult request) {
        return answers.withSession(
                caller,
                request.session(),
                session -> session.revealed(request.statement())
                        ? Reply.Invoked.card(reveals.own(
                                answers.scene(caller, session), request.statement(), RevealPresenter.Draft.NONE))
                        : answers.refused(caller, SessionRefusal.NO_SUCH_STATEMENT));
    }
}
