package nl.balansmonitor.teams;

import java.util.Optional;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.teams.botframework.Reply;
import org.springframework.stereotype.Component;

/** Takes the steps that buttons ask for, and answers with what the one who tapped should see now. */
@Component
class Steps {

    private final SessionSteps sessions;
    private final StickerSteps stickers;
    private final WorkshopSteps workshops;
    private final ThermometerSteps thermometers;
    private final ActionSteps actions;
    private final SettlingSteps settling;
    private final DeckSteps deck;
    private final FlagSteps flags;
    private final PlanSteps plans;
    private final InsightSteps insights;
    private final HomeSteps home;
    private final Visits visits;
    private final Answers answers;

    Steps(
            SessionSteps sessions,
            StickerSteps stickers,
            WorkshopSteps workshops,
            ThermometerSteps thermometers,
            ActionSteps actions,
            SettlingSteps settling,
            DeckSteps deck,
            FlagSteps flags,
            PlanSteps plans,
            InsightSteps insights,
            HomeSteps home,
            Visits visits,
            Answers answers) {
        this.sessions = sessions;
        this.stickers = stickers;
        this.workshops = workshops;
        this.thermometers = thermometers;
        this.actions = actions;
        this.settling = settling;
        this.deck = deck;
        this.flags = flags;
        this.plans = plans;
        this.insights = insights;
        this.home = home;
        this.visits = visits;
        this.answers = answers;
    }

    Reply.Invoked take(Caller caller, Request request) {
        return switch (request) {
            case Request.OfSession r -> sessions.take(caller, r);
            case Request.OfStickers r -> stickers.take(caller, r);
            case Request.OfWorkshop r -> workshops.take(caller, r);
            case Request.OfThermometer r -> thermometers.take(caller, r);
            case Request.OfAction r -> actions.take(caller, r);
            case Request.OfSettling r -> settle(caller, r);
            case Request.OfDeck r -> deck.take(caller, r);
            case Request.OfFlags r -> flags.take(caller, r);
            case Request.OfPlan r -> plans.take(caller, r);
            case Request.OfInsight r -> insights.take(caller, r);
            case Request.OfHome r -> home.take(caller, r);
            case Request.Unknown() -> answers.line(caller, "unknown");
            case Request.Unreadable() -> answers.line(caller, "unreadable");
        };
    }

    /** In the chat of one person a card says in which space its action is. */
    private Reply.Invoked settle(Caller caller, Request.OfSettling request) {
        Optional<SpaceId> space = request.on().space();
        if (space.isEmpty() || !Visits.possible(caller)) {
            return settling.take(caller, request);
        }
        return visits.to(space.get(), caller)
                .map(visitor -> settling.take(visitor, request))
                .orElseGet(() -> answers.line(caller, "notThere"));
    }
}
