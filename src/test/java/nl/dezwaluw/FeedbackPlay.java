package nl.dezwaluw;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import nl.balansmonitor.RunningBot;
import nl.balansmonitor.standin.Conversation;
import nl.balansmonitor.standin.Member;
import nl.balansmonitor.standin.Post;
import nl.balansmonitor.standin.Transcript;

/** Four weeks after the sessions: who took an action on is reminded in his own chat, and ticks it off there. */
final class FeedbackPlay {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final int WEEKS = 4;
    private static final LocalTime REMINDED_AT = LocalTime.of(8, 0);

    private final Transcript transcript;
    private final Conversation channel;
    private final RunningBot bot;
    private final LeapingClock clock;

    FeedbackPlay(Transcript transcript, Conversation channel, RunningBot bot, LeapingClock clock) {
        this.transcript = transcript;
        this.channel = channel;
        this.bot = bot;
        this.clock = clock;
    }

    /** @param owner of the action that is still open */
    void perform(Member owner) {
        transcript.act("Vier weken later. 5. De herinnering");
        transcript.aside("Om acht uur, op de dag van de terugblik, in de eigen chat van " + owner.name() + ".");
        clock.leapTo(feedbackDate().atTime(REMINDED_AT).atZone(ZONE).toInstant());
        bot.look();
        Post reminder = owner.chat().awaitPostOffering("action.done");
        owner.taps(reminder, "action.done");
        reminder.await(p -> !p.offers("action.done"));
        owner.says("acties", owner.chat());
        owner.chat().awaitPost(p -> p.text().contains("Je hebt geen open acties"));
        // Nothing must be left for the bot that stays up: this Teams is gone by then.
        channel.posts().stream()
                .filter(Post::isFromBot)
                .filter(p -> p.text().contains("Samenvatting"))
                .forEach(summary -> summary.await(p -> !p.offers("action.done")));
    }

    /** When the team looks back unless it says otherwise. */
    private static LocalDate feedbackDate() {
        LocalDate date = LocalDate.now(ZONE).plusWeeks(WEEKS);
        boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? date.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : date;
    }
}
