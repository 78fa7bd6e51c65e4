package nl.balansmonitor.statements;

import static nl.balansmonitor.Rooms.MONDAY_MORNING;
import static nl.balansmonitor.statements.Answers.accepted;
import static nl.balansmonitor.statements.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import nl.balansmonitor.Rooms;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.Query;
import nl.balansmonitor.shared.Actor;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.spaces.Spaces;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlagsTest {

    private static final Actor SANNE_WHO_LEADS = new Actor(new MemberId("sanne"), true);
    private static final Actor JAN = new Actor(new MemberId("jan"), false);
    private static final StatementId SCREEN_FREE = new StatementId("st7");
    private static final StatementId FEEDBACK = new StatementId("st13");
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    /** In Amsterdam it is February already. */
    private static final Instant LAST_HOUR_OF_JANUARY = Instant.parse("2026-01-31T23:30:00Z");

    private static final int TEAM = 12;
    private static final int ENOUGH = 3;

    private static Rooms rooms;

    private Flags flags;
    private Agenda agenda;
    private Space space;

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
        flags = rooms.get(Flags.class);
        agenda = rooms.get(Agenda.class);
        space = rooms.get(Spaces.class).of(rooms.newSpace());
    }

    @ParameterizedTest
    @CsvSource({"0,3", "1,3", "12,3", "15,3", "16,4", "20,4", "21,5", "45,9"})
    void needAFifthOfTheTeamAndThreeAtLeast(int roster, int needed) {
        assertThat(Flags.threshold(roster)).isEqualTo(needed);
    }

    @Test
    void proposeAStatementOnceEnoughMembersRaisedThem() {
        assertThat(raise(SCREEN_FREE, 0).reached()).isFalse();
        assertThat(raise(SCREEN_FREE, 1).reached()).isFalse();
        assertThat(flags.proposals(space)).isEmpty();
        assertThat(raise(SCREEN_FREE, 2).reached()).isTrue();
        assertThat(raise(SCREEN_FREE, 3).reached()).isTrue();
        assertThat(flags.proposals(space)).containsExactly(new DiscussionProposal(SCREEN_FREE, JANUARY, false));
    }

    @Test
    void countAMemberOnce() {
        assertThat(raise(SCREEN_FREE, 0).again()).isFalse();
        assertThat(raise(SCREEN_FREE, 0)).isEqualTo(new Flagged(Deck.READY_MADE.get(SCREEN_FREE), true, false));
        assertThat(raise(SCREEN_FREE, 0).reached()).isFalse();
        assertThat(raise(FEEDBACK, 0).again()).isFalse();
        assertThat(flags.proposals(space)).isEmpty();
    }

    @Test
    void sayNoNumberBelowTheThreshold() {
        enough(SCREEN_FREE);
        assertThat(flags.count(space, SCREEN_FREE)).hasValue(ENOUGH);
        raise(FEEDBACK, 0);
        raise(FEEDBACK, 1);
        assertThat(flags.count(space, FEEDBACK)).isEmpty();
        assertThat(flags.count(space, new StatementId("st1"))).isEmpty();
    }

    @Test
    void proposeOnceWhenTheLastOnesAreRaisedAtTheSameMoment() throws Exception {
        try (var executor = Executors.newFixedThreadPool(ENOUGH)) {
            var all = new CyclicBarrier(ENOUGH);
            var answers = IntStream.range(0, ENOUGH)
                    .mapToObj(i -> executor.submit(() -> {
                        all.await();
                        return raise(SCREEN_FREE, i);
                    }))
                    .toList();
            for (var answer : answers) {
                assertThat(answer.get().again()).isFalse();
            }
        }
        assertThat(flags.proposals(space)).hasSize(1);
        assertThat(flags.count(space, SCREEN_FREE)).hasValue(ENOUGH);
    }

    @Test
    void proposeWhatACrashKeptFromBeingProposed() {
        enough(SCREEN_FREE);
        Documents documents = rooms.get(Documents.class);
        documents
                .all(in().idsStartingWith("flagged:"), DiscussionProposal.class)
                .forEach(documents::delete);
        assertThat(flags.proposals(space)).containsExactly(new DiscussionProposal(SCREEN_FREE, JANUARY, false));
    }

    @Test
    void proposeNoMoreOnceTheTeamPutItOnTheAgenda() {
        enough(SCREEN_FREE);
        accepted(agenda.schedule(space.id(), SCREEN_FREE));
        assertThat(flags.proposals(space)).isEmpty();
        agenda.clear(space.id(), List.of(SCREEN_FREE));
        raise(SCREEN_FREE, TEAM);
        assertThat(flags.proposals(space)).isEmpty();
    }

    @Test
    void tellWhatWasProposedAlsoOnceItIsAnswered() {
        assertThat(flags.proposed(space)).isEmpty();
        enough(SCREEN_FREE);
        assertThat(flags.proposed(space)).containsExactly(new DiscussionProposal(SCREEN_FREE, JANUARY, false));
        accepted(agenda.schedule(space.id(), SCREEN_FREE));
        assertThat(flags.proposed(space)).containsExactly(new DiscussionProposal(SCREEN_FREE, JANUARY, true));
        rooms.itIs(LAST_HOUR_OF_JANUARY.plus(Duration.ofDays(30)));
        assertThat(flags.proposed(space)).isEmpty();
    }

    @Test
    void areNoneOnceTheirMonthAndThatOfTheirProposalIsOver() {
        assertThat(flags.none(space.id())).isTrue();
        enough(SCREEN_FREE);
        assertThat(flags.none(space.id())).isFalse();
        rooms.itIs(LAST_HOUR_OF_JANUARY);
        flags.forgetPastMonths(space);
        assertThat(flags.none(space.id()))
                .as("its proposal can still be answered")
                .isFalse();
        rooms.itIs(LAST_HOUR_OF_JANUARY.plus(Duration.ofDays(30)));
        flags.forgetPastMonths(space);
        assertThat(flags.none(space.id())).isTrue();
    }

    @Test
    void proposeNotWhatIsOnTheAgendaAlready() {
        accepted(agenda.schedule(space.id(), SCREEN_FREE));
        assertThat(enough(SCREEN_FREE).reached()).isTrue();
        assertThat(flags.proposals(space)).isEmpty();
    }

    @Test
    void proposeNoMoreOnceALeaderTurnedItDown() {
        enough(SCREEN_FREE);
        assertThat(agenda.dismiss(space.id(), JAN, SCREEN_FREE)).isEqualTo(refused(StatementRefusal.ONLY_LEADERS));
        assertThat(flags.proposals(space)).hasSize(1);
        accepted(agenda.dismiss(space.id(), SANNE_WHO_LEADS, SCREEN_FREE));
        accepted(agenda.dismiss(space.id(), SANNE_WHO_LEADS, SCREEN_FREE));
        assertThat(flags.proposals(space)).isEmpty();
    }

    @Test
    void proposeNotWhatWasRetiredSince() {
        enough(SCREEN_FREE);
        accepted(rooms.get(OwnStatements.class).retire(space.id(), SANNE_WHO_LEADS, SCREEN_FREE));
        assertThat(flags.proposals(space)).isEmpty();
        assertThat(flags.flag(space, SCREEN_FREE, member(TEAM), TEAM)).isEqualTo(refused(StatementRefusal.RETIRED));
    }

    @Test
    void areRaisedOnStatementsOfTheDeckAlone() {
        Statement proposal = accepted(
                rooms.get(StatementProposals.class).propose(space.id(), "session-1:owls", "Wij stoppen op tijd."));
        assertThat(List.of(proposal.id(), new StatementId("forged")))
                .extracting(id -> flags.flag(space, id, member(0), TEAM))
                .allMatch(refused(StatementRefusal.NO_SUCH_STATEMENT)::equals);
        assertThat(stored()).isEmpty();
    }

    @Test
    void beginAnewEveryMonthOfTheSpacesOwnZone() {
        raise(SCREEN_FREE, 0);
        raise(SCREEN_FREE, 1);
        rooms.itIs(LAST_HOUR_OF_JANUARY.minusSeconds(3_600));
        assertThat(raise(SCREEN_FREE, 0).again()).isTrue();
        rooms.itIs(LAST_HOUR_OF_JANUARY);
        assertThat(raise(SCREEN_FREE, 0).again()).isFalse();
        assertThat(raise(SCREEN_FREE, 2).reached()).isFalse();
        assertThat(raise(SCREEN_FREE, 1).reached()).isTrue();
        assertThat(flags.proposals(space))
                .containsExactly(new DiscussionProposal(SCREEN_FREE, JANUARY.plusMonths(1), false));
    }

    @Test
    void areStillProposedInTheMonthThatFollows() {
        enough(SCREEN_FREE);
        rooms.itIs(LAST_HOUR_OF_JANUARY);
        assertThat(flags.proposals(space)).hasSize(1);
        rooms.itIs(Instant.parse("2026-03-01T12:00:00Z"));
        assertThat(flags.proposals(space)).isEmpty();
    }

    @Test
    void areKeptWithoutNameTimeOrConnection() {
        enough(SCREEN_FREE);
        enough(FEEDBACK);
        var all = stored();
        assertThat(all.toString()).doesNotContain("member-").doesNotContain("2026-01-12");
        assertThat(all.keySet()).allMatch(id -> id.matches("flag:2026-01:st\\d+:[0-9a-f]{64}"));
        assertThat(all.keySet().stream().map(id -> id.substring(id.lastIndexOf(':'))))
                .doesNotHaveDuplicates();
        assertThat(key().toString()).doesNotContain(key().key());
    }

    @Test
    void loseTheirKeyToTheNextMonths() {
        raise(SCREEN_FREE, 0);
        FlagKey january = key();
        rooms.itIs(LAST_HOUR_OF_JANUARY);
        raise(SCREEN_FREE, 0);
        FlagKey february = key();
        assertThat(february.key()).isNotEqualTo(january.key());
        assertThat(february.tracesLeft()).isTrue();
        flags.forgetPastMonths(space);
        assertThat(key()).isEqualTo(new FlagKey(JANUARY.plusMonths(1), february.key(), false));
        assertThat(stored().keySet()).hasSize(1).allMatch(id -> id.startsWith("flag:2026-02:"));
    }

    @Test
    void areForgottenAlsoWhenNobodyRaisesAnother() {
        enough(SCREEN_FREE);
        FlagKey january = key();
        flags.forgetPastMonths(space);
        assertThat(key()).isEqualTo(january);
        assertThat(stored()).hasSize(ENOUGH);
        rooms.itIs(LAST_HOUR_OF_JANUARY);
        flags.forgetPastMonths(space);
        flags.forgetPastMonths(space);
        assertThat(stored()).isEmpty();
        assertThat(key().key()).isNotEqualTo(january.key());
        assertThat(flags.proposals(space)).hasSize(1);
        rooms.itIs(Instant.parse("2026-03-01T12:00:00Z"));
        flags.forgetPastMonths(space);
        assertThat(rooms.get(Documents.class).count(in().idsStartingWith("flagged:")))
                .isZero();
    }

    @Test
    void leaveNothingInASpaceWithoutAny() {
        flags.forgetPastMonths(space);
        assertThat(rooms.get(Documents.class).count(in().idsStartingWith("flag")))
                .isZero();
    }

    private Flagged enough(StatementId statement) {
        IntStream.range(1, ENOUGH).forEach(i -> raise(statement, i));
        return raise(statement, ENOUGH);
    }

    private Flagged raise(StatementId statement, int member) {
        return accepted(flags.flag(space, statement, member(member), TEAM));
    }

    private static MemberId member(int number) {
        return new MemberId("member-" + number);
    }

    private FlagKey key() {
        return rooms.get(Documents.class)
                .read(Space.partition(space.id()).key("flags"), FlagKey.class)
                .orElseThrow()
                .content();
    }

    private Map<String, Object> stored() {
        var found = new TreeMap<String, Object>();
        for (Document<Object> d : rooms.get(Documents.class).all(in().idsStartingWith("flag:"), Object.class)) {
            found.put(d.key().id(), d.content());
        }
        return found;
    }

    private Query in() {
        return Query.in(Space.partition(space.id()));
    }
}
