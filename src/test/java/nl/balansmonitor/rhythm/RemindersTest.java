package nl.balansmonitor.rhythm;

import static nl.balansmonitor.rhythm.Reminder.Stage.BEFORE;
import static nl.balansmonitor.rhythm.Reminder.Stage.ON;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.balansmonitor.Rooms;
import nl.balansmonitor.actions.ActionItem;
import nl.balansmonitor.actions.ActionRefusal;
import nl.balansmonitor.actions.Actions;
import nl.balansmonitor.actions.Proposal;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.SessionRefusal;
import nl.balansmonitor.sessions.Sessions;
import nl.balansmonitor.sessions.Thermometers;
import nl.balansmonitor.shared.ActionId;
import nl.balansmonitor.shared.Actor;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.spaces.Memberships;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.spaces.Spaces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Owners are reminded at the moments that were promised to them, each once, however seldom somebody looks. */
class RemindersTest {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final StatementId STATEMENT = new StatementId("st7");
    private static final MemberId AMINA = new MemberId("amina");
    private static final MemberId JAN = new MemberId("jan");
    private static final Actor SANNE_WHO_LEADS = new Actor(new MemberId("sanne"), true);

    @TempDir
    private Path folder;

    private Rooms rooms;

    private Space space;
    private Session session;

    @BeforeEach
    void reveal() {
        rooms = Rooms.over(folder.resolve("test.db"));
        space = rooms.get(Spaces.class).ledAtFirstBy(rooms.newSpace(), SANNE_WHO_LEADS.member());
        var sessions = rooms.get(Sessions.class);
        Session begun =
                ((Outcome.Accepted<Session, SessionRefusal>) sessions.begin(space.id(), SANNE_WHO_LEADS)).value();
        sessions.measure(space.id(), begun.id(), SANNE_WHO_LEADS, List.of(STATEMENT));
        rooms.get(Thermometers.class).reveal(space.id(), begun.id(), STATEMENT, SANNE_WHO_LEADS, 3);
        session = sessions.find(space.id(), begun.id()).orElseThrow();
    }

    @AfterEach
    void close() {
        rooms.close();
    }

    @Test
    void comeThreeSchoolDaysBeforeTheDateOnItAndAWeekTwoAndThreeAfterIt() {
        ActionItem action = agreed("2026-02-02");

        assertThat(everyHour(action.id(), Duration.ofDays(60)))
                .containsExactly(
                        "2026-01-28T08:00 BEFORE",
                        "2026-02-02T08:00 ON",
                        "2026-02-09T08:00 FIRST_AFTER",
                        "2026-02-16T08:00 SECOND_AFTER",
                        "2026-02-23T08:00 THIRD_AFTER");
    }

    @Test
    void leaveTheHolidaysOfTheRegionAloneAndStayAWeekApart() {
        rooms.get(PreferenceStore.class)
                .set(space.id(), new Preferences(Optional.of(Region.SOUTH), LocalTime.of(16, 0), 3));
        ActionItem action = agreed("2026-02-09");

        assertThat(everyHour(action.id(), Duration.ofDays(60)))
                .containsExactly(
                        "2026-02-04T16:00 BEFORE",
                        "2026-02-09T16:00 ON",
                        "2026-02-23T16:00 FIRST_AFTER",
                        "2026-03-02T16:00 SECOND_AFTER",
                        "2026-03-09T16:00 THIRD_AFTER");
    }

    @Test
    void comeAtTheSameHourOnBothSidesOfDaylightSaving() {
        ActionItem action = agreed("2026-03-30");

        assertThat(everyHour(action.id(), Duration.ofDays(80)))
                .startsWith("2026-03-25T08:00 BEFORE", "2026-03-30T08:00 ON");
    }

    @Test
    void skipThoseThatMakeNoSenseAnyMoreAfterALongSleep() {
        ActionItem action = agreed("2026-02-02");

        itIs("2026-02-03T11:17");
        assertThat(look()).isEqualTo(1);
        assertThat(given(action.id())).containsExactly(new Reminder(ON, LocalDate.parse("2026-02-02")));
        assertThat(look()).isZero();
        itIs("2026-04-01T09:00");
        look();
        assertThat(given(action.id())).extracting(Reminder::stage).containsExactly(ON);
    }

    @Test
    void areGivenOnceThoughTwoLookAndTheClockJumpsBack() {
        ActionItem action = agreed("2026-02-02");
        var reminders = rooms.get(Reminders.class);

        itIs("2026-01-28T08:00");
        assertThat(reminders.look(space.id(), action.id())).isTrue();
        assertThat(reminders.look(space.id(), action.id())).isTrue();
        itIs("2026-01-28T07:30");
        assertThat(reminders.look(space.id(), action.id())).isFalse();
        itIs("2026-01-28T08:01");
        assertThat(reminders.look(space.id(), action.id())).isTrue();
        assertThat(given(action.id())).extracting(Reminder::stage).containsExactly(BEFORE);
    }

    @Test
    void dontComeForWhatWasPastWhenTheDateWasAgreed() {
        itIs("2026-01-29T10:00");
        ActionItem action = agreed("2026-02-02");

        assertThat(everyHour(action.id(), Duration.ofDays(5))).containsExactly("2026-02-02T08:00 ON");
    }

    @Test
    void followTheDateWhenItMoves() {
        ActionItem action = agreed("2026-02-02");
        itIs("2026-01-29T10:00");
        look();
        rooms.get(Actions.class).again(space, action.id(), SANNE_WHO_LEADS, LocalDate.parse("2026-03-02"));

        assertThat(everyHour(action.id(), Duration.ofDays(34)))
                .containsExactly("2026-02-25T08:00 BEFORE", "2026-03-02T08:00 ON");
    }

    @Test
    void endWithTheAction() {
        ActionItem action = agreed("2026-02-02");
        itIs("2026-01-28T08:00");
        look();
        rooms.get(Actions.class).done(space, action.id(), new Actor(AMINA, false));

        assertThat(everyHour(action.id(), Duration.ofDays(40))).isEmpty();
        assertThat(given(action.id())).extracting(Reminder::stage).containsExactly(BEFORE);
    }

    @Test
    void comeAtTheNewHourOnceASpaceChoseAnother() {
        ActionItem action = agreed("2026-02-02");
        rooms.get(PreferenceStore.class).set(space.id(), new Preferences(Optional.empty(), LocalTime.of(7, 0), 5));
        rooms.get(Reminders.class).replan(space);

        assertThat(everyHour(action.id(), Duration.ofDays(25)))
                .containsExactly("2026-01-26T07:00 BEFORE", "2026-02-02T07:00 ON");
    }

    @Test
    void areDueBeforeTheActionIsThere() {
        var calendar = rooms.get(ReminderCalendar.class);
        calendar.expect(space, new ActionId("never-stored"), AMINA, LocalDate.parse("2026-02-02"));

        itIs("2026-01-28T08:00");
        assertThat(look()).isEqualTo(1);
        assertThat(given(new ActionId("never-stored"))).isEmpty();
    }

    @Test
    void letAnOwnerFindHisSpaceFromElsewhere() {
        ActionItem action = agreed("2026-02-02");
        assertThat(rooms.get(Memberships.class).of(AMINA)).contains(space.id());
        assertThat(rooms.get(Memberships.class).includes(JAN, space.id())).isFalse();

        rooms.get(Actions.class)
                .adjust(
                        space,
                        action.id(),
                        SANNE_WHO_LEADS,
                        new Proposal(action.what(), JAN, "Jan de Vries", action.feedbackDate()));
        assertThat(rooms.get(Memberships.class).includes(JAN, space.id())).isTrue();
    }

    private ActionItem agreed(String date) {
        return ((Outcome.Accepted<ActionItem, ActionRefusal>) rooms.get(Actions.class)
                        .add(
                                space,
                                session,
                                STATEMENT,
                                new Proposal("Bosdag", AMINA, "Amina El Idrissi", LocalDate.parse(date))))
                .value();
    }

    /** The reminders that are given in this time, each with the local time at which a look found it. */
    private List<String> everyHour(ActionId action, Duration time) {
        Instant end = rooms.clock().instant().plus(time);
        var found = new ArrayList<String>();
        int before = given(action).size();
        while (rooms.clock().instant().isBefore(end)) {
            rooms.itIs(rooms.clock().instant().plus(Duration.ofHours(1)));
            look();
            List<Reminder> now = given(action);
            if (now.size() > before) {
                before = now.size();
                found.add(rooms.clock().instant().atZone(AMSTERDAM).toLocalDateTime() + " "
                        + now.getLast().stage());
            }
        }
        return found;
    }

    private int look() {
        var list = rooms.get(DueList.class);
        List<Document<Due>> due = list.due();
        due.forEach(d -> {
            rooms.get(Reminders.class)
                    .look(d.content().space(), new ActionId(d.content().subject()));
            list.done(d);
        });
        return due.size();
    }

    private List<Reminder> given(ActionId action) {
        return rooms.get(Reminders.class).given(space.id(), action);
    }

    private void itIs(String local) {
        rooms.itIs(LocalDateTime.parse(local).atZone(AMSTERDAM).toInstant());
    }
}
