package nl.balansmonitor.teams;

import nl.balansmonitor.teams.botframework.Reply;
import org.springframework.stereotype.Component;

/** Looking around in one's own chat. */
@Component
class HomeSteps {

    private final HomePresenter home;
    private final ActionsPresenter actions;
    private final Visits visits;
    private final Answers answers;

    HomeSteps(HomePresenter home, ActionsPresenter actions, Visits visits, Answers answers) {
        this.home = home;
        this.actions = actions;
        this.visits = visits;
        this.answers = answers;
    }

    /** What is one person's own is shown to nobody else. */
    Reply.Invoked take(Caller caller, Request.OfHome request) {
        if (!Visits.possible(caller)) {
            return answers.line(caller, "homeInChat");
        }
        return Reply.Invoked.card(
                switch (request) {
                    case Request.ShowHome() -> home.card(caller);
                    case Request.ShowOwnActions() -> actions.mine(caller, visits.everywhere(caller));
                });
    }
}
