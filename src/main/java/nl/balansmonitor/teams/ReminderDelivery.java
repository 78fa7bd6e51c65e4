package nl.balansmonitor.teams;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.balansmonitor.actions.ActionItem;
import nl.balansmonitor.actions.Actions;
import nl.balansmonitor.rhythm.Reminder;
import nl.balansmonitor.rhythm.Reminders;
import nl.balansmonitor.shared.ActionId;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.spaces.Spaces;
import nl.balansmonitor.teams.Addresses.Address;
import nl.balansmonitor.teams.Deliveries.Delivered;
import nl.balansmonitor.teams.botframework.Conversation;
import nl.balansmonitor.teams.botframework.DeliveryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings the reminders of an action to its owner: into his chat with the bot, or, where Teams takes nothing for it, as a mention into the
 * session's thread, never both. If the owner has left, a leader is told once.
 */
@Component
class ReminderDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(ReminderDelivery.class);

    /** Until Teams is asked again who is in the channel. */
    private static final Duration UNTIL_ROSTER = Duration.ofSeconds(30);

    private final Actions actions;
    private final Reminders reminders;
    private final Addresses addresses;
    private final ReminderPresenter presenter;
    private final Spaces spaces;
    private final Rosters rosters;
    private final Transport transport;
    private final Deliveries deliveries;
    private final Display display;

    ReminderDelivery(
            Actions actions,
            Reminders reminders,
            Addresses addresses,
            ReminderPresenter presenter,
            Spaces spaces,
            Rosters rosters,
            Transport transport,
            Deliveries deliveries,
            Display display) {
        this.actions = actions;
        this.reminders = reminders;
        this.addresses = addresses;
        this.presenter = presenter;
        this.spaces = spaces;
        this.rosters = rosters;
        this.transport = transport;
        this.deliveries = deliveries;
        this.display = display;
    }

    /**
     * Brings the reminders of one action up to date.
     *
     * @return when it makes sense to go on; empty if there is nothing left to do
     * @throws DeliveryException.Retryable if Teams may take it later
     */
    Optional<Duration> deliver(Outbox.Entry entry, Conversation channel) throws InterruptedException {
        Optional<ActionItem> found = actions.find(entry.space(), new ActionId(entry.subject()));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        ActionItem action = found.get();
        Space space = spaces.of(entry.space());
        List<Reminder> given = reminders.given(space.id(), action.id());
        Optional<Duration> soonest = Optional.empty();
        for (Reminder reminder : given) {
            String slot = ReminderPresenter.slot(reminder);
            Optional<Address> address = addresses.find(space.id(), action.id(), slot);
            boolean wanted = action.open()
                    && reminder.equals(given.getLast())
                    && reminder.date().equals(action.feedbackDate());
            if (address.isEmpty() && wanted) {
                List<Member> members = rosters.of(channel);
                if (members.isEmpty()) {
                    return Optional.of(UNTIL_ROSTER);
                }
                address = Optional.of(
                        addresses.decide(space.id(), action.id(), slot, address(space, action, channel, members)));
            }
            if (address.isPresent()) {
                soonest = Display.earlier(soonest, show(entry, channel, space, action, reminder, address.get()));
            }
        }
        return soonest;
    }

    private Address address(Space space, ActionItem action, Conversation channel, List<Member> members)
            throws InterruptedException {
        Optional<Member> owner =
                members.stream().filter(m -> m.id().equals(action.owner())).findFirst();
        if (owner.isPresent()) {
            return reachable(channel, owner.get(), false);
        }
        boolean told = addresses.of(space.id(), action.id()).stream()
                .anyMatch(address -> address.gone() && address.to().isPresent());
        Optional<Member> leader = space.leaders().stream()
                .flatMap(id -> members.stream().filter(m -> m.id().equals(id)))
                .findFirst();
        if (told || leader.isEmpty()) {
            LOG.info(
                    "nobody to remind of an action: its owner left, {}",
                    told ? "a leader knows" : "and so did the leaders");
            return Address.nowhere();
        }
        return reachable(channel, leader.get(), true);
    }

    private Address reachable(Conversation channel, Member reader, boolean gone) throws InterruptedException {
        try {
            return Address.chat(reader, gone, transport.openPersonal(channel, reader.teamsId()));
        } catch (DeliveryException.Final e) {
            LOG.info("no chat with an owner, he is mentioned in the thread: {}", e.getMessage());
            return Address.thread(reader, gone);
        }
    }

    private Optional<Duration> show(
            Outbox.Entry entry,
            Conversation channel,
            Space space,
            ActionItem action,
            Reminder reminder,
            Address address)
            throws InterruptedException {
        String slot = ReminderPresenter.slot(reminder);
        return switch (address.way()) {
            case NOWHERE -> Optional.empty();
            case THREAD -> {
                var face = new Board.Face(slot + ":thread", presenter.card(space, action, reminder, address));
                yield display.show(entry, thread(channel, space, action), List.of(face));
            }
            case CHAT -> {
                var face = new Board.Face(slot, presenter.card(space, action, reminder, address));
                Optional<Duration> again = display.show(entry, address.chat().orElseThrow(), List.of(face));
                boolean refused =
                        deliveries.find(entry, slot).filter(Delivered::refused).isPresent();
                if (refused) {
                    Address diverted = addresses.divert(space.id(), action.id(), slot);
                    yield show(entry, channel, space, action, reminder, diverted);
                }
                yield again;
            }
        };
    }

    /** Below the card of the session that the action came from. */
    private Conversation thread(Conversation channel, Space space, ActionItem action) {
        if (channel.type() != Conversation.Type.CHANNEL) {
            return channel;
        }
        return deliveries
                .find(Outbox.Entry.of(space.id(), action.session()), Board.Face.ROOT)
                .map(Delivered::thread)
                .filter(thread -> !thread.isEmpty())
                .map(channel::inThread)
                .orElse(channel);
    }
}
