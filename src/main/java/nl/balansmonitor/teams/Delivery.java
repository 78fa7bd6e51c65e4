package nl.balansmonitor.teams;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import nl.balansmonitor.rhythm.Occasion;
import nl.balansmonitor.rhythm.Plans;
import nl.balansmonitor.sessions.Closing;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.Sessions;
import nl.balansmonitor.sessions.StickerRounds;
import nl.balansmonitor.sessions.Thermometers;
import nl.balansmonitor.sessions.Workshops;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.spaces.Spaces;
import nl.balansmonitor.statements.Flags;
import nl.balansmonitor.teams.botframework.Conversation;
import nl.balansmonitor.teams.botframework.DeliveryException;
import org.springframework.stereotype.Component;

/**
 * Brings a session, or whatever else has cards, forward: takes the steps that a crash interrupted or whose time has come, and has Teams show
 * what the cards should be then. It looks only at what is stored, so it can be called at any time, as often as one likes, after any crash
 * and by any instance of the bot.
 */
@Component
class Delivery {

    /** Where flags are kept, somebody has to look daily: their secret is destroyed when the month is over. */
    private static final Duration UPKEEP = Duration.ofDays(1);

    private final Sessions sessions;
    private final Thermometers thermometers;
    private final Closing closing;
    private final StickerRounds stickers;
    private final Workshops workshops;
    private final Spaces spaces;
    private final Rosters rosters;
    private final Conversations conversations;
    private final Board board;
    private final Flags flags;
    private final ProposalPresenter proposals;
    private final Plans plans;
    private final AnnouncementPresenter announcements;
    private final Deliveries deliveries;
    private final ReminderDelivery reminders;
    private final WelcomeDelivery welcomes;
    private final Attendance attendance;
    private final Display display;
    private final Observed observed;

    Delivery(
            Sessions sessions,
            Thermometers thermometers,
            Closing closing,
            StickerRounds stickers,
            Workshops workshops,
            Spaces spaces,
            Rosters rosters,
            Conversations conversations,
            Board board,
            Flags flags,
            ProposalPresenter proposals,
            Plans plans,
            AnnouncementPresenter announcements,
            Deliveries deliveries,
            ReminderDelivery reminders,
            WelcomeDelivery welcomes,
            Attendance attendance,
            Display display,
            Observed observed) {
        this.sessions = sessions;
        this.thermometers = thermometers;
        this.closing = closing;
        this.stickers = stickers;
        this.workshops = workshops;
        this.spaces = spaces;
        this.rosters = rosters;
        this.conversations = conversations;
        this.board = board;
        this.flags = flags;
        this.proposals = proposals;
        this.plans = plans;
        this.announcements = announcements;
        this.deliveries = deliveries;
        this.reminders = reminders;
        this.welcomes = welcomes;
        this.attendance = attendance;
        this.display = display;
        this.observed = observed;
    }

    /** What is to be done next for these cards. */
    sealed interface Next {

        /** Everything is shown; a change will come. */
        record Wait() implements Next {}

        /** Something differs that was updated too recently to be updated again, or time alone will bring the change. */
        record Again(Duration after) implements Next {}

        /** Everything is shown, and nothing more can come. */
        record Finished() implements Next {}
    }

    /**
     * Brings the cards of one session, of an action's reminders, of a planned session, of one space's proposals or of a welcome up to date.
     *
     * @throws DeliveryException.Retryable if Teams may take it later; what was delivered until then is remembered
     */
    Next deliver(Outbox.Entry entry) throws InterruptedException {
        return observed.delivery(entry.kind(), () -> bringForward(entry));
    }

    private Next bringForward(Outbox.Entry entry) throws InterruptedException {
        Optional<Conversation> channel = conversations.of(entry.space());
        if (channel.isEmpty()) {
            return new Next.Finished();
        }
        Space space = spaces.of(entry.space());
        if (space.removedAt().isPresent()) {
            return goOnUnseen(entry, space);
        }
        return switch (entry.kind()) {
            case SESSION -> deliverSession(entry, channel.get(), space);
            case PROPOSALS -> deliverProposals(entry, channel.get(), space);
            case REMINDER -> untilShown(reminders.deliver(entry, channel.get()));
            case OCCASION -> deliverOccasion(entry, channel.get(), space);
            case WELCOME -> untilShown(welcomes.deliver(entry, channel.get(), space));
        };
    }

    /** Where the bot was taken out Teams takes nothing. What it promised to destroy it destroys all the same. */
    private Next goOnUnseen(Outbox.Entry entry, Space space) {
        return switch (entry.kind()) {
            case SESSION -> {
                sessions.find(entry.space(), new SessionId(entry.subject())).ifPresent(session -> {
                    Session revealed = thermometers.resume(session, 0);
                    stickers.resume(closing.resume(revealed, 0));
                });
                yield new Next.Finished();
            }
            case PROPOSALS -> {
                flags.forgetPastMonths(space);
                yield flags.none(space.id()) ? new Next.Finished() : new Next.Again(UPKEEP);
            }
            case REMINDER, OCCASION, WELCOME -> new Next.Finished();
        };
    }

    private Next deliverSession(Outbox.Entry entry, Conversation channel, Space space) throws InterruptedException {
        Optional<Session> found = sessions.find(entry.space(), new SessionId(entry.subject()));
        if (found.isEmpty()) {
            return new Next.Finished();
        }
        var members = rosters.of(channel);
        Session revealed = thermometers.resume(found.get(), members.size());
        Session session = stickers.resume(closing.resume(revealed, members.size()));
        var scene = new Scene(space, session, members);
        Optional<Duration> soonest =
                Display.earlier(workshops.untilNextBox(session), display.show(entry, channel, board.faces(scene)));
        attendance.note(space.id(), members);
        if (session.followUp().isPresent()) {
            // What comes of it stands on the reminder too from which it was asked.
            var reminder =
                    Outbox.Entry.ofReminders(session.space(), session.followUp().get());
            soonest = Display.earlier(soonest, reminders.deliver(reminder, channel));
        }
        if (soonest.isPresent()) {
            return new Next.Again(soonest.get());
        }
        return session.over() ? new Next.Finished() : new Next.Wait();
    }

    private static Next untilShown(Optional<Duration> soonest) {
        return soonest.<Next>map(Next.Again::new).orElseGet(Next.Finished::new);
    }

    private Next deliverOccasion(Outbox.Entry entry, Conversation channel, Space space) throws InterruptedException {
        Optional<Occasion> found = plans.occasion(entry.space(), LocalDate.parse(entry.subject()));
        if (found.isEmpty()) {
            return new Next.Finished();
        }
        var faces = new ArrayList<>(announcements.news(space, found.get()));
        announcements.past(space, found.get()).stream()
                .filter(face -> isPosted(entry, face))
                .forEach(faces::add);
        Optional<Duration> soonest = display.show(entry, channel, faces);
        if (soonest.isPresent()) {
            return new Next.Again(soonest.get());
        }
        return found.get().over() ? new Next.Finished() : new Next.Wait();
    }

    /** An answered proposal is shown as such where it was posted, and posted nowhere. */
    private Next deliverProposals(Outbox.Entry entry, Conversation channel, Space space) throws InterruptedException {
        flags.forgetPastMonths(space);
        var faces = new ArrayList<>(proposals.open(space));
        proposals.answered(space).stream().filter(face -> isPosted(entry, face)).forEach(faces::add);
        Optional<Duration> soonest = display.show(entry, channel, faces);
        if (soonest.isEmpty() && flags.none(space.id())) {
            return new Next.Finished();
        }
        return new Next.Again(soonest.orElse(UPKEEP));
    }

    private boolean isPosted(Outbox.Entry entry, Board.Face face) {
        return deliveries.find(entry, face.slot()).filter(d -> !d.refused()).isPresent();
    }
}
