package nl.balansmonitor.sessions;

import static nl.balansmonitor.Rooms.MONDAY_MORNING;
import static nl.balansmonitor.sessions.Zwaluw.FEEDBACK;
import static nl.balansmonitor.sessions.Zwaluw.JAN;
import static nl.balansmonitor.sessions.Zwaluw.SANNE_WHO_LEADS;
import static nl.balansmonitor.sessions.Zwaluw.accepted;
import static nl.balansmonitor.sessions.Zwaluw.member;
import static nl.balansmonitor.sessions.Zwaluw.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import nl.balansmonitor.Rooms;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SessionId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class WorkshopsTest {

    private static final List<MemberId> TEAM =
            IntStream.range(0, 9).mapToObj(Zwaluw::member).toList();
    private static final Workshops.Setup MOVING_ON = new Workshops.Setup(4, 3, true);

    private static Rooms rooms;

    private Zwaluw zwaluw;

    @BeforeAll
    static void open(@TempDir Path folder) {
        rooms = Rooms.over(folder.resolve("test.db"));
    }

    @AfterAll
    static void close() {
        rooms.close();
    }

    @BeforeEach
    void anotherSpace() {
        rooms.itIs(MONDAY_MORNING);
        zwaluw = Zwaluw.in(rooms);
    }

    @Test
    void opensTheFirstBoxForGroupsOfTheWholeTeam() {
        Session session = opened();
        assertThat(session.phase()).isEqualTo(Phase.WRITING);
        Workshop workshop = zwaluw.workshops().open(session).orElseThrow();
        assertThat(workshop.box()).isEqualTo(Box.WHAT_WORKS);
        assertThat(workshop.boxEnds()).isEqualTo(MONDAY_MORNING.plus(Duration.ofMinutes(4)));
        assertThat(workshop.groups()).hasSize(2);
        assertThat(workshop.groups().stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(TEAM);
        assertThat(zwaluw.now(session)).isEqualTo(session);
        assertThat(zwaluw.begun()).isEqualTo(session);
    }

    @Test
    void opensOnceAndForWhoeverMaySteer() {
        Session session = zwaluw.begun();
        var workshops = zwaluw.workshops();
        assertThat(workshops.open(zwaluw.space(), session.id(), JAN, TEAM, Workshops.Setup.USUAL))
                .isEqualTo(refused(SessionRefusal.ONLY_FACILITATOR));
        assertThat(open(session, new Workshops.Setup(4, 5, false)))
                .isEqualTo(refused(SessionRefusal.THREE_OR_FOUR_MINUTES));
        assertThat(open(session, new Workshops.Setup(2, 4, false)))
                .isEqualTo(refused(SessionRefusal.GROUPS_OF_THREE_TO_FIVE));
        assertThat(zwaluw.now(session)).isEqualTo(session);
        accepted(open(session, Workshops.Setup.USUAL));
        assertThat(open(session, Workshops.Setup.USUAL)).isEqualTo(refused(SessionRefusal.STILL_WRITING));
        assertThat(zwaluw.sessions().measure(zwaluw.space(), session.id(), SANNE_WHO_LEADS, List.of(FEEDBACK)))
                .isEqualTo(refused(SessionRefusal.STILL_WRITING));
    }

    @Test
    void goesThroughTheBoxesOneAfterTheOther() {
        Session session = opened();
        rooms.itIs(MONDAY_MORNING.plusSeconds(100));
        Session second = accepted(next(session, Box.WHAT_WORKS));
        Workshop workshop = zwaluw.workshops().open(second).orElseThrow();
        assertThat(workshop.box()).isEqualTo(Box.WHAT_HINDERS);
        assertThat(workshop.boxEnds()).isEqualTo(MONDAY_MORNING.plusSeconds(100).plus(Duration.ofMinutes(4)));
        accepted(next(session, Box.WHAT_HINDERS));
        accepted(next(session, Box.WHAT_MATTERS));
        assertThat(next(session, Box.NEW_STATEMENTS)).isEqualTo(refused(SessionRefusal.LAST_BOX));
        assertThat(box(session)).isEqualTo(Box.NEW_STATEMENTS);
    }

    @Test
    void skipsNoBoxWhenTheFacilitatorTapsTwice() {
        Session session = opened();
        accepted(next(session, Box.WHAT_WORKS));
        accepted(next(session, Box.WHAT_WORKS));
        assertThat(box(session)).isEqualTo(Box.WHAT_HINDERS);
        assertThat(zwaluw.workshops().next(zwaluw.space(), session.id(), JAN, Box.WHAT_HINDERS))
                .isEqualTo(refused(SessionRefusal.ONLY_FACILITATOR));
    }

    @Test
    void leavesABoxOpenWhenItsTimerEnds() {
        Session session = opened();
        rooms.itIs(MONDAY_MORNING.plus(Duration.ofHours(3)));
        assertThat(box(session)).isEqualTo(Box.WHAT_WORKS);
        accepted(write(session, member(1), Box.WHAT_WORKS, "de digiborden"));
    }

    @Test
    void movesOnByItselfIfTheFacilitatorChoseSo() {
        Session session = accepted(open(zwaluw.begun(), MOVING_ON));
        rooms.itIs(MONDAY_MORNING.plusSeconds(179));
        assertThat(box(session)).isEqualTo(Box.WHAT_WORKS);
        rooms.itIs(MONDAY_MORNING.plusSeconds(180));
        assertThat(box(session)).isEqualTo(Box.WHAT_HINDERS);
        rooms.itIs(MONDAY_MORNING.plusSeconds(400));
        assertThat(box(session)).isEqualTo(Box.WHAT_MATTERS);
        assertThat(zwaluw.workshops().open(zwaluw.now(session)).orElseThrow().boxEnds())
                .isEqualTo(MONDAY_MORNING.plusSeconds(540));
        assertThat(write(session, member(1), Box.WHAT_WORKS, "te laat"))
                .isEqualTo(refused(SessionRefusal.BOX_NOT_OPEN));
        accepted(write(session, member(1), Box.WHAT_MATTERS, "rust"));
        rooms.itIs(MONDAY_MORNING.plus(Duration.ofHours(3)));
        assertThat(box(session)).isEqualTo(Box.NEW_STATEMENTS);
    }

    @Test
    void saysHowLongUntilABoxOpensByItself() {
        Session session = accepted(open(zwaluw.begun(), MOVING_ON));
        rooms.itIs(MONDAY_MORNING.plusSeconds(170));
        assertThat(zwaluw.workshops().untilNextBox(session)).contains(Duration.ofSeconds(10));
        rooms.itIs(MONDAY_MORNING.plusMillis(179_999));
        assertThat(zwaluw.workshops().untilNextBox(session)).contains(Duration.ofSeconds(1));
        rooms.itIs(MONDAY_MORNING.plusSeconds(200));
        assertThat(zwaluw.workshops().untilNextBox(session)).contains(Duration.ofSeconds(160));
        rooms.itIs(MONDAY_MORNING.plusSeconds(3 * 180));
        assertThat(zwaluw.workshops().untilNextBox(session)).isEmpty();
    }

    @Test
    void waitsForNoBoxThatTheFacilitatorOpens() {
        assertThat(zwaluw.workshops().untilNextBox(opened())).isEmpty();
        assertThat(zwaluw.workshops().untilNextBox(Zwaluw.in(rooms).measuring(Zwaluw.SCREEN_FREE)))
                .isEmpty();
    }

    @Test
    void takesNotesIntoTheOpenBoxOfOnesOwnGroup() {
        Session session = opened();
        MemberId sofie = groups(session).get(1).getFirst();
        WrittenNote written = accepted(write(session, sofie, Box.WHAT_WORKS, " de  digiborden\n"));
        assertThat(written.group()).isEqualTo(2);
        assertThat(written.note()).isEqualTo(new Remark("de digiborden", false));
        accepted(write(session, sofie, Box.WHAT_WORKS, "de digiborden"));
        assertThat(zwaluw.workshops().notes(session, 2, Box.WHAT_WORKS))
                .containsExactly("de digiborden", "de digiborden");
        assertThat(zwaluw.workshops().notes(session, 1, Box.WHAT_WORKS)).isEmpty();
        assertThat(zwaluw.workshops().notes(session, 2, Box.WHAT_HINDERS)).isEmpty();
    }

    @Test
    void refusesANoteThatIsEmptyOrInABoxThatIsNotOpen() {
        Session session = opened();
        assertThat(write(session, member(1), Box.WHAT_WORKS, " \n "))
                .isEqualTo(refused(SessionRefusal.NOTHING_WRITTEN));
        assertThat(write(session, member(1), Box.WHAT_HINDERS, "wifi")).isEqualTo(refused(SessionRefusal.BOX_NOT_OPEN));
        assertThat(zwaluw.stored("note:", JsonNode.class)).isEmpty();
        assertThat(zwaluw.now(session)).isEqualTo(session);
        Zwaluw merel = Zwaluw.in(rooms);
        SessionId choosing = merel.begun().id();
        assertThat(merel.workshops().write(merel.space(), choosing, member(1), Box.WHAT_WORKS, "wifi"))
                .isEqualTo(refused(SessionRefusal.WORKSHOP_NOT_OPEN));
        assertThat(zwaluw.workshops().write(zwaluw.space(), choosing, member(1), Box.WHAT_WORKS, "wifi"))
                .isEqualTo(refused(SessionRefusal.NO_SUCH_SESSION));
        accepted(zwaluw.close(session));
        assertThat(write(session, member(1), Box.WHAT_WORKS, "wifi")).isEqualTo(refused(SessionRefusal.SESSION_OVER));
    }

    @Test
    void cutsALongNote() {
        Session session = opened();
        WrittenNote written = accepted(write(session, member(1), Box.WHAT_WORKS, "a".repeat(300)));
        assertThat(written.note()).isEqualTo(new Remark("a".repeat(280), true));
    }

    @Test
    void takesAboutTwoHundredNotesOfAGroup() {
        Session session = opened();
        for (int i = 0; i < Workshops.MOST_NOTES; i++) {
            accepted(write(session, groups(session).getFirst().getFirst(), Box.WHAT_WORKS, "nog een"));
        }
        assertThat(write(session, groups(session).getFirst().getFirst(), Box.WHAT_WORKS, "nog een"))
                .isEqualTo(refused(SessionRefusal.ENOUGH_NOTES));
        accepted(write(session, groups(session).get(1).getFirst(), Box.WHAT_WORKS, "de eerste"));
    }

    /** The order in which they are listed and stored is that of chance. */
    @Test
    void keepsNothingOfANoteButItsText() {
        Session session = opened();
        MemberId sofie = groups(session).getFirst().getFirst();
        List<String> inOrder =
                IntStream.range(0, 12).mapToObj(i -> "notitie " + i).toList();
        inOrder.forEach(text -> accepted(write(session, sofie, Box.WHAT_WORKS, text)));
        assertThat(zwaluw.workshops().notes(session, 1, Box.WHAT_WORKS))
                .containsExactlyInAnyOrderElementsOf(inOrder)
                .isNotEqualTo(inOrder);
        assertThat(zwaluw.stored("note:", JsonNode.class))
                .extracting(Document::content)
                .allMatch(note -> Set.copyOf(note.propertyNames()).equals(Set.of("text")));
        assertThat(zwaluw.stored("note:", JsonNode.class))
                .allMatch(note -> note.key().id().matches("note:" + session.id() + ":1:WHAT_WORKS:[0-9a-f]{24}"));
    }

    @Test
    void putsWhoComesLateIntoTheSmallestGroupWhenHeWrites() {
        Session session = opened();
        var late = new MemberId("tugba");
        assertThat(zwaluw.workshops().ownGroup(session, late)).isEmpty();
        int smallest =
                groups(session).getFirst().size() < groups(session).get(1).size() ? 1 : 2;
        WrittenNote written = accepted(write(session, late, Box.WHAT_WORKS, "ik ben er ook"));
        assertThat(written.group()).isEqualTo(smallest);
        assertThat(zwaluw.workshops().ownGroup(zwaluw.now(session), late)).contains(smallest);
        assertThat(groups(zwaluw.now(session)).get(smallest - 1)).hasSize(5);
    }

    @Test
    void makesOtherGroupsUntilSomethingIsWritten() {
        Session session = opened();
        Session regrouped = accepted(regroup(session, 3));
        assertThat(groups(regrouped)).hasSize(3);
        assertThat(regroup(session, 6)).isEqualTo(refused(SessionRefusal.GROUPS_OF_THREE_TO_FIVE));
        accepted(write(session, member(1), Box.WHAT_WORKS, "de digiborden"));
        assertThat(regroup(session, 5)).isEqualTo(refused(SessionRefusal.ALREADY_WRITTEN));
        assertThat(groups(zwaluw.now(session))).isEqualTo(groups(regrouped));
    }

    @Test
    void isCancelledByACloseThatLeavesNoNoteAndNoGroup() {
        Session session = opened();
        accepted(write(session, member(1), Box.WHAT_WORKS, "de digiborden"));
        Session cancelled = accepted(zwaluw.close(session));
        assertThat(cancelled.phase()).isEqualTo(Phase.CANCELLED);
        assertThat(cancelled.workshop()).isEmpty();
        assertThat(zwaluw.stored("note:", JsonNode.class)).isEmpty();
        assertThat(zwaluw.stored("session:", JsonNode.class))
                .noneMatch(
                        stored -> stored.content().toString().contains(member(3).value()));
    }

    @Test
    void keepsANoteThatWasTakenWhereverTheNextBoxOpensInBetween() {
        Interrupted.everywhere(calls -> {
            zwaluw = Zwaluw.in(rooms);
            Session session = opened();
            var documents = Interrupted.after(calls, zwaluw.documents(), () -> accepted(next(session, Box.WHAT_WORKS)));
            var answer = zwaluw.over(documents, rooms)
                    .workshops()
                    .write(zwaluw.space(), session.id(), member(1), Box.WHAT_WORKS, "net op tijd");
            assertThat(zwaluw.stored("note:", JsonNode.class))
                    .hasSize(answer instanceof Outcome.Accepted<WrittenNote, SessionRefusal> ? 1 : 0);
            return documents.came();
        });
    }

    /** A note must not be seen by a group for which it was not meant. */
    @Test
    void keepsANoteInItsGroupWhereverTheFacilitatorMakesOthersInBetween() {
        Interrupted.everywhere(calls -> {
            zwaluw = Zwaluw.in(rooms);
            Session session = opened();
            var documents = Interrupted.after(calls, zwaluw.documents(), () -> regroup(session, 3));
            WrittenNote written = accepted(zwaluw.over(documents, rooms)
                    .workshops()
                    .write(zwaluw.space(), session.id(), member(1), Box.WHAT_WORKS, "voor ons"));
            assertThat(zwaluw.workshops().ownGroup(zwaluw.now(session), member(1)))
                    .contains(written.group());
            assertThat(zwaluw.workshops().notes(session, written.group(), Box.WHAT_WORKS))
                    .containsExactly("voor ons");
            return documents.came();
        });
    }

    private Session opened() {
        return accepted(open(zwaluw.begun(), Workshops.Setup.USUAL));
    }

    private Outcome<Session, SessionRefusal> open(Session session, Workshops.Setup setup) {
        return zwaluw.workshops().open(zwaluw.space(), session.id(), SANNE_WHO_LEADS, TEAM, setup);
    }

    private Outcome<Session, SessionRefusal> regroup(Session session, int size) {
        return zwaluw.workshops().regroup(zwaluw.space(), session.id(), SANNE_WHO_LEADS, TEAM, size);
    }

    private Outcome<Session, SessionRefusal> next(Session session, Box box) {
        return zwaluw.workshops().next(zwaluw.space(), session.id(), SANNE_WHO_LEADS, box);
    }

    private Outcome<WrittenNote, SessionRefusal> write(Session session, MemberId member, Box box, String text) {
        return zwaluw.workshops().write(zwaluw.space(), session.id(), member, box, text);
    }

    private Box box(Session session) {
        return zwaluw.workshops().open(zwaluw.now(session)).orElseThrow().box();
    }

    private static List<List<MemberId>> groups(Session session) {
        return session.workshop().orElseThrow().groups();
    }
}
