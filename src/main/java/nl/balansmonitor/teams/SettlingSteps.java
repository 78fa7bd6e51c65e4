package nl.balansmonitor.teams;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import nl.balansmonitor.actions.ActionItem;
import nl.balansmonitor.actions.ActionRefusal;
import nl.balansmonitor.actions.Actions;
import nl.balansmonitor.actions.LookBack;
import nl.balansmonitor.actions.Proposal;
import nl.balansmonitor.operations.Chronicle;
import nl.balansmonitor.operations.Happening;
import nl.balansmonitor.sessions.Sessions;
import nl.balansmonitor.shared.ActionId;
import nl.balansmonitor.shared.Actor;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.teams.botframework.Reply;
import org.springframework.stereotype.Component;

/** Deciding what becomes of actions: in the look-back, on a summary, on a list, or on a reminder. */
@Component
class SettlingSteps {

    private final Sessions sessions;
    private final Actions actions;
    private final LookBack lookBack;
    private final Courier courier;
    private final Answers answers;
    private final Lines lines;
    private final SessionPresenter start;
    private final SummaryPresenter summaries;
    private final ActionsPresenter list;
    private final AdjustPresenter form;
    private final ReminderPresenter reminders;
    private final FollowUps followUps;
    private final Owners owners;
    private final Visits visits;
    private final Chronicle chronicle;

    SettlingSteps(
            Sessions sessions,
            Actions actions,
            LookBack lookBack,
            Courier courier,
            Answers answers,
            Lines lines,
            SessionPresenter start,
            SummaryPresenter summaries,
            ActionsPresenter list,
            AdjustPresenter form,
            ReminderPresenter reminders,
            FollowUps followUps,
            Owners owners,
            Visits visits,
            Chronicle chronicle) {
        this.chronicle = chronicle;
        this.sessions = sessions;
        this.actions = actions;
        this.lookBack = lookBack;
        this.courier = courier;
        this.answers = answers;
        this.lines = lines;
        this.start = start;
        this.summaries = summaries;
        this.list = list;
        this.form = form;
        this.reminders = reminders;
        this.followUps = followUps;
        this.owners = owners;
        this.visits = visits;
    }

    Reply.Invoked take(Caller caller, Request.OfSettling request) {
        return switch (request) {
            case Request.FinishAction r ->
                settled(caller, r.on(), actions.done(caller.space(), r.action(), standing(caller, r.on())));
            case Request.RepeatAction r -> repeat(caller, r);
            case Request.OpenAdjustment r -> open(caller, r);
            case Request.AdjustAction r -> adjust(caller, r);
            case Request.MeasureAgain r -> measure(caller, r);
            case Request.ViewActions r -> view(caller, r.on());
            case Request.EndLookBack r ->
                answers.withSession(
                        caller,
                        r.on().of(),
                        session -> lookBack.goOn(session, caller.actor())
                                .map(reason -> answers.refused(caller, reason))
                                .orElseGet(() -> {
                                    courier.touch(session);
                                    return Reply.Invoked.card(start.card(answers.scene(caller, session)));
                                }));
        };
    }

    private Reply.Invoked repeat(Caller caller, Request.RepeatAction request) {
        Optional<LocalDate> date = date(request.feedbackDate(), actions.usualFeedbackDate(caller.space()));
        return date.isEmpty()
                ? answers.refused(caller, ActionRefusal.NOT_A_DATE)
                : settled(
                        caller,
                        request.on(),
                        actions.again(caller.space(), request.action(), standing(caller, request.on()), date.get()));
    }

    private Reply.Invoked open(Caller caller, Request.OpenAdjustment request) {
        return actions.find(caller.space().id(), request.action())
                .map(action -> actions.obstacleTo(action, standing(caller, request.on()))
                        .map(reason -> answers.refused(caller, reason))
                        .orElseGet(() -> Reply.Invoked.card(form.card(
                                caller.space(),
                                action,
                                answers.members(caller),
                                request.on(),
                                AdjustPresenter.Draft.of(action)))))
                .orElseGet(() -> answers.refused(caller, ActionRefusal.NO_SUCH_ACTION));
    }

    private Reply.Invoked measure(Caller caller, Request.MeasureAgain request) {
        Space space = caller.space();
        Optional<ActionItem> found = actions.find(space.id(), request.action());
        if (found.isEmpty()) {
            return answers.refused(caller, ActionRefusal.NO_SUCH_ACTION);
        }
        ActionItem action = found.get();
        if (!action.mayBeSettledBy(standing(caller, request.on()))) {
            return answers.refused(caller, ActionRefusal.ONLY_OWNER_OR_LEADER);
        }
        return answers.of(caller, followUps.open(space, action, caller.member()), session -> {
            courier.touch(session);
            courier.touchReminders(space.id(), action.id());
            return view(caller, request.on());
        });
    }

    /** What was typed stays in the form, with a line that says what is wrong. */
    private Reply.Invoked adjust(Caller caller, Request.AdjustAction request) {
        Optional<ActionItem> found = actions.find(caller.space().id(), request.action());
        if (found.isEmpty()) {
            return answers.refused(caller, ActionRefusal.NO_SUCH_ACTION);
        }
        ActionItem action = found.get();
        Optional<LocalDate> date = date(request.feedbackDate(), action.feedbackDate());
        Outcome<ActionItem, ActionRefusal> outcome = date.isEmpty()
                ? Outcome.refused(ActionRefusal.NOT_A_DATE)
                : adjusted(caller, action, request, date.get());
        return switch (outcome) {
            case Outcome.Refused<ActionItem, ActionRefusal>(ActionRefusal reason)
            when reason.correctable() ->
                Reply.Invoked.card(form.card(
                        caller.space(),
                        action,
                        answers.members(caller),
                        request.on(),
                        new AdjustPresenter.Draft(
                                request.what(),
                                request.owner().isBlank() ? action.owner().value() : request.owner(),
                                date.orElse(action.feedbackDate()).toString(),
                                lines.of(caller.space().language(), reason))));
            case Outcome.Refused<ActionItem, ActionRefusal> refused -> settled(caller, request.on(), refused);
            case Outcome.Accepted<ActionItem, ActionRefusal> accepted -> settled(caller, request.on(), accepted);
        };
    }

    /** The owner may stay, whether he is still here or not. */
    private Outcome<ActionItem, ActionRefusal> adjusted(
            Caller caller, ActionItem action, Request.AdjustAction request, LocalDate date) {
        boolean stays = request.owner().isBlank()
                || request.owner().strip().equals(action.owner().value());
        var owner = stays
                ? Outcome.<Member, ActionRefusal>accepted(new Member(action.owner(), "", action.ownerName(), false))
                : owners.picked(answers.members(caller), request.owner());
        return switch (owner) {
            case Outcome.Refused<Member, ActionRefusal>(ActionRefusal reason) ->
                actions.obstacleTo(action, standing(caller, request.on()))
                        .<Outcome<ActionItem, ActionRefusal>>map(Outcome::refused)
                        .orElseGet(() -> Outcome.refused(reason));
            case Outcome.Accepted<Member, ActionRefusal>(Member next) ->
                actions.adjust(
                        caller.space(),
                        action.id(),
                        standing(caller, request.on()),
                        new Proposal(request.what(), next.id(), next.name(), date));
        };
    }

    private Reply.Invoked settled(Caller caller, ActionSurface on, Outcome<ActionItem, ActionRefusal> outcome) {
        return switch (outcome) {
            case Outcome.Refused<ActionItem, ActionRefusal>(ActionRefusal reason) -> answers.refused(caller, reason);
            case Outcome.Accepted<ActionItem, ActionRefusal>(ActionItem action) -> {
                chronicle.tell(Happening.ACTION_SETTLED, caller.space().id());
                sessions.find(caller.space().id(), action.session()).ifPresent(courier::touch);
                on.session()
                        .flatMap(id -> sessions.find(caller.space().id(), id))
                        .ifPresent(courier::touch);
                courier.touchReminders(caller.space().id(), action.id());
                yield view(caller, on);
            }
        };
    }

    private Reply.Invoked view(Caller caller, ActionSurface on) {
        return switch (on) {
            case ActionSurface.List() -> Reply.Invoked.card(list.card(caller.space(), answers.members(caller)));
            case ActionSurface.Mine mine -> Reply.Invoked.card(list.mine(caller, visits.everywhere(caller)));
            case ActionSurface.Reminder(SpaceId of, ActionId id, String slot) ->
                actions.find(caller.space().id(), id)
                        .flatMap(action -> reminders.card(caller.space(), action, slot))
                        .map(Reply.Invoked::card)
                        .orElseGet(() -> answers.refused(caller, ActionRefusal.NO_SUCH_ACTION));
            case ActionSurface.LookBack(var id) ->
                answers.withSession(caller, id, s -> Reply.Invoked.card(start.card(answers.scene(caller, s))));
            case ActionSurface.Summary(var id) ->
                answers.withSession(caller, id, s -> Reply.Invoked.card(summaries.card(answers.scene(caller, s))));
        };
    }

    /** In a look-back the facilitator decides as a leader does. */
    private Actor standing(Caller caller, ActionSurface on) {
        return switch (on) {
            case ActionSurface.LookBack(var id) ->
                new Actor(
                        caller.member(),
                        sessions.find(caller.space().id(), id)
                                .filter(s -> s.mayBeSteeredBy(caller.actor()))
                                .isPresent());
            case ActionSurface.List list -> caller.actor();
            case ActionSurface.Summary summary -> caller.actor();
            case ActionSurface.Mine mine -> caller.actor();
            case ActionSurface.Reminder reminder -> caller.actor();
        };
    }

    private static Optional<LocalDate> date(String sent, LocalDate usual) {
        try {
            return Optional.of(sent.isBlank() ? usual : LocalDate.parse(sent.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
