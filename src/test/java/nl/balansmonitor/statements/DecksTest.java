package nl.balansmonitor.statements;

import static nl.balansmonitor.Rooms.MONDAY_MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import nl.balansmonitor.Rooms;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.statements.OwnStatement.State;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecksTest {

    private static final StatementId READY_MADE = new StatementId("st7");
    private static final OwnStatement LAPTOPS =
            own("own-1", "Onze laptops doen het altijd.", State.ACTIVE, Optional.empty());
    private static final OwnStatement TABLETS =
            own("own-2", "Onze tablets doen het altijd.", State.RETIRED, Optional.of(READY_MADE));
    private static final OwnStatement PHONES =
            own("own-3", "Telefoons blijven in de tas.", State.PROPOSED, Optional.of(TABLETS.id()));

    private static Rooms rooms;

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
        decks = rooms.get(Decks.class);
        space = rooms.newSpace();
    }

    @Test
    void giveTheReadyMadeDeckToASpaceThatChangedNothing() {
        assertThat(decks.of(space).statements()).isEqualTo(Deck.READY_MADE.statements());
    }

    @Test
    void offerWhatIsNotRetiredAndTheTeamsOwnAfterIt() {
        change(space);
        Deck deck = decks.of(space);
        assertThat(deck.statements()).hasSize(21).endsWith(LAPTOPS.statement());
        assertThat(deck.offers(LAPTOPS.id())).isTrue();
        assertThat(List.of(READY_MADE, TABLETS.id(), PHONES.id())).noneMatch(deck::offers);
        assertThat(deck.proposed()).containsExactly(PHONES.statement());
        assertThat(deck.retired()).containsExactly(Deck.READY_MADE.get(READY_MADE), TABLETS.statement());
    }

    @Test
    void putTheTeamsOwnBesideTheOthersOfTheirTheme() {
        change(space);
        assertThat(decks.of(space).byTheme().get(Theme.BALANCE))
                .extracting(s -> s.id().value())
                .containsExactly("st5", "st6", "st8", "own-1");
    }

    @Test
    void findWhatCanNoLongerOrNotYetBeChosen() {
        change(space);
        Deck deck = decks.of(space);
        assertThat(deck.get(TABLETS.id()).text(Language.ENGLISH)).isEqualTo(TABLETS.text());
        assertThat(List.of(READY_MADE, TABLETS.id(), PHONES.id())).allSatisfy(id -> {
            assertThat(deck.find(id)).isPresent();
            assertThat(decks.statement(space, id)).isEqualTo(deck.get(id));
        });
    }

    @Test
    void knowWhichStatementTookThePlaceOfWhich() {
        change(space);
        Deck deck = decks.of(space);
        assertThat(deck.lineage(PHONES.id())).containsExactly(PHONES.id(), TABLETS.id(), READY_MADE);
        assertThat(deck.lineage(READY_MADE)).containsExactly(READY_MADE);
    }

    @Test
    void keepTheStatementsOfATeamFromAnother() {
        change(space);
        assertThat(decks.statement(space, LAPTOPS.id())).isEqualTo(LAPTOPS.statement());
        SpaceId merel = rooms.newSpace();
        assertThat(decks.of(merel).find(LAPTOPS.id())).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> decks.statement(merel, LAPTOPS.id()));
    }

    @Test
    void findAStatementThatAnotherInstanceOfTheBotAddedSinceTheyLooked() {
        change(space);
        decks.of(space);
        var added = own("own-4", "Wij leggen elk scherm uit.", State.ACTIVE, Optional.empty());
        Documents documents = rooms.get(Documents.class);
        var changed = new DeckChanges(List.of(LAPTOPS, added), new LinkedHashSet<>());
        documents.replace(
                documents.read(DeckStore.key(space), DeckChanges.class).orElseThrow(), changed);
        assertThat(decks.statement(space, added.id())).isEqualTo(added.statement());
        assertThat(decks.of(space).offers(READY_MADE)).isTrue();
    }

    private static void change(SpaceId space) {
        var changes = new DeckChanges(
                List.of(LAPTOPS, TABLETS, PHONES), new LinkedHashSet<>(Collections.singleton(READY_MADE)));
        rooms.get(Documents.class).create(DeckStore.key(space), changes);
    }

    private static OwnStatement own(String id, String text, State state, Optional<StatementId> predecessor) {
        return new OwnStatement(new StatementId(id), Theme.BALANCE, text, state, predecessor, MONDAY_MORNING);
    }
}
