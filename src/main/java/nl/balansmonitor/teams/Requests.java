package nl.balansmonitor.teams;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.balansmonitor.rhythm.PlanForm;
import nl.balansmonitor.sessions.Box;
import nl.balansmonitor.shared.ActionId;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.statements.Theme;
import tools.jackson.databind.JsonNode;

/** Reads what buttons send. */
final class Requests {

    private static final String STICKER = "sticker.";

    /** What the sticker card's own button asks for: a second tap on it counts again, and confirms nothing. */
    private static final String COUNT = "count";

    private Requests() {}

    /** Reads one request; whatever was sent, this answers. */
    static Request of(String verb, JsonNode data) {
        try {
            var sent = new Sent(data);
            return switch (verb) {
                case "session.begin" -> sent.onCardOfSpace(new Request.BeginSession());
                case "session.start" -> new Request.StartSession(sent.session(), sent.statements(), sent.text("until"));
                case "stickers.open" ->
                    new Request.OpenStickers(sent.session(), sent.statements(), sent.number("budget"));
                case "stickers.place" -> new Request.PlaceStickers(sent.session(), sent.stickers());
                case "stickers.close" ->
                    new Request.CloseStickers(
                            sent.session(),
                            sent.statements(),
                            sent.text("until"),
                            sent.text("step").equals(COUNT));
                case "stickers.view" -> new Request.ViewStickers(sent.session());
                case "workshop.open" ->
                    new Request.OpenWorkshop(
                            sent.session(), sent.number("groupSize"), sent.number("minutes"), sent.ticked("movesOn"));
                case "workshop.regroup" -> new Request.Regroup(sent.session(), sent.number("groupSize"));
                case "workshop.write" -> new Request.WriteNote(sent.session(), sent.box(), sent.text("text"));
                case "workshop.next" -> new Request.NextBox(sent.session(), sent.box());
                case "workshop.propose" -> new Request.Propose(sent.session(), sent.text("text"));
                case "workshop.withdraw" -> new Request.Withdraw(sent.session(), sent.statement());
                case "workshop.merge" ->
                    new Request.Merge(sent.session(), sent.statement("keep"), sent.statement("drop"));
                case "workshop.close" -> new Request.CloseWorkshop(sent.session());
                case "workshop.view" -> new Request.ViewWorkshop(sent.session(), sent.text("text"));
                case "thermometer.react" ->
                    new Request.React(sent.session(), sent.statement(), sent.score(), sent.text("remark"));
                case "thermometer.erase" -> new Request.EraseRemark(sent.session(), sent.statement());
                case "thermometer.view" -> new Request.ViewThermometer(sent.session(), sent.statement());
                case "thermometer.reveal" -> new Request.Reveal(sent.session(), sent.statement());
                case "result.view" -> new Request.ViewResult(sent.session(), sent.statement());
                case "action.add" ->
                    new Request.AddAction(
                            sent.session(),
                            sent.statement(),
                            sent.text("what"),
                            sent.text("owner"),
                            sent.text("feedbackDate"));
                case "session.close" -> new Request.CloseSession(sent.session());
                case "action.done" -> new Request.FinishAction(sent.action(), sent.surface());
                case "action.again" ->
                    new Request.RepeatAction(sent.action(), sent.surface(), sent.text("feedbackDate"));
                case "action.adjust" -> adjust(sent, sent.surface());
                case "action.measure" -> new Request.MeasureAgain(sent.action(), sent.surface());
                case "action.view" -> new Request.ViewActions(sent.sameCard());
                case "lookback.done" -> new Request.FinishAction(sent.action(), sent.lookBack());
                case "lookback.again" ->
                    new Request.RepeatAction(sent.action(), sent.lookBack(), sent.text("feedbackDate"));
                case "lookback.adjust" -> adjust(sent, sent.lookBack());
                case "lookback.view" -> new Request.ViewActions(sent.lookBack());
                case "lookback.next" -> new Request.EndLookBack(sent.lookBack());
                case "deck.view" -> new Request.ViewDeck(sent.place());
                case "deck.manage" -> new Request.ManageDeck(sent.place());
                case "statement.add" -> new Request.AddStatement(sent.theme(), sent.text("text"));
                case "statement.edit" -> edit(sent);
                case "statement.retire" -> new Request.RetireStatement(sent.statement());
                case "statement.restore" -> new Request.RestoreStatement(sent.statement());
                case "statement.flag" -> new Request.FlagStatement(sent.statement());
                case "statement.schedule" -> new Request.ScheduleStatement(sent.statement());
                case "plan.view" -> sent.onCardOfSpace(new Request.ViewPlan());
                case "plan.edit" -> sent.onCardOfSpace(new Request.OpenPlan());
                case "plan.set" -> sent.onCardOfSpace(new Request.SetPlan(sent.plan()));
                case "plan.off" -> sent.onCardOfSpace(new Request.EndPlan());
                case "plan.skip" -> new Request.SkipOccasion(sent.occasion(), sent.planSurface());
                case "plan.move" -> move(sent);
                case "trend.show" -> new Request.ShowTrend(sent.chosenSpace(), sent.text("period"));
                case "report.show" -> new Request.ShowReports(sent.chosenSpace());
                case "report.withdraw" -> new Request.WithdrawReports(sent.space());
                case "home.show" -> new Request.ShowHome();
                case "home.actions" -> new Request.ShowOwnActions();
                default -> new Request.Unknown();
            };
        } catch (IllegalArgumentException e) {
            return new Request.Unreadable();
        }
    }

    /** The button asks for the form, and the form comes with its inputs. */
    private static Request adjust(Sent sent, ActionSurface on) {
        return sent.has("what")
                ? new Request.AdjustAction(
                        sent.action(), on, sent.text("what"), sent.text("owner"), sent.text("feedbackDate"))
                : new Request.OpenAdjustment(sent.action(), on);
    }

    private static Request edit(Sent sent) {
        return sent.has("text")
                ? new Request.EditStatement(sent.statement(), sent.text("text"))
                : new Request.OpenStatement(sent.statement());
    }

    private static Request move(Sent sent) {
        return sent.has("date")
                ? new Request.MoveOccasion(sent.occasion(), sent.planSurface(), sent.text("date"), sent.text("time"))
                : new Request.OpenMove(sent.occasion(), sent.planSurface());
    }

    /** The data of a button together with the inputs of its card; throws IllegalArgumentException for what can't be meant. */
    private record Sent(JsonNode data) {

        SessionId session() {
            return new SessionId(required("session"));
        }

        StatementId statement() {
            return statement("statement");
        }

        StatementId statement(String field) {
            return new StatementId(required(field));
        }

        Box box() {
            return Box.valueOf(required("box"));
        }

        ActionId action() {
            return new ActionId(required("action"));
        }

        ActionSurface.LookBack lookBack() {
            return new ActionSurface.LookBack(session());
        }

        /** The card that an action is settled on, which says so in its data. */
        ActionSurface surface() {
            Optional<SessionId> session = optional("session").map(SessionId::new);
            if (session.isPresent()) {
                return new ActionSurface.Summary(session.get());
            }
            return switch (text("card")) {
                case "" -> new ActionSurface.List();
                case ActionSurface.Mine.CARD -> new ActionSurface.Mine(space());
                default -> new ActionSurface.Reminder(space(), action(), text("card"));
            };
        }

        /** The card that a form came from; it says its space, as without one there is nothing that shows it is a card of ours. */
        ActionSurface sameCard() {
            required("space");
            return surface();
        }

        SpaceId space() {
            return new SpaceId(required("space"));
        }

        /** The one that was chosen from several; without a choice the one that the card is about. */
        SpaceId chosenSpace() {
            return optional("channel").map(SpaceId::new).orElseGet(this::space);
        }

        /** Where a part of the deck begins; the first one if nothing is said. As above, the card says its space. */
        int place() {
            required("space");
            String place = number("from").strip();
            return place.isEmpty() ? 0 : Integer.parseInt(place);
        }

        /** The theme of a new statement; as above, the card says its space. */
        Theme theme() {
            required("space");
            return optional("theme").map(Theme::valueOf).orElse(Theme.OWN);
        }

        /** As above: the card says its space. */
        Request onCardOfSpace(Request request) {
            required("space");
            return request;
        }

        PlanForm plan() {
            return new PlanForm(
                    text("frequency"),
                    number("weeks"),
                    text("firstDate"),
                    text("weekday"),
                    text("time"),
                    number("statements"),
                    ticked("interim"),
                    number("openDays"),
                    text("region"),
                    text("reminderAt"),
                    number("daysBefore"));
        }

        /** The day of the plan that a session has. */
        LocalDate occasion() {
            try {
                return LocalDate.parse(required("occasion"));
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("occasion", e);
            }
        }

        PlanSurface planSurface() {
            return PlanSurface.valueOf(required("on"));
        }

        boolean has(String field) {
            return data.hasNonNull(field);
        }

        List<StatementId> statements() {
            return Arrays.stream(text("statements").split(","))
                    .map(String::strip)
                    .filter(id -> !id.isEmpty())
                    .map(StatementId::new)
                    .toList();
        }

        int score() {
            JsonNode score = data.path("score");
            if (score.isIntegralNumber() && score.canConvertToInt()) {
                return score.intValue();
            }
            return Integer.parseInt(required("score").strip());
        }

        /** By statement, from the inputs {@code sticker.<statement>}. */
        Map<StatementId, String> stickers() {
            return data.propertyNames().stream()
                    .filter(name -> name.startsWith(STICKER))
                    .collect(toMap(name -> new StatementId(name.substring(STICKER.length())), this::number));
        }

        /** An input for a number comes as text or as a number, as the client likes. */
        String number(String field) {
            JsonNode value = data.path(field);
            return value.isIntegralNumber() ? value.asString() : text(field);
        }

        String required(String field) {
            return optional(field).orElseThrow(() -> new IllegalArgumentException(field));
        }

        Optional<String> optional(String field) {
            return Optional.of(text(field)).filter(s -> !s.isBlank());
        }

        /** A toggle says so in words. */
        boolean ticked(String field) {
            return Boolean.parseBoolean(text(field));
        }

        /** An input that was left out is empty: not every client sends it. */
        String text(String field) {
            JsonNode value = data.path(field);
            if (value.isMissingNode() || value.isNull()) {
                return "";
            }
            if (!value.isString()) {
                throw new IllegalArgumentException(field);
            }
            return value.stringValue();
        }
    }
}
