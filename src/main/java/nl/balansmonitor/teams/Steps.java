package nl.balansmonitor.teams;

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
        this.answers = answers;
    }

    Reply.Invoked take(Caller caller, Request request) {
        return switch (request) {
            case Request.OfSession r -> sessions.take(caller, r);
            case Request.OfStickers r -> stickers.take(caller, r);
            case Request.OfWorkshop r -> workshops.take(caller, r);
            case Request.OfThermometer r -> thermometers.take(caller, r);
            case Request.OfAction r -> actions.take(caller, r);
            case Request.OfSettling r -> settling.take(caller, r);
            case Request.OfDeck r -> deck.take(caller, r);
            case Request.OfFlags r -> flags.take(caller, r);
            case Request.OfPlan r -> plans.take(caller, r);
            case Request.Unknown() -> answers.line(caller, "unknown");
            case Request.Unreadable() -> answers.line(caller, "unreadable");
        };
    }
}
