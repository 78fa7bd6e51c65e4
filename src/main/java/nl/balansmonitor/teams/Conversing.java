package nl.balansmonitor.teams;

import nl.balansmonitor.sessions.Phase;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.SessionRefusal;
import nl.balansmonitor.sessions.Sessions;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.spaces.Spaces;
import nl.balansmonitor.teams.botframework.Conversation;
import nl.balansmonitor.teams.botframework.Message;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Answers what people type. */
@Component
class Conversing {

    private final Sessions sessions;
    private final Spaces spaces;
    private final Rosters rosters;
    private final Courier courier;
    private final Visits visits;
    private final Lines lines;
    private final Notices notices;
    private final HelpPresenter help;
    private final SessionPresenter sessionCards;
    private final ActionsPresenter actionCards;
    private final DeckPresenter deckCards;
    private final PlanPresenter planCards;
    private final InsightSteps insights;

    Conversing(
            Sessions sessions,
            Spaces spaces,
            Rosters rosters,
            Courier courier,
            Visits visits,
            Lines lines,
            Notices notices,
            HelpPresenter help,
            SessionPresenter sessionCards,
            ActionsPresenter actionCards,
            DeckPresenter deckCards,
            PlanPresenter planCards,
            InsightSteps insights) {
        this.sessions = sessions;
        this.spaces = spaces;
        this.rosters = rosters;
        this.courier = courier;
        this.visits = visits;
        this.lines = lines;
        this.notices = notices;
        this.help = help;
        this.sessionCards = sessionCards;
        this.actionCards = actionCards;
        this.deckCards = deckCards;
        this.planCards = planCards;
        this.insights = insights;
    }

    void hear(Caller caller, Command command) {
        boolean alone = caller.conversation().type() == Conversation.Type.PERSONAL;
        switch (command) {
            case START -> {
                if (alone) {
                    say(caller, Message.text(lines.of(caller.language(), "startInChannel")));
                } else {
                    start(caller);
                }
            }
            case ACTIONS -> {
                JsonNode card = alone
                        ? actionCards.mine(caller, visits.everywhere(caller))
                        : actionCards.card(caller.space(), rosters.of(caller.conversation()));
                say(caller, Message.card(card, ""));
            }
            case STATEMENTS -> {
                if (alone) {
                    say(caller, Message.text(lines.of(caller.language(), "statementsInChannel")));
                } else {
                    say(caller, Message.card(deckCards.card(caller.space(), 0), ""));
                }
            }
            case PLAN -> {
                if (alone) {
                    say(caller, Message.text(lines.of(caller.language(), "planInChannel")));
                } else {
                    say(caller, Message.card(planCards.card(caller.space()), ""));
                }
            }
            case TREND -> say(caller, insights.trend(caller));
            case REPORTS -> say(caller, insights.reports(caller));
            case HELP -> say(caller, Message.card(help.card(caller), ""));
        }
    }

    /** A refused button of an older client, which can't show an answer of its own. */
    void tell(Caller caller, String line) {
        say(caller, Message.text(line));
    }

    private void start(Caller unknown) {
        var present =
                rosters.of(unknown.conversation()).stream().map(Member::id).toList();
        Caller caller = unknown.in(spaces.ledAtFirstBy(unknown.space().id(), unknown.member(), present));
        var before = sessions.current(caller.space().id());
        switch (sessions.begin(caller.space().id(), caller.actor())) {
            case Outcome.Refused<Session, SessionRefusal>(SessionRefusal reason) ->
                tell(caller, lines.of(caller.language(), reason));
            case Outcome.Accepted<Session, SessionRefusal>(Session session) -> {
                before.ifPresent(courier::touch);
                courier.touch(session);
                if (session.phase() != Phase.CHOOSING) {
                    var language = caller.space().language();
                    String closeTitle = sessionCards.closeTitle(language, session);
                    say(caller, Message.card(notices.running(language, session, closeTitle), ""));
                }
            }
        }
    }

    private void say(Caller caller, Message message) {
        courier.reply(caller.space().id(), caller.conversation(), message);
    }
}
