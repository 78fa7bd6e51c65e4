package nl.balansmonitor.teams;

import java.util.Optional;
import java.util.function.Supplier;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.statements.Decks;
import nl.balansmonitor.statements.OwnStatements;
import nl.balansmonitor.statements.Statement;
import nl.balansmonitor.statements.StatementRefusal;
import nl.balansmonitor.teams.botframework.Reply;
import org.springframework.stereotype.Component;

/** Looking at the deck, and changing it: everybody may look, leaders may change. */
@Component
class DeckSteps {

    private final OwnStatements statements;
    private final Decks decks;
    private final Courier courier;
    private final Answers answers;
    private final Lines lines;
    private final DeckPresenter deck;
    private final ManagePresenter manage;
    private final EditPresenter form;

    DeckSteps(
            OwnStatements statements,
            Decks decks,
            Courier courier,
            Answers answers,
            Lines lines,
            DeckPresenter deck,
            ManagePresenter manage,
            EditPresenter form) {
        this.statements = statements;
        this.decks = decks;
        this.courier = courier;
        this.answers = answers;
        this.lines = lines;
        this.deck = deck;
        this.manage = manage;
        this.form = form;
    }

    Reply.Invoked take(Caller caller, Request.OfDeck request) {
        return switch (request) {
            case Request.ViewDeck r -> Reply.Invoked.card(deck.card(caller.space(), r.place()));
            case Request.ManageDeck r -> manage(caller, r);
            case Request.AddStatement r -> add(caller, r);
            case Request.OpenStatement r -> open(caller, r.statement());
            case Request.EditStatement r -> edit(caller, r);
            case Request.RetireStatement(StatementId id) ->
                move(
                        caller,
                        id,
                        "retired",
                        () -> statements.retire(caller.space().id(), caller.actor(), id));
            case Request.RestoreStatement(StatementId id) ->
                move(
                        caller,
                        id,
                        "restored",
                        () -> statements.restore(caller.space().id(), caller.actor(), id));
        };
    }

    private Reply.Invoked manage(Caller caller, Request.ManageDeck request) {
        return caller.actor().leader()
                ? Reply.Invoked.card(manage.card(caller.space(), request.place(), ManagePresenter.Draft.NONE))
                : answers.refused(caller, StatementRefusal.ONLY_LEADERS);
    }

    /** What was typed stays in the form, with a line that says what is wrong. */
    private Reply.Invoked add(Caller caller, Request.AddStatement request) {
        Space space = caller.space();
        return switch (statements.add(space.id(), caller.actor(), request.theme(), request.text())) {
            case Outcome.Accepted<Statement, StatementRefusal>(Statement added) ->
                Reply.Invoked.card(
                        manage.card(space, manage.placeOf(space, added.id()), ManagePresenter.Draft.done("added")));
            case Outcome.Refused<Statement, StatementRefusal>(StatementRefusal reason)
            when reason.correctable() ->
                Reply.Invoked.card(manage.card(
                        space,
                        0,
                        new ManagePresenter.Draft(
                                "", lines.of(space.language(), reason), request.theme(), request.text())));
            case Outcome.Refused<Statement, StatementRefusal>(StatementRefusal reason) ->
                answers.refused(caller, reason);
        };
    }

    private Reply.Invoked open(Caller caller, StatementId id) {
        if (!caller.actor().leader()) {
            return answers.refused(caller, StatementRefusal.ONLY_LEADERS);
        }
        var known = decks.of(caller.space().id());
        Optional<Statement> statement = known.find(id);
        if (statement.isEmpty() || known.proposed().contains(statement.get())) {
            return answers.refused(caller, StatementRefusal.NO_SUCH_STATEMENT);
        }
        return known.offers(id)
                ? form(
                        caller,
                        statement.get(),
                        statement.get().text(caller.space().language()),
                        "")
                : answers.refused(caller, StatementRefusal.RETIRED);
    }

    /** As in {@link #add}, what was typed stays. */
    private Reply.Invoked edit(Caller caller, Request.EditStatement request) {
        Space space = caller.space();
        return switch (statements.edit(space.id(), caller.actor(), request.statement(), request.text())) {
            case Outcome.Accepted<Statement, StatementRefusal>(Statement successor) -> {
                courier.touchProposals(space.id());
                yield Reply.Invoked.card(manage.card(
                        space, manage.placeOf(space, successor.id()), ManagePresenter.Draft.done("edited")));
            }
            case Outcome.Refused<Statement, StatementRefusal>(StatementRefusal reason)
            when reason.correctable() ->
                decks.of(space.id())
                        .find(request.statement())
                        .map(s -> form(caller, s, request.text(), lines.of(space.language(), reason)))
                        .orElseGet(() -> answers.refused(caller, StatementRefusal.NO_SUCH_STATEMENT));
            case Outcome.Refused<Statement, StatementRefusal>(StatementRefusal reason) ->
                answers.refused(caller, reason);
        };
    }

    private Reply.Invoked form(Caller caller, Statement statement, String text, String problem) {
        Space space = caller.space();
        return Reply.Invoked.card(form.card(space, statement, text, problem, manage.placeOf(space, statement.id())));
    }

    /** Into the deck or out of it; the card stays where the statement was. */
    private Reply.Invoked move(
            Caller caller, StatementId id, String done, Supplier<Outcome<Statement, StatementRefusal>> change) {
        int place = manage.placeOf(caller.space(), id);
        return switch (change.get()) {
            case Outcome.Accepted<Statement, StatementRefusal> moved -> {
                courier.touchProposals(caller.space().id());
                yield Reply.Invoked.card(manage.card(caller.space(), place, ManagePresenter.Draft.done(done)));
            }
            case Outcome.Refused<Statement, StatementRefusal>(StatementRefusal reason) ->
                answers.refused(caller, reason);
        };
    }
}
