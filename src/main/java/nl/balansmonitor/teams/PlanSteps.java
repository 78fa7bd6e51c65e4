package nl.balansmonitor.teams;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import nl.balansmonitor.operations.Chronicle;
import nl.balansmonitor.operations.Happening;
import nl.balansmonitor.rhythm.Occasion;
import nl.balansmonitor.rhythm.Plan;
import nl.balansmonitor.rhythm.PlanRefusal;
import nl.balansmonitor.rhythm.Plans;
import nl.balansmonitor.rhythm.Reminders;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.teams.botframework.Message;
import nl.balansmonitor.teams.botframework.Reply;
import org.springframework.stereotype.Component;

/** Looking at when sessions are planned, and changing that: everybody may look, leaders may change. */
@Component
class PlanSteps {

    private final Plans plans;
    private final PlanWatch watch;
    private final Reminders reminders;
    private final Courier courier;
    private final Answers answers;
    private final Lines lines;
    private final PlanPresenter cards;
    private final AnnouncementPresenter announcements;
    private final Chronicle chronicle;

    PlanSteps(
            Plans plans,
            PlanWatch watch,
            Reminders reminders,
            Courier courier,
            Answers answers,
            Lines lines,
            PlanPresenter cards,
            AnnouncementPresenter announcements,
            Chronicle chronicle) {
        this.plans = plans;
        this.watch = watch;
        this.reminders = reminders;
        this.courier = courier;
        this.answers = answers;
        this.lines = lines;
        this.cards = cards;
        this.announcements = announcements;
        this.chronicle = chronicle;
    }

    Reply.Invoked take(Caller caller, Request.OfPlan request) {
        return switch (request) {
            case Request.ViewPlan() -> Reply.Invoked.card(cards.card(caller.space()));
            case Request.OpenPlan() -> open(caller);
            case Request.SetPlan r -> set(caller, r);
            case Request.EndPlan() -> changed(caller, plans.off(caller.space(), caller.actor()), "ended");
            case Request.SkipOccasion r -> skip(caller, r);
            case Request.OpenMove r -> openMove(caller, r);
            case Request.MoveOccasion r -> move(caller, r);
        };
    }

    private Reply.Invoked open(Caller caller) {
        return caller.actor().leader()
                ? Reply.Invoked.card(cards.form(caller.space(), PlanPresenter.Said.NOTHING))
                : answers.refused(caller, PlanRefusal.ONLY_LEADERS);
    }

    /** What was filled in stays, with a line that says what is wrong. */
    private Reply.Invoked set(Caller caller, Request.SetPlan request) {
        Space space = caller.space();
        Outcome<Optional<Plan>, PlanRefusal> outcome = plans.set(space, caller.actor(), request.form());
        return outcome instanceof Outcome.Refused<Optional<Plan>, PlanRefusal>(PlanRefusal reason)
                        && reason.correctable()
                ? Reply.Invoked.card(cards.form(space, lines.of(space.language(), reason), request.form()))
                : changed(caller, outcome, "saved");
    }

    /** A new plan is news for the whole team. */
    private Reply.Invoked changed(Caller caller, Outcome<Optional<Plan>, PlanRefusal> outcome, String done) {
        return switch (outcome) {
            case Outcome.Refused<Optional<Plan>, PlanRefusal>(PlanRefusal reason) -> answers.refused(caller, reason);
            case Outcome.Accepted<Optional<Plan>, PlanRefusal> accepted -> {
                Space space = caller.space();
                chronicle.tell(Happening.PLAN_CHANGED, space.id());
                watch.look(space.id());
                reminders.replan(space);
                courier.reply(space.id(), caller.conversation(), Message.card(cards.card(space), ""));
                yield Reply.Invoked.card(cards.form(space, PlanPresenter.Said.done(done)));
            }
        };
    }

    private Reply.Invoked skip(Caller caller, Request.SkipOccasion request) {
        Outcome<Occasion, PlanRefusal> outcome = plans.skip(caller.space(), caller.actor(), request.occasion());
        return switch (outcome) {
            case Outcome.Refused<Occasion, PlanRefusal>(PlanRefusal reason) -> answers.refused(caller, reason);
            case Outcome.Accepted<Occasion, PlanRefusal>(Occasion skipped) ->
                settled(caller, skipped, request.on(), "skipped");
        };
    }

    private Reply.Invoked openMove(Caller caller, Request.OpenMove request) {
        if (!caller.actor().leader()) {
            return answers.refused(caller, PlanRefusal.ONLY_LEADERS);
        }
        return moving(caller, request.occasion(), o -> AnnouncementPresenter.Draft.of(o, request.on()))
                .orElseGet(() -> answers.refused(caller, PlanRefusal.NO_SUCH_OCCASION));
    }

    private Reply.Invoked move(Caller caller, Request.MoveOccasion request) {
        Space space = caller.space();
        Outcome<Occasion, PlanRefusal> outcome =
                plans.move(space, caller.actor(), request.occasion(), request.date(), request.time());
        return switch (outcome) {
            case Outcome.Accepted<Occasion, PlanRefusal>(Occasion moved) ->
                settled(caller, moved, request.on(), "moved");
            case Outcome.Refused<Occasion, PlanRefusal>(PlanRefusal reason)
            when reason.correctable() -> {
                String problem = lines.of(space.language(), reason);
                yield moving(
                                caller,
                                request.occasion(),
                                o -> new AnnouncementPresenter.Draft(
                                        request.on(), problem, request.date(), request.time()))
                        .orElseGet(() -> answers.refused(caller, reason));
            }
            case Outcome.Refused<Occasion, PlanRefusal>(PlanRefusal reason) -> answers.refused(caller, reason);
        };
    }

    /** The form in which a session is moved; empty if it is not to come. */
    private Optional<Reply.Invoked> moving(
            Caller caller, LocalDate date, Function<Occasion, AnnouncementPresenter.Draft> draft) {
        Space space = caller.space();
        return plans.coming(space).stream()
                .map(Plans.Coming::occasion)
                .filter(o -> o.date().equals(date))
                .findFirst()
                .map(o -> Reply.Invoked.card(announcements.form(space, o, draft.apply(o))));
    }

    private Reply.Invoked settled(Caller caller, Occasion occasion, PlanSurface on, String done) {
        Space space = caller.space();
        chronicle.tell(Happening.PLAN_CHANGED, space.id());
        courier.touchOccasion(space.id(), occasion.date());
        watch.look(space.id());
        return Reply.Invoked.card(
                switch (on) {
                    case PLAN -> cards.form(space, PlanPresenter.Said.done(done));
                    case ANNOUNCEMENT -> announcements.card(space, occasion);
                });
    }
}
