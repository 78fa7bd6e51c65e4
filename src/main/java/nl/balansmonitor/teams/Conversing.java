package nl.balansmonitor.teams;

import java.util.Optional;
import nl.balansmonitor.sessions.Phase;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.SessionRefusal;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.teams.botframework.Message;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Answers what people type. */
@Component
class Conversing {

    private final Starting starting;
    private final Rosters rosters;
    private final Courier courier;
    private final Visits visits;
    private final Lines lines;
    private final Notices notices;
    private final HelpPresenter help;
    private final HomePresenter home;
    private final SessionPresenter sessionCards;
    private final ActionsPresenter actionCards;
    private final DeckPresenter deckCards;
    private final PlanPresenter planCards;
    private final InsightSteps insights;

    Conversing(
            Starting starting,
            Rosters rosters,
            Courier courier,
            Visits visits,
            Lines lines,
            Notices notices,
            HelpPresenter help,
            HomePresenter home,
            SessionPresenter sessionCards,
            ActionsPresenter actionCards,
            DeckPresenter deckCards,
            PlanPresenter planCards,
            InsightSteps insights) {
        this.starting = starting;
        this.rosters = rosters;
        this.courier = courier;
        this.visits = visits;
        this.lines = lines;
        this.notices = notices;
        this.help = help;
        this.home = home;
        this.sessionCards = sessionCards;
        this.actionCards = actionCards;
        this.deckCards = deckCards;
        this.planCards = planCards;
        this.insights = insights;
    }

    void hear(Caller caller, Command command) {
        if (Visits.possible(caller)) {
            say(caller, alone(caller, command));
        } else {
            together(caller, command).ifPresent(message -> say(caller, message));
        }
    }

    /** A refused button of an older client, which can't show an answer of its own. */
    void tell(Caller caller, String line) {
        say(caller, Message.text(line));
    }

    /** What belongs to a whole team is looked at where the team is: in one's own chat there is the way to it. */
    private Message alone(Caller caller, Command command) {
        return switch (command) {
            case START -> home(caller, "startInChannel");
            case STATEMENTS -> home(caller, "statementsInChannel");
            case PLAN -> home(caller, "planInChannel");
            case ACTIONS -> card(actionCards.mine(caller, visits.everywhere(caller)));
            case TREND -> insights.trend(caller).orElseGet(() -> home(caller, "trendInChannel"));
            case REPORTS -> insights.reports(caller).orElseGet(() -> home(caller, "reportsInChannel"));
            case SPACES, HELP -> card(home.card(caller));
            case UNKNOWN -> home(caller, "notUnderstood");
        };
    }

    /** Empty where the start card alone is the answer. */
    private Optional<Message> together(Caller caller, Command command) {
        return switch (command) {
            case START -> start(caller);
            case STATEMENTS -> Optional.of(card(deckCards.card(caller.space(), 0)));
            case PLAN -> Optional.of(card(planCards.card(caller.space())));
            case ACTIONS -> Optional.of(card(actionCards.card(caller.space(), rosters.of(caller.conversation()))));
            case TREND -> insights.trend(caller);
            case REPORTS -> insights.reports(caller);
            case SPACES -> Optional.of(Message.text(lines.of(caller.language(), "homeInChat")));
            case HELP -> Optional.of(card(help.card(caller, false)));
            case UNKNOWN -> Optional.of(card(help.card(caller, true)));
        };
    }

    private Optional<Message> start(Caller caller) {
        return switch (starting.begin(caller)) {
            case Outcome.Refused<Session, SessionRefusal>(SessionRefusal reason) ->
                Optional.of(Message.text(lines.of(caller.language(), reason)));
            case Outcome.Accepted<Session, SessionRefusal>(Session session) -> {
                if (session.phase() == Phase.CHOOSING) {
                    yield Optional.empty();
                }
                var language = caller.space().language();
                yield Optional.of(card(notices.running(language, session, sessionCards.closeTitle(language, session))));
            }
        };
    }

    private Message home(Caller caller, String line) {
        return card(home.card(caller, lines.of(caller.language(), line)));
    }

    private static Message card(JsonNode card) {
        return Message.card(card, "");
    }

    private void say(Caller caller, Message message) {
        courier.reply(caller.space().id(), caller.conversation(), message);
    }
}
