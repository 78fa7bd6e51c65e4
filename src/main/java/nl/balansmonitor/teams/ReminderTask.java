package nl.balansmonitor.teams;

import nl.balansmonitor.rhythm.Due;
import nl.balansmonitor.rhythm.DueTask;
import nl.balansmonitor.rhythm.Reminders;
import nl.balansmonitor.shared.ActionId;
import nl.balansmonitor.shared.SpaceId;
import org.springframework.stereotype.Component;

/** Reminds owners when it is time. */
@Component
class ReminderTask implements DueTask {

    private final Reminders reminders;
    private final Courier courier;

    ReminderTask(Reminders reminders, Courier courier) {
        this.reminders = reminders;
        this.courier = courier;
    }

    @Override
    public Due.Kind kind() {
        return Due.Kind.REMINDER;
    }

    @Override
    public void look(SpaceId space, String subject) {
        var action = new ActionId(subject);
        if (reminders.look(space, action)) {
            courier.touchReminders(space, action);
        }
    }
}
