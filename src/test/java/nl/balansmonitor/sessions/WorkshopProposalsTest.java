package nl.balansmonitor.sessions;

import static nl.balansmonitor.Rooms.MONDAY_MORNING;
import static nl.balansmonitor.sessions.Zwaluw.JAN;
import static nl.balansmonitor.sessions.Zwaluw.SANNE_WHO_LEADS;
import static nl.balansmonitor.sessions.Zwaluw.accepted;
import static nl.balansmonitor.sessions.Zwaluw.member;
import static nl.balansmonitor.sessions.Zwaluw.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import nl.balansmonitor.Rooms;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.statements.Deck;
import nl.balansmonitor.statements.Decks;
import nl.balansmonitor.statements.Statement;
import nl.balansmonitor.statements.StatementRefusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkshopProposalsTest {

    private static final List<MemberId> TEAM =
            IntStream.range(0, 8).mapToObj(Zwaluw::member).toList();

    private static Rooms rooms;

    private Zwaluw zwaluw;
    private Session session;
    private MemberId sofie;
    private MemberId bilal;

    @BeforeAll
    static void open(@TempDir Path folder) {
        rooms = Rooms.over(folder.resolve("test.db"));
    }

    @AfterAll
    static void close() {
        rooms.close();
    }

    /** Sofie is in the first group, Bilal in the second. */
    @BeforeEach
    void openAWorkshop() {
        rooms.itIs(MONDAY_MORNING);
        zwaluw = Zwaluw.in(rooms);
        session = accepted(zwaluw.workshops()
                .open(zwaluw.space(), zwaluw.begun().id(), SANNE_WHO_LEADS, TEAM, Workshops.Setup.USUAL));
        var groups = session.workshop().orElseThrow().groups();
        sofie = groups.getFirst().getFirst();
        bilal = groups.get(1).getFirst();
    }

    @Test
    void areTheirGroupsWhoeverWroteThem() {
        StatementId bilals = taken(propose(bilal, "Wij praten met ouders over schermtijd."));
        StatementId sofies = taken(propose(sofie, "Ik weet waarvoor ik een tablet gebruik."));
        Workshop workshop = zwaluw.now(session).workshop().orElseThrow();
        assertThat(workshop.handedIn())
                .containsExactly(new Workshop.HandedIn(1, sofies), new Workshop.HandedIn(2, bilals));
        assertThat(workshop.handedInBy(2)).containsExactly(bilals);
        assertThat(deck().proposed()).extracting(Statement::id).containsExactlyInAnyOrder(sofies, bilals);
        assertThat(deck().offers(sofies)).isFalse();
    }

    @Test
    void areTakenOnceInTheSameWordsOfTheSameGroup() {
        StatementId first = taken(propose(sofie, "Ik weet waarvoor ik een tablet gebruik."));
        assertThat(taken(propose(sofie, "Ik weet waarvoor ik een tablet gebruik")))
                .isEqualTo(first);
        assertThat(handedIn()).containsExactly(first);
        assertThat(propose(bilal, "ik weet waarvoor ik een tablet gebruik!"))
                .isEqualTo(new Submission.Unfit(StatementRefusal.ALREADY_THERE));
    }

    @Test
    void areRefusedForTheirWords() {
        assertThat(propose(sofie, " ")).isEqualTo(new Submission.Unfit(StatementRefusal.EMPTY));
        assertThat(propose(sofie, "a".repeat(201))).isEqualTo(new Submission.Unfit(StatementRefusal.TOO_LONG));
        assertThat(handedIn()).isEmpty();
    }

    @Test
    void areThreeOfAGroupAtMost() {
        for (int i = 1; i <= 3; i++) {
            taken(propose(sofie, "Stelling nummer " + i));
        }
        assertThat(propose(sofie, "Nog een")).isEqualTo(new Submission.Refused(SessionRefusal.ENOUGH_PROPOSALS));
        assertThat(deck().proposed()).hasSize(3);
        taken(propose(sofie, "Stelling nummer 3"));
        taken(propose(bilal, "Nog een"));
        assertThat(handedIn()).hasSize(4);
    }

    @Test
    void areTakenBackByTheirOwnGroup() {
        StatementId statement = taken(propose(sofie, "Ik weet waarvoor ik een tablet gebruik."));
        assertThat(withdraw(bilal, statement)).isEqualTo(refused(SessionRefusal.NOT_OWN_PROPOSAL));
        accepted(withdraw(sofie, statement));
        assertThat(handedIn()).isEmpty();
        assertThat(deck().find(statement)).isEmpty();
        taken(propose(bilal, "Ik weet waarvoor ik een tablet gebruik."));
    }

    @Test
    void getOtherWordsFromTheirOwnGroup() {
        StatementId old = taken(propose(sofie, "Ik weet waarvoor ik een tablet gebruik."));
        taken(propose(sofie, "Stelling nummer 2"));
        taken(propose(sofie, "Stelling nummer 3"));
        assertThat(replace(bilal, old, "Anders")).isEqualTo(new Submission.Refused(SessionRefusal.NOT_OWN_PROPOSAL));
        assertThat(replace(sofie, old, "")).isEqualTo(new Submission.Unfit(StatementRefusal.EMPTY));
        StatementId other = taken(replace(sofie, old, "Wij weten waarvoor we tablets gebruiken."));
        assertThat(taken(replace(sofie, old, "Wij weten waarvoor we tablets gebruiken.")))
                .isEqualTo(other);
        assertThat(handedIn()).hasSize(3).contains(other).doesNotContain(old);
        assertThat(deck().proposed()).hasSize(3);
        assertThat(taken(replace(sofie, other, "Wij weten waarvoor we tablets gebruiken!")))
                .isEqualTo(other);
        assertThat(deck().find(other)).isPresent();
    }

    @Test
    void areMergedByTheFacilitator() {
        StatementId keep = taken(propose(sofie, "Wij praten over schermtijd."));
        StatementId drop = taken(propose(bilal, "We praten samen over schermtijd."));
        assertThat(zwaluw.proposals().merge(zwaluw.space(), session.id(), JAN, keep, drop))
                .isEqualTo(refused(SessionRefusal.ONLY_FACILITATOR));
        assertThat(merge(keep, keep)).isEqualTo(refused(SessionRefusal.NO_SUCH_PROPOSAL));
        assertThat(merge(new StatementId("st1"), drop)).isEqualTo(refused(SessionRefusal.NO_SUCH_PROPOSAL));
        accepted(merge(keep, drop));
        assertThat(handedIn()).containsExactly(keep);
        assertThat(deck().find(drop)).isEmpty();
        accepted(merge(keep, drop));
    }

    @Test
    void becomeAStickerRoundGroupAfterGroup() {
        StatementId bilals = taken(propose(bilal, "Wij praten met ouders over schermtijd."));
        assertThat(closeWorkshop()).isEqualTo(refused(SessionRefusal.TOO_FEW_PROPOSALS));
        StatementId sofies = taken(propose(sofie, "Ik weet waarvoor ik een tablet gebruik."));
        assertThat(zwaluw.proposals().close(zwaluw.space(), session.id(), JAN, OptionalInt.empty()))
                .isEqualTo(refused(SessionRefusal.ONLY_FACILITATOR));
        assertThat(zwaluw.proposals().close(zwaluw.space(), session.id(), SANNE_WHO_LEADS, OptionalInt.of(11)))
                .isEqualTo(refused(SessionRefusal.ONE_TO_TEN_STICKERS));
        Session stickering = accepted(closeWorkshop());
        assertThat(stickering.phase()).isEqualTo(Phase.STICKERING);
        assertThat(stickering.stickers()).contains(new StickerRound(List.of(sofies, bilals), 3));
        assertThat(stickering.workshop()).isEmpty();
        assertThat(closeWorkshop()).isEqualTo(refused(SessionRefusal.WORKSHOP_NOT_OPEN));
        assertThat(propose(sofie, "Te laat")).isEqualTo(new Submission.Refused(SessionRefusal.WORKSHOP_NOT_OPEN));
        assertThat(deck().proposed()).hasSize(2);
    }

    @Test
    void canBeMoreThanARoundHolds() {
        var bigTeam = IntStream.range(0, 45).mapToObj(Zwaluw::member).toList();
        zwaluw = Zwaluw.in(rooms);
        session = accepted(zwaluw.workshops()
                .open(zwaluw.space(), zwaluw.begun().id(), SANNE_WHO_LEADS, bigTeam, Workshops.Setup.USUAL));
        for (List<MemberId> group : session.workshop().orElseThrow().groups()) {
            for (int i = 1; i <= Workshop.MOST_OF_A_GROUP; i++) {
                taken(propose(group.getFirst(), "Stelling " + i + " van " + group.getFirst()));
            }
        }
        assertThat(handedIn()).hasSize(33);
        assertThat(closeWorkshop()).isEqualTo(refused(SessionRefusal.TOO_MANY_PROPOSALS));
        for (StatementId drop : handedIn().subList(30, 33)) {
            accepted(merge(handedIn().getFirst(), drop));
        }
        assertThat(accepted(closeWorkshop()).stickers().orElseThrow().statements())
                .hasSize(30);
    }

    @Test
    void comeIntoTheDeckWhenTheyAreMeasured() {
        StatementId sofies = taken(propose(sofie, "Ik weet waarvoor ik een tablet gebruik."));
        StatementId bilals = taken(propose(bilal, "Wij praten met ouders over schermtijd."));
        accepted(closeWorkshop());
        for (int i = 0; i < 3; i++) {
            zwaluw.place(session, member(i), Map.of(bilals, 3));
        }
        Session decided = accepted(zwaluw.closeStickers(session));
        assertThat(decided.suggestion()).containsExactly(bilals);
        accepted(zwaluw.sessions().measure(zwaluw.space(), session.id(), SANNE_WHO_LEADS, decided.suggestion()));
        assertThat(deck().offers(bilals)).isTrue();
        assertThat(deck().offers(sofies)).isFalse();
        zwaluw.reactAll(session, bilals, 4, 4, 4);
        assertThat(accepted(zwaluw.close(session)).phase()).isEqualTo(Phase.CLOSED);
        assertThat(deck().find(sofies)).isPresent();
    }

    @Test
    void areForgottenWhenTheWorkshopComesToNothing() {
        StatementId sofies = taken(propose(sofie, "Ik weet waarvoor ik een tablet gebruik."));
        assertThat(accepted(zwaluw.close(session)).phase()).isEqualTo(Phase.CANCELLED);
        assertThat(deck().find(sofies)).isEmpty();
    }

    @Test
    void areMeasuredFromAStickerRoundOnly() {
        StatementId sofies = taken(propose(sofie, "Ik weet waarvoor ik een tablet gebruik."));
        taken(propose(bilal, "Wij praten met ouders over schermtijd."));
        accepted(closeWorkshop());
        accepted(zwaluw.close(session));
        Session next = zwaluw.begun();
        assertThat(zwaluw.sessions().measure(zwaluw.space(), next.id(), SANNE_WHO_LEADS, List.of(sofies)))
                .isEqualTo(refused(SessionRefusal.NO_SUCH_STATEMENT));
        assertThat(deck().offers(sofies)).isFalse();
    }

    @Test
    void areInTheRoundIfTheyWereTakenWhereverTheWorkshopEndsInBetween() {
        Interrupted.everywhere(calls -> {
            openAWorkshop();
            taken(propose(bilal, "Stelling nummer 1"));
            taken(propose(bilal, "Stelling nummer 2"));
            var documents = Interrupted.after(calls, zwaluw.documents(), () -> accepted(closeWorkshop()));
            Submission answer = zwaluw.over(documents, rooms)
                    .proposals()
                    .propose(zwaluw.space(), session.id(), sofie, "Net op tijd");
            if (!documents.came()) {
                accepted(closeWorkshop());
            }
            var round = zwaluw.now(session).stickers().orElseThrow().statements();
            assertThat(round).hasSize(answer instanceof Submission.Taken ? 3 : 2);
            assertThat(deck().proposed()).extracting(Statement::id).containsExactlyInAnyOrderElementsOf(round);
            return documents.came();
        });
    }

    private Submission propose(MemberId member, String text) {
        return zwaluw.proposals().propose(zwaluw.space(), session.id(), member, text);
    }

    private Submission replace(MemberId member, StatementId old, String text) {
        return zwaluw.proposals().replace(zwaluw.space(), session.id(), member, old, text);
    }

    private Outcome<Session, SessionRefusal> withdraw(MemberId member, StatementId statement) {
        return zwaluw.proposals().withdraw(zwaluw.space(), session.id(), member, statement);
    }

    private Outcome<Session, SessionRefusal> merge(StatementId keep, StatementId drop) {
        return zwaluw.proposals().merge(zwaluw.space(), session.id(), SANNE_WHO_LEADS, keep, drop);
    }

    private Outcome<Session, SessionRefusal> closeWorkshop() {
        return zwaluw.proposals().close(zwaluw.space(), session.id(), SANNE_WHO_LEADS, OptionalInt.empty());
    }

    private List<StatementId> handedIn() {
        return zwaluw.now(session).workshop().orElseThrow().statements();
    }

    private Deck deck() {
        return rooms.get(Decks.class).of(zwaluw.space());
    }

    private static StatementId taken(Submission submission) {
        return switch (submission) {
            case Submission.Taken taken -> taken.statement().id();
            case Submission.Unfit unfit -> throw new AssertionError(unfit);
            case Submission.Refused refusal -> throw new AssertionError(refusal);
        };
    }
}
