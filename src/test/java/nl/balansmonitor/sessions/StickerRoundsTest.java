package nl.balansmonitor.sessions;

import static nl.balansmonitor.Rooms.MONDAY_MORNING;
import static nl.balansmonitor.sessions.Zwaluw.FEEDBACK;
import static nl.balansmonitor.sessions.Zwaluw.JAN;
import static nl.balansmonitor.sessions.Zwaluw.SANNE_WHO_LEADS;
import static nl.balansmonitor.sessions.Zwaluw.SCREEN_FREE;
import static nl.balansmonitor.sessions.Zwaluw.accepted;
import static nl.balansmonitor.sessions.Zwaluw.member;
import static nl.balansmonitor.sessions.Zwaluw.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import nl.balansmonitor.Rooms;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.StatementId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class StickerRoundsTest {

    private static final StatementId CONTACT = new StatementId("st20");
    private static final List<StatementId> THREE = List.of(SCREEN_FREE, FEEDBACK, CONTACT);

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
    void opensOverStatementsInTheirOrderWithTheSuggestedBudget() {
        Session session = zwaluw.stickering(THREE);
        assertThat(session.phase()).isEqualTo(Phase.STICKERING);
        assertThat(session.stickers()).contains(new StickerRound(THREE, 3));
        assertThat(zwaluw.now(session)).isEqualTo(session);
        Zwaluw merel = Zwaluw.in(rooms);
        assertThat(merel.stickering(deck(21)).stickers())
                .map(StickerRound::budget)
                .contains(5);
    }

    @Test
    void givesTheBudgetThatTheLeaderSets() {
        assertThat(accepted(open(zwaluw.begun(), THREE, 10)).stickers())
                .map(StickerRound::budget)
                .contains(10);
    }

    @Test
    void opensOnceAndOnlyOverAPlayableRound() {
        Session session = zwaluw.begun();
        assertThat(open(session, List.of(FEEDBACK, FEEDBACK), 3))
                .isEqualTo(refused(SessionRefusal.TWO_TO_THIRTY_STATEMENTS));
        assertThat(open(session, deck(31), 3)).isEqualTo(refused(SessionRefusal.TWO_TO_THIRTY_STATEMENTS));
        assertThat(open(session, deck(22), 3)).isEqualTo(refused(SessionRefusal.NO_SUCH_STATEMENT));
        assertThat(open(session, THREE, 0)).isEqualTo(refused(SessionRefusal.ONE_TO_TEN_STICKERS));
        assertThat(open(session, THREE, 11)).isEqualTo(refused(SessionRefusal.ONE_TO_TEN_STICKERS));
        assertThat(zwaluw.stickers().open(zwaluw.space(), session.id(), JAN, THREE, OptionalInt.empty()))
                .isEqualTo(refused(SessionRefusal.ONLY_FACILITATOR));
        assertThat(zwaluw.now(session)).isEqualTo(session);
        Session opened = accepted(open(session, THREE, 3));
        assertThat(open(session, deck(21), 5)).isEqualTo(refused(SessionRefusal.STICKERS_STILL_OPEN));
        assertThat(zwaluw.now(session)).isEqualTo(opened);
    }

    @Test
    void isOpenedOnlyWhileStatementsAreChosen() {
        Session measuring = zwaluw.measuring(FEEDBACK);
        assertThat(open(measuring, THREE, 3)).isEqualTo(refused(SessionRefusal.ALREADY_STARTED));
        accepted(zwaluw.close(measuring));
        assertThat(open(measuring, THREE, 3)).isEqualTo(refused(SessionRefusal.SESSION_OVER));
        Session decided = accepted(zwaluw.closeStickers(zwaluw.stickering(THREE)));
        assertThat(open(decided, THREE, 3)).isEqualTo(refused(SessionRefusal.STICKERS_CLOSED));
    }

    @Test
    void replacesWhatAMemberPlacedBefore() {
        Session session = zwaluw.stickering(THREE);
        assertThat(zwaluw.place(session, member(1), Map.of(FEEDBACK, 3)))
                .isEqualTo(new Placement.Placed(session, new Stickers(Map.of(FEEDBACK, 3))));
        assertThat(zwaluw.place(session, member(1), Map.of(SCREEN_FREE, 1, CONTACT, 0)))
                .isInstanceOf(Placement.Placed.class);
        assertThat(zwaluw.stickers().own(session, member(1))).contains(new Stickers(Map.of(SCREEN_FREE, 1)));
        assertThat(zwaluw.stickers().own(session, member(2))).isEmpty();
        assertThat(zwaluw.stickers().done(session)).isEqualTo(1);
    }

    @Test
    void countsAsHavingTakenPartWhoPlacesNothing() {
        Session session = zwaluw.stickering(THREE);
        assertThat(zwaluw.place(session, member(1), Map.of())).isInstanceOf(Placement.Placed.class);
        assertThat(zwaluw.stickers().done(session)).isEqualTo(1);
    }

    @Test
    void refusesWhatBreaksTheRulesAndKeepsWhatWasThere() {
        Session session = zwaluw.stickering(THREE);
        zwaluw.place(session, member(1), Map.of(FEEDBACK, 2));
        assertThat(zwaluw.place(session, member(1), Map.of(FEEDBACK, 4, CONTACT, 1)))
                .isEqualTo(new Placement.OverBudget(2, 3));
        assertThat(zwaluw.place(session, member(1), Map.of(FEEDBACK, Integer.MAX_VALUE, CONTACT, Integer.MAX_VALUE)))
                .isEqualTo(new Placement.OverBudget(2L * Integer.MAX_VALUE - 3, 3));
        assertThat(zwaluw.place(session, member(1), Map.of(FEEDBACK, 4, CONTACT, -1)))
                .isEqualTo(new Placement.Refused(SessionRefusal.NEGATIVE_STICKERS));
        assertThat(zwaluw.place(session, member(1), Map.of(new StatementId("st1"), 1)))
                .isEqualTo(new Placement.Refused(SessionRefusal.NOT_IN_ROUND));
        assertThat(zwaluw.stickers().own(session, member(1))).contains(new Stickers(Map.of(FEEDBACK, 2)));
    }

    @Test
    void refusesStickersWhereNoRoundIsOpen() {
        Session session = zwaluw.begun();
        Map<StatementId, Integer> one = Map.of(FEEDBACK, 1);
        assertThat(zwaluw.place(session, member(1), one))
                .isEqualTo(new Placement.Refused(SessionRefusal.STICKERS_NOT_OPEN));
        accepted(open(session, THREE, 3));
        accepted(zwaluw.closeStickers(session));
        assertThat(zwaluw.place(session, member(1), one))
                .isEqualTo(new Placement.Refused(SessionRefusal.STICKERS_CLOSED));
        accepted(zwaluw.close(session));
        assertThat(zwaluw.place(session, member(1), one)).isEqualTo(new Placement.Refused(SessionRefusal.SESSION_OVER));
        assertThat(zwaluw.stickers().place(zwaluw.space(), new SessionId("forged"), member(1), new Stickers(one)))
                .isEqualTo(new Placement.Refused(SessionRefusal.NO_SUCH_SESSION));
    }

    @Test
    void suggestsWhatGotMostStickersAndDestroysTheBallots() {
        Session decided = decided();
        assertThat(decided.phase()).isEqualTo(Phase.DECIDING);
        assertThat(decided.suggestion()).containsExactly(CONTACT, SCREEN_FREE);
        assertThat(decided.stickers().flatMap(StickerRound::tally))
                .contains(new Tally(
                        4,
                        List.of(
                                new Tally.Ranked(1, CONTACT, 5),
                                new Tally.Ranked(2, SCREEN_FREE, 4),
                                new Tally.Ranked(3, FEEDBACK, 1))));
        assertThat(zwaluw.now(decided)).isEqualTo(decided);
        assertThat(zwaluw.stored("ballot:", JsonNode.class)).isEmpty();
        assertThat(zwaluw.stickers().own(decided, member(1))).isEmpty();
        assertThat(zwaluw.stickers().done(decided)).isEqualTo(4);
    }

    @Test
    void suggestsTheFirstOfTheRoundWhereTooFewPlacedStickers() {
        Session session = zwaluw.stickering(THREE);
        zwaluw.place(session, member(1), Map.of(CONTACT, 3));
        zwaluw.place(session, member(2), Map.of(CONTACT, 3));
        Session decided = accepted(zwaluw.closeStickers(session));
        assertThat(decided.stickers().flatMap(StickerRound::tally)).contains(new Tally(2, List.of()));
        assertThat(decided.suggestion()).containsExactly(SCREEN_FREE, FEEDBACK);
    }

    @Test
    void isClosedByItsFacilitatorOrALeaderAndOnce() {
        Session session = zwaluw.begun();
        assertThat(zwaluw.closeStickers(session)).isEqualTo(refused(SessionRefusal.STICKERS_NOT_OPEN));
        accepted(open(session, THREE, 3));
        assertThat(zwaluw.stickers().close(zwaluw.space(), session.id(), JAN))
                .isEqualTo(refused(SessionRefusal.ONLY_FACILITATOR));
        Session decided = accepted(zwaluw.closeStickers(session));
        assertThat(zwaluw.closeStickers(session)).isEqualTo(refused(SessionRefusal.STICKERS_CLOSED));
        assertThat(zwaluw.now(session)).isEqualTo(decided);
    }

    @Test
    void isFollowedByTheThermometersOfWhateverTheLeaderDecides() {
        Session decided = decided();
        var other = new StatementId("st1");
        Session measuring = accepted(
                zwaluw.sessions().measure(zwaluw.space(), decided.id(), SANNE_WHO_LEADS, List.of(other, CONTACT)));
        assertThat(measuring.phase()).isEqualTo(Phase.REACTING);
        assertThat(measuring.thermometers()).extracting(Thermometer::statement).containsExactly(other, CONTACT);
        assertThat(measuring.stickers()).isEqualTo(decided.stickers());
        zwaluw.reactAll(measuring, CONTACT, 4, 4, 4);
        Session closed = accepted(zwaluw.close(measuring));
        assertThat(closed.phase()).isEqualTo(Phase.CLOSED);
        assertThat(zwaluw.sessions().lastMeasured(zwaluw.space(), CONTACT)).isPresent();
    }

    @Test
    void isNotPassedOverWhileItIsOpen() {
        Session session = zwaluw.stickering(THREE);
        assertThat(zwaluw.sessions().measure(zwaluw.space(), session.id(), SANNE_WHO_LEADS, List.of(CONTACT)))
                .isEqualTo(refused(SessionRefusal.STICKERS_STILL_OPEN));
        assertThat(zwaluw.react(session, CONTACT, member(1), 3, "")).isEqualTo(refused(SessionRefusal.NOT_STARTED));
        assertThat(zwaluw.now(session)).isEqualTo(session);
    }

    @Test
    void closesAndMeasuresInOneStep() {
        Session session = zwaluw.stickering(THREE);
        assertThat(closeAndMeasure(session)).isEqualTo(refused(SessionRefusal.ONE_TO_THREE_STATEMENTS));
        assertThat(closeAndMeasure(session, new StatementId("st22")))
                .isEqualTo(refused(SessionRefusal.NO_SUCH_STATEMENT));
        assertThat(zwaluw.now(session)).isEqualTo(session);
        Session measuring = accepted(closeAndMeasure(session, FEEDBACK));
        assertThat(measuring.thermometers()).extracting(Thermometer::statement).containsExactly(FEEDBACK);
        assertThat(measuring.stickers().flatMap(StickerRound::tally)).contains(new Tally(0, List.of()));
        assertThat(closeAndMeasure(session, FEEDBACK)).isEqualTo(refused(SessionRefusal.ALREADY_STARTED));
    }

    @Test
    void measuresWhatWasDecidedAfterTheRoundWasClosed() {
        assertThat(accepted(closeAndMeasure(decided(), FEEDBACK)).phase()).isEqualTo(Phase.REACTING);
    }

    @Test
    void goesOnWhenSomebodyTypesStartAgain() {
        Session stickering = zwaluw.stickering(THREE);
        assertThat(zwaluw.begun()).isEqualTo(stickering);
        Session decided = accepted(zwaluw.closeStickers(stickering));
        assertThat(zwaluw.begun()).isEqualTo(decided);
    }

    @Test
    void keepsToItsOwnSpace() {
        Session session = zwaluw.stickering(THREE);
        Zwaluw merel = Zwaluw.in(rooms);
        assertThat(merel.place(session, member(1), Map.of(CONTACT, 1)))
                .isEqualTo(new Placement.Refused(SessionRefusal.NO_SUCH_SESSION));
        assertThat(merel.closeStickers(session)).isEqualTo(refused(SessionRefusal.NO_SUCH_SESSION));
    }

    private Session decided() {
        Session session = zwaluw.stickering(THREE);
        zwaluw.place(session, member(1), Map.of(CONTACT, 3));
        zwaluw.place(session, member(2), Map.of(CONTACT, 2, FEEDBACK, 1));
        zwaluw.place(session, member(3), Map.of(SCREEN_FREE, 3));
        zwaluw.place(session, member(4), Map.of(SCREEN_FREE, 1));
        return accepted(zwaluw.closeStickers(session));
    }

    private Outcome<Session, SessionRefusal> open(Session session, List<StatementId> statements, int budget) {
        return zwaluw.stickers()
                .open(zwaluw.space(), session.id(), SANNE_WHO_LEADS, statements, OptionalInt.of(budget));
    }

    private Outcome<Session, SessionRefusal> closeAndMeasure(Session session, StatementId... statements) {
        return zwaluw.stickers()
                .closeAndMeasure(zwaluw.space(), session.id(), SANNE_WHO_LEADS, List.of(statements), Optional.empty());
    }

    private static List<StatementId> deck(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new StatementId("st" + i))
                .toList();
    }
}
