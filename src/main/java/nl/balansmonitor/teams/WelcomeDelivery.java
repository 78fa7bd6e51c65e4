package nl.balansmonitor.teams;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.teams.botframework.Conversation;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Has the bot say once where it was added that it is there. */
@Component
class WelcomeDelivery {

    private static final String SLOT = "welcome";

    private final Welcomes welcomes;
    private final WelcomePresenter presenter;
    private final Rosters rosters;
    private final Attendance attendance;
    private final Deliveries deliveries;
    private final Display display;

    WelcomeDelivery(
            Welcomes welcomes,
            WelcomePresenter presenter,
            Rosters rosters,
            Attendance attendance,
            Deliveries deliveries,
            Display display) {
        this.welcomes = welcomes;
        this.presenter = presenter;
        this.rosters = rosters;
        this.attendance = attendance;
        this.deliveries = deliveries;
        this.display = display;
    }

    /** Empty once it is said, or there is nothing to say any more; otherwise when to look again. */
    Optional<Duration> deliver(Outbox.Entry entry, Conversation where, Space space) throws InterruptedException {
        Optional<Welcomes.Welcome> welcome = welcomes.find(space.id())
                .filter(newest -> Integer.toString(newest.nth()).equals(entry.subject()));
        if (welcome.isEmpty() || deliveries.find(entry, SLOT).isPresent()) {
            return Optional.empty();
        }
        List<Member> members = where.type() == Conversation.Type.PERSONAL ? List.of() : rosters.of(where);
        Optional<JsonNode> card = presenter.card(space, where, welcome.get(), members);
        Optional<Duration> soonest = card.isEmpty()
                ? Optional.empty()
                : display.show(entry, where, List.of(new Board.Face(SLOT, card.get())));
        attendance.note(space.id(), members);
        return soonest;
    }
}
