package nl.balansmonitor.statements;

import static nl.balansmonitor.statements.Answers.accepted;
import static nl.balansmonitor.statements.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import nl.balansmonitor.Rooms;
import nl.balansmonitor.shared.Actor;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.shared.StatementId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementProposalsTest {

    private static final Actor SANNE_WHO_LEADS = new Actor(new MemberId("sanne"), true);
    private static final String OWLS = "session-1:owls";
    private static final String FOXES = "session-1:foxes";

    private static Rooms rooms;

    private StatementProposals proposals;
    private Decks decks;
    private SpaceId space;

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
        proposals = rooms.get(StatementProposals.class);
        decks = rooms.get(Decks.class);
        space = rooms.newSpace();
    }

    @Test
    void areFoundButCannotBeChosenYet() {
        Statement proposal = accepted(proposals.propose(space, OWLS, "Wij stoppen op tijd."));
        Deck deck = decks.of(space);
        assertThat(proposal.theme()).isEqualTo(Theme.OWN);
        assertThat(deck.proposed()).containsExactly(proposal);
        assertThat(deck.get(proposal.id())).isEqualTo(proposal);
        assertThat(deck.offers(proposal.id())).isFalse();
    }

    @Test
    void areHandedInOnceByAGroupThatTriesAgain() {
        Statement first = accepted(proposals.propose(space, OWLS, "Wij stoppen op tijd."));
        assertThat(proposals.propose(space, OWLS, "wij stoppen op tijd")).isEqualTo(Outcome.accepted(first));
        proposals.adopt(space, List.of(first.id()));
        assertThat(proposals.propose(space, OWLS, "Wij stoppen op tijd.")).isEqualTo(Outcome.accepted(first));
        assertThat(decks.of(space).proposed()).isEmpty();
        accepted(rooms.get(OwnStatements.class).retire(space, SANNE_WHO_LEADS, first.id()));
        assertThat(proposals.propose(space, OWLS, "Wij stoppen op tijd."))
                .isEqualTo(refused(StatementRefusal.ALREADY_THERE));
    }

    @Test
    void areRefusedForTheirWords() {
        accepted(proposals.propose(space, OWLS, "Wij stoppen op tijd."));
        assertThat(proposals.propose(space, FOXES, "Wij stoppen, op tijd!"))
                .isEqualTo(refused(StatementRefusal.ALREADY_THERE));
        assertThat(proposals.propose(
                        space, FOXES, Deck.READY_MADE.statements().getFirst().dutch()))
                .isEqualTo(refused(StatementRefusal.ALREADY_THERE));
        assertThat(proposals.propose(space, FOXES, "<at>Fenna</at>")).isEqualTo(refused(StatementRefusal.MENTION));
        assertThat(decks.of(space).proposed()).hasSize(1);
    }

    @Test
    void joinTheDeckWhenTheyAreChosenAndAreOtherwiseForgotten() {
        Statement chosen = accepted(proposals.propose(space, OWLS, "Wij stoppen op tijd."));
        Statement other = accepted(proposals.propose(space, FOXES, "Wij beginnen op tijd."));
        for (int time = 0; time < 2; time++) {
            assertThat(proposals.adopt(space, List.of(chosen.id())).statements())
                    .hasSize(22)
                    .endsWith(chosen);
        }
        for (int time = 0; time < 2; time++) {
            proposals.dropProposals(space);
            assertThat(decks.of(space).statements()).hasSize(22).endsWith(chosen);
            assertThat(decks.of(space).find(other.id())).isEmpty();
        }
    }

    @Test
    void areTakenBackOneByOne() {
        Statement one = accepted(proposals.propose(space, OWLS, "Wij stoppen op tijd."));
        Statement other = accepted(proposals.propose(space, FOXES, "Wij beginnen op tijd."));
        proposals.withdraw(space, one.id());
        proposals.withdraw(space, one.id());
        assertThat(decks.of(space).proposed()).containsExactly(other);
    }

    @Test
    void aloneAreAdoptedTakenBackAndDropped() {
        var readyMade = new StatementId("st7");
        accepted(rooms.get(OwnStatements.class).retire(space, SANNE_WHO_LEADS, readyMade));
        Statement own =
                accepted(rooms.get(OwnStatements.class).add(space, SANNE_WHO_LEADS, Theme.OWN, "Wij leren samen."));
        Deck before = decks.of(space);
        proposals.adopt(space, List.of(readyMade, own.id(), new StatementId("own-forged")));
        proposals.withdraw(space, own.id());
        proposals.dropProposals(space);
        assertThat(decks.of(space).statements()).isEqualTo(before.statements());
    }

    @Test
    void cannotBeChangedByLeadersWhileTheTeamDecides() {
        var own = rooms.get(OwnStatements.class);
        StatementId proposal =
                accepted(proposals.propose(space, OWLS, "Wij stoppen op tijd.")).id();
        assertThat(List.of(
                        own.edit(space, SANNE_WHO_LEADS, proposal, "Iets anders"),
                        own.retire(space, SANNE_WHO_LEADS, proposal),
                        own.restore(space, SANNE_WHO_LEADS, proposal)))
                .allMatch(refused(StatementRefusal.NO_SUCH_STATEMENT)::equals);
        assertThat(decks.of(space).proposed()).hasSize(1);
    }
}
