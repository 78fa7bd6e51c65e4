package nl.balansmonitor.teams;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.balansmonitor.rhythm.PlanForm;
import nl.balansmonitor.sessions.Box;
import nl.balansmonitor.shared.ActionId;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.statements.Theme;

/** What a button of a card asks for, read once from what Teams sent. Rights are not looked at here. */
sealed interface Request {

    /** Moves a whole session on. */
    sealed interface OfSession extends Request {}

    /** Chooses by stickers. */
    sealed interface OfStickers extends Request {}

    /** Writes statements of the team's own. */
    sealed interface OfWorkshop extends Request {}

    /** Reacts to one statement, or looks at how it stands. */
    sealed interface OfThermometer extends Request {}

    /** Agrees on actions. */
    sealed interface OfAction extends Request {}

    /** Settles actions that were agreed before. */
    sealed interface OfSettling extends Request {

        /** The card that it was asked on. */
        ActionSurface on();
    }

    /** Looks at a space's deck, or changes it. */
    sealed interface OfDeck extends Request {}

    /** Says what the team wants to talk about. */
    sealed interface OfFlags extends Request {}

    /** Looks at when sessions are planned, or changes that. */
    sealed interface OfPlan extends Request {}

    /** Looks at what the sessions of a space left behind. */
    sealed interface OfInsight extends Request {

        /** Which space a card in one's own chat is about; in a channel its own counts. */
        SpaceId space();
    }

    /** Looks at what is one's own. */
    sealed interface OfHome extends Request {}

    /** Asks for a new session, as typing {@code start} does. */
    record BeginSession() implements OfSession {}

    /**
     * Opens the thermometers of these statements; of none, for those that the card suggests.
     *
     * @param until the last day of a session that stays open for days, as it was sent
     */
    record StartSession(SessionId session, List<StatementId> statements, String until) implements OfSession {}

    record CloseSession(SessionId session) implements OfSession {}

    /** Opens a round over the statements that are ticked; the budget is as it was sent, blank for the usual one. */
    record OpenStickers(SessionId session, List<StatementId> statements, String budget) implements OfStickers {}

    /** Places all stickers of a member; how many on each statement is as it was sent. */
    record PlaceStickers(SessionId session, Map<StatementId, String> stickers) implements OfStickers {}

    /**
     * Closes the round, or, once it is closed, measures these statements; none for those that it suggests.
     *
     * @param until     the last day, as above
     * @param onlyCount whether it comes from the sticker card itself, whose button measures nothing however often it is tapped
     */
    record CloseStickers(SessionId session, List<StatementId> statements, String until, boolean onlyCount)
            implements OfStickers {}

    /** A client asks for its own user's view of a round. */
    record ViewStickers(SessionId session) implements OfStickers {}

    /** Divides the team into groups and opens the first box; both numbers are as they were sent, blank for the usual ones. */
    record OpenWorkshop(SessionId session, String groupSize, String minutes, boolean movesOn) implements OfWorkshop {}

    /** Makes other groups; their size is as it was sent, blank for the usual one. */
    record Regroup(SessionId session, String groupSize) implements OfWorkshop {}

    /** Writes a note into the box that the card shows open. */
    record WriteNote(SessionId session, Box box, String text) implements OfWorkshop {}

    /** Opens the box after the one that the card shows open. */
    record NextBox(SessionId session, Box box) implements OfWorkshop {}

    /** Hands in a statement for one's group. */
    record Propose(SessionId session, String text) implements OfWorkshop {}

    /** Takes back a statement of one's group. */
    record Withdraw(SessionId session, StatementId statement) implements OfWorkshop {}

    /** Lets one statement stand for another that says the same. */
    record Merge(SessionId session, StatementId keep, StatementId drop) implements OfWorkshop {}

    /** Ends the writing with a sticker round over what was handed in. */
    record CloseWorkshop(SessionId session) implements OfWorkshop {}

    /** Asks for one's own view of the card; a draft is what is being typed meanwhile, to be kept. */
    record ViewWorkshop(SessionId session, String draft) implements OfWorkshop {}

    /** Reacts to a statement, with a score as it was sent: the scale is checked later. */
    record React(SessionId session, StatementId statement, int score, String remark) implements OfThermometer {}

    record EraseRemark(SessionId session, StatementId statement) implements OfThermometer {}

    /** A client asks for its own user's view of a thermometer. */
    record ViewThermometer(SessionId session, StatementId statement) implements OfThermometer {}

    record Reveal(SessionId session, StatementId statement) implements OfThermometer {}

    /** A client asks for its own user's view of a result, with the names to choose an owner from. */
    record ViewResult(SessionId session, StatementId statement) implements OfThermometer {}

    /** Adds an action; owner and date are as they were sent, the date blank for the usual one. */
    record AddAction(SessionId session, StatementId statement, String what, String owner, String feedbackDate)
            implements OfAction {}

    /** Asks for the trend; the period is as it was sent, blank for the usual one. */
    record ShowTrend(SpaceId space, String period) implements OfInsight {}

    /** Asks for fresh links to the reports. */
    record ShowReports(SpaceId space) implements OfInsight {}

    /** Ends every link to reports that was given so far. */
    record WithdrawReports(SpaceId space) implements OfInsight {}

    /** Ticks off an action. */
    record FinishAction(ActionId action, ActionSurface on) implements OfSettling {}

    /** Takes an action up again; the date is as it was sent, blank for the usual one. */
    record RepeatAction(ActionId action, ActionSurface on, String feedbackDate) implements OfSettling {}

    /** Asks for the form in which an action is adjusted. */
    record OpenAdjustment(ActionId action, ActionSurface on) implements OfSettling {}

    /** Adjusts an action; owner and date are as they were sent, blank to leave them. */
    record AdjustAction(ActionId action, ActionSurface on, String what, String owner, String feedbackDate)
            implements OfSettling {}

    /** Asks the team again for its reactions to the statement that the action came from. */
    record MeasureAgain(ActionId action, ActionSurface on) implements OfSettling {}

    /** Asks for one's own view of the card again. */
    record ViewActions(ActionSurface on) implements OfSettling {}

    /** Goes on from looking back to choosing. */
    record EndLookBack(ActionSurface.LookBack on) implements OfSettling {}

    /** Asks for the part of the deck that holds the statement at this place; any number is a place. */
    record ViewDeck(int place) implements OfDeck {}

    /** Asks for the same, as leaders see it. */
    record ManageDeck(int place) implements OfDeck {}

    /** Adds a statement in the team's own words, as they were sent. */
    record AddStatement(Theme theme, String text) implements OfDeck {}

    /** Asks for the form in which a statement gets other words. */
    record OpenStatement(StatementId statement) implements OfDeck {}

    /** Gives a statement other words, as they were sent. */
    record EditStatement(StatementId statement, String text) implements OfDeck {}

    record RetireStatement(StatementId statement) implements OfDeck {}

    record RestoreStatement(StatementId statement) implements OfDeck {}

    /** Says that one wants to talk about a statement. */
    record FlagStatement(StatementId statement) implements OfFlags {}

    /** Puts a statement into the next session. */
    record ScheduleStatement(StatementId statement) implements OfFlags {}

    /** Asks for the plan as everybody sees it. */
    record ViewPlan() implements OfPlan {}

    /** Asks for the form in which leaders change it. */
    record OpenPlan() implements OfPlan {}

    record SetPlan(PlanForm form) implements OfPlan {}

    record EndPlan() implements OfPlan {}

    /**
     * Leaves out one session.
     *
     * @param occasion its day in the plan
     * @param on       the card that asks
     */
    record SkipOccasion(LocalDate occasion, PlanSurface on) implements OfPlan {}

    /** Asks for the form in which a session is moved. */
    record OpenMove(LocalDate occasion, PlanSurface on) implements OfPlan {}

    /** Moves one session; where to is as it was sent. */
    record MoveOccasion(LocalDate occasion, PlanSurface on, String date, String time) implements OfPlan {}

    /** Asks for one's own overview. */
    record ShowHome() implements OfHome {}

    /** Asks for one's own actions from everywhere. */
    record ShowOwnActions() implements OfHome {}

    /** A verb that this version does not know. */
    record Unknown() implements Request {}

    /** A verb that it knows, with data that it can't read: a card of another version, or a forged one. */
    record Unreadable() implements Request {}
}
