package nl.balansmonitor.rhythm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import nl.balansmonitor.Rooms;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.sessions.Interrupted;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.SessionRefusal;
import nl.balansmonitor.sessions.Sessions;
import nl.balansmonitor.shared.Actor;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.spaces.Spaces;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A planned session at which two instances, or an instance and a leader, are at work at the same time. Whatever one of them does comes
 * between any two accesses of the other to what is stored.
 */
class PlanRacesTest {

    private static final Actor NOOR = new Actor(new MemberId("noor"), true);
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final LocalDate DAY = LocalDate.parse("2026-01-20");
    private static final String MORNING_BEFORE = "2026-01-19T08:00";
    private static final String JUST_BEFORE = "2026-01-20T09:59";
    private static final String BEGINS = "2026-01-20T10:00";

    @TempDir
    private static Path folder;

    private static Rooms rooms;

    private SpaceId id = new SpaceId("none");
    private boolean accepted;

    /** What a leader does. */
    enum Change {
        SKIP,
        MOVE
    }

    @BeforeAll
    static void open() {
        rooms = Rooms.over(folder.resolve("balans.db"));
    }

    @AfterAll
    static void close() {
        rooms.close();
    }

    @ParameterizedTest
    @EnumSource
    void takesPlaceOrDoesNotWhereALeaderChangesItWhileItBegins(Change change) {
        Interrupted.everywhere(calls -> {
            plan();
            itIs(BEGINS);
            var documents = Interrupted.after(calls, rooms.get(Documents.class), () -> {
                itIs(JUST_BEFORE);
                make(change, plans(rooms.get(Documents.class)));
                itIs(BEGINS);
            });
            look(documents);
            assertThatItBeganOnlyIfItSaysSo();
            assertThat(accepted && begun().isPresent()).isFalse();
            return documents.came();
        });
    }

    @ParameterizedTest
    @EnumSource
    void takesPlaceOrDoesNotWhereItBeginsWhileALeaderChangesIt(Change change) {
        Interrupted.everywhere(calls -> {
            plan();
            itIs(JUST_BEFORE);
            var documents = Interrupted.after(calls, rooms.get(Documents.class), () -> {
                itIs(BEGINS);
                look(rooms.get(Documents.class));
                itIs(JUST_BEFORE);
            });
            make(change, plans(documents));
            assertThatItBeganOnlyIfItSaysSo();
            assertThat(accepted).isEqualTo(begun().isEmpty());
            return documents.came();
        });
    }

    @Test
    void staysSkippedWhereItIsAboutToBeAnnounced() {
        Interrupted.everywhere(calls -> {
            plan();
            itIs(MORNING_BEFORE);
            var documents = Interrupted.after(
                    calls, rooms.get(Documents.class), () -> make(Change.SKIP, plans(rooms.get(Documents.class))));
            look(documents);
            if (documents.came()) {
                assertThat(occasion()).map(Occasion::state).hasValue(Occasion.State.SKIPPED);
            }
            return documents.came();
        });
    }

    @Test
    void beginsOnceWhereverAnotherInstanceDoesTheSame() {
        Interrupted.everywhere(calls -> {
            plan();
            itIs(BEGINS);
            var documents =
                    Interrupted.after(calls, rooms.get(Documents.class), () -> look(rooms.get(Documents.class)));
            look(documents);
            assertThat(occasion()).map(Occasion::state).hasValue(Occasion.State.BEGUN);
            assertThat(rooms.get(Sessions.class).current(id)).isEqualTo(begun());
            return documents.came();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isNotMissedWhereverOneOfTwoInstancesIsRefusedTheSession(boolean thatIsFirst) {
        Beginning refusing = (space, plan, occasion, session) -> Outcome.refused(SessionRefusal.OTHER_SESSION_GOES_ON);
        Beginning beginning = rooms.get(SessionBeginning.class);
        Interrupted.everywhere(calls -> {
            plan();
            itIs(BEGINS);
            var documents = Interrupted.after(
                    calls,
                    rooms.get(Documents.class),
                    () -> look(rooms.get(Documents.class), thatIsFirst ? beginning : refusing));
            look(documents, thatIsFirst ? refusing : beginning);
            assertThatItBeganOnlyIfItSaysSo();
            return documents.came();
        });
    }

    private void plan() {
        itIs("2026-01-12T10:00");
        id = rooms.newSpace();
        accepted = false;
        rooms.get(Spaces.class).ledAtFirstBy(id, NOOR.member());
        rooms.get(Plans.class)
                .set(
                        space(),
                        NOOR,
                        new PlanForm(
                                "EVERY_N_WEEKS", "2", DAY.toString(), "", "10:00", "2", false, "0", "SOUTH", "", ""));
    }

    private void make(Change change, Plans plans) {
        Outcome<?, PlanRefusal> outcome = switch (change) {
            case SKIP -> plans.skip(space(), NOOR, DAY);
            case MOVE -> plans.move(space(), NOOR, DAY, "2026-01-22", "15:15");
        };
        accepted = outcome instanceof Outcome.Accepted;
    }

    private void look(Documents documents) {
        look(documents, rooms.get(SessionBeginning.class));
    }

    private void look(Documents documents, Beginning beginning) {
        new PlannedSessions(
                        new PlanStore(documents),
                        rooms.get(PreferenceStore.class),
                        new Occasions(new PlanStore(documents), rooms.get(SchoolDays.class)),
                        rooms.get(Spaces.class),
                        rooms.get(Sessions.class),
                        beginning,
                        rooms.get(DueList.class),
                        rooms.clock())
                .look(id, occasion -> {});
    }

    private void assertThatItBeganOnlyIfItSaysSo() {
        Optional<Occasion> occasion = occasion();
        assertThat(occasion.flatMap(Occasion::session)).isEqualTo(begun().map(Session::id));
        assertThat(occasion.filter(o -> o.state() == Occasion.State.BEGUN).isPresent())
                .as("%s", occasion)
                .isEqualTo(begun().isPresent());
    }

    private static Plans plans(Documents documents) {
        return new Plans(
                new PlanStore(documents),
                rooms.get(PreferenceStore.class),
                new Occasions(new PlanStore(documents), rooms.get(SchoolDays.class)),
                rooms.get(DueList.class),
                rooms.clock());
    }

    private Optional<Occasion> occasion() {
        return rooms.get(Plans.class).occasion(id, DAY);
    }

    private Optional<Session> begun() {
        return rooms.get(Sessions.class).find(id, PlannedSessions.sessionOf(id, DAY));
    }

    private Space space() {
        return rooms.get(Spaces.class).of(id);
    }

    private static void itIs(String local) {
        rooms.itIs(LocalDateTime.parse(local).atZone(AMSTERDAM).toInstant());
    }
}
