package nl.balansmonitor.statements;

import static nl.balansmonitor.Rooms.MONDAY_MORNING;
import static nl.balansmonitor.statements.Answers.accepted;
import static nl.balansmonitor.statements.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.balansmonitor.Rooms;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.shared.Actor;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.shared.StatementId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnStatementsTest {

    private static final Actor SANNE_WHO_LEADS = new Actor(new MemberId("sanne"), true);
    private static final Actor JAN = new Actor(new MemberId("jan"), false);
    private static final StatementId SCREEN_FREE = new StatementId("st7");
    private static final String LAPTOPS = "Onze laptops doen het altijd.";
    private static final int ROUNDS = 15;
    private static final int MOST_OWN = 60;

    private static Rooms rooms;

    private OwnStatements own;
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
        own = rooms.get(OwnStatements.class);
        decks = rooms.get(Decks.class);
        space = rooms.newSpace();
    }

    @Test
    void joinTheDeckInTheTeamsOwnWords() {
        Statement added = accepted(own.add(space, SANNE_WHO_LEADS, Theme.BALANCE, "  Onze laptops\ndoen het altijd. "));
        assertThat(added.text(Language.DUTCH)).isEqualTo(LAPTOPS);
        assertThat(added.text(Language.ENGLISH)).isEqualTo(LAPTOPS);
        assertThat(added.theme()).isEqualTo(Theme.BALANCE);
        assertThat(added.id().value()).matches("own-[0-9a-f]{24}");
        assertThat(decks.of(space).statements()).hasSize(22).endsWith(added);
        assertThat(decks.of(rooms.newSpace()).find(added.id())).isEmpty();
        assertThat(stored().find(added.id()).orElseThrow().addedAt()).isEqualTo(MONDAY_MORNING);
    }

    @Test
    void areChangedByLeadersAlone() {
        Statement added = add(LAPTOPS);
        Deck before = decks.of(space);
        assertThat(Stream.of(
                        own.add(space, JAN, Theme.OWN, "Iets anders"),
                        own.edit(space, JAN, added.id(), "Iets anders"),
                        own.retire(space, JAN, added.id()),
                        own.restore(space, JAN, added.id())))
                .allMatch(refused(StatementRefusal.ONLY_LEADERS)::equals);
        assertThat(decks.of(space).statements()).isEqualTo(before.statements());
    }

    @Test
    void areRefusedForTheirWordsBeforeAnythingIsWritten() {
        assertThat(own.add(space, SANNE_WHO_LEADS, Theme.OWN, " ")).isEqualTo(refused(StatementRefusal.EMPTY));
        assertThat(own.edit(space, SANNE_WHO_LEADS, SCREEN_FREE, "Zie voorbeeld.nl"))
                .isEqualTo(refused(StatementRefusal.LINK));
        assertThat(rooms.get(Documents.class).read(DeckStore.key(space), DeckChanges.class))
                .isEmpty();
    }

    @Test
    void areThereOnceHoweverTheyAreWritten() {
        add("Ideeën van kinderen tellen mee.");
        assertThat(own.add(space, SANNE_WHO_LEADS, Theme.PUPILS, "IDEEEN van  kinderen tellen mee!"))
                .isEqualTo(refused(StatementRefusal.ALREADY_THERE));
        String readyMade = Deck.READY_MADE.get(SCREEN_FREE).text(Language.ENGLISH);
        assertThat(own.add(space, SANNE_WHO_LEADS, Theme.OWN, readyMade))
                .isEqualTo(refused(StatementRefusal.ALREADY_THERE));
    }

    @Test
    void areThereOnceWhenTwoAddThemAtTheSameMoment() throws Exception {
        try (var executor = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < ROUNDS; round++) {
                SpaceId team = rooms.newSpace();
                var both = new CyclicBarrier(2);
                var answers = Stream.of("Wij stoppen op tijd.", "wij stoppen op tijd")
                        .map(text -> executor.submit(() -> {
                            both.await();
                            return own.add(team, SANNE_WHO_LEADS, Theme.OWN, text);
                        }))
                        .toList();
                assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
                        .contains(refused(StatementRefusal.ALREADY_THERE))
                        .hasAtLeastOneElementOfType(Outcome.Accepted.class);
                assertThat(decks.of(team).statements()).hasSize(22);
            }
        }
    }

    @Test
    void getOtherWordsAsANewStatementThatNamesItsPredecessor() {
        Statement first = add(LAPTOPS);
        Statement second = accepted(own.edit(space, SANNE_WHO_LEADS, first.id(), "Onze laptops doen het vaak."));
        Deck deck = decks.of(space);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.theme()).isEqualTo(first.theme());
        assertThat(deck.statements()).contains(second).doesNotContain(first);
        assertThat(deck.get(first.id())).isEqualTo(first);
        assertThat(deck.lineage(second.id())).containsExactly(second.id(), first.id());
    }

    @Test
    void takeThePlaceOfAReadyMadeOneInItsTheme() {
        Statement ours = accepted(own.edit(space, SANNE_WHO_LEADS, SCREEN_FREE, "Op vrijdag zijn de schermen uit."));
        assertThat(ours.theme()).isEqualTo(Theme.BALANCE);
        Deck deck = decks.of(space);
        assertThat(deck.offers(SCREEN_FREE)).isFalse();
        assertThat(deck.lineage(ours.id())).containsExactly(ours.id(), SCREEN_FREE);
        assertThat(decks.of(rooms.newSpace()).offers(SCREEN_FREE)).isTrue();
    }

    @Test
    void areEditedOnceByADoubleTap() {
        Statement first = add(LAPTOPS);
        String other = "Onze laptops doen het vaak.";
        Statement second = accepted(own.edit(space, SANNE_WHO_LEADS, first.id(), other));
        assertThat(own.edit(space, SANNE_WHO_LEADS, first.id(), other)).isEqualTo(Outcome.accepted(second));
        assertThat(decks.of(space).statements()).hasSize(22);
        assertThat(own.edit(space, SANNE_WHO_LEADS, first.id(), "Weer iets anders"))
                .isEqualTo(refused(StatementRefusal.RETIRED));
    }

    @Test
    void mayHaveASlipOfThePenPutRightButNotBeReplacedByThemselves() {
        Statement first = add("onze laptops doen het altijd");
        assertThat(own.edit(space, SANNE_WHO_LEADS, first.id(), first.dutch()))
                .isEqualTo(refused(StatementRefusal.UNCHANGED));
        Statement second = accepted(own.edit(space, SANNE_WHO_LEADS, first.id(), LAPTOPS));
        assertThat(decks.of(space).statements()).contains(second).doesNotContain(first);
    }

    @Test
    void areNotEditedIntoAnother() {
        Statement laptops = add(LAPTOPS);
        Statement tablets = add("Onze tablets doen het altijd.");
        assertThat(own.edit(space, SANNE_WHO_LEADS, tablets.id(), LAPTOPS))
                .isEqualTo(refused(StatementRefusal.ALREADY_THERE));
        assertThat(decks.of(space).statements()).contains(laptops, tablets);
    }

    @Test
    void areRetiredAndPutBackOwnOrReadyMade() {
        Statement added = add(LAPTOPS);
        for (StatementId id : List.of(added.id(), SCREEN_FREE)) {
            accepted(own.retire(space, SANNE_WHO_LEADS, id));
            accepted(own.retire(space, SANNE_WHO_LEADS, id));
            assertThat(decks.of(space).offers(id)).isFalse();
            assertThat(decks.of(space).retired()).extracting(Statement::id).containsExactly(id);
            accepted(own.restore(space, SANNE_WHO_LEADS, id));
            accepted(own.restore(space, SANNE_WHO_LEADS, id));
            assertThat(decks.of(space).offers(id)).isTrue();
        }
        assertThat(decks.of(space).statements()).hasSize(22);
    }

    @Test
    void areNotPutBackBesideTheirOwnWords() {
        Statement first = add(LAPTOPS);
        accepted(own.retire(space, SANNE_WHO_LEADS, first.id()));
        Statement second = add(LAPTOPS);
        assertThat(own.restore(space, SANNE_WHO_LEADS, first.id())).isEqualTo(refused(StatementRefusal.ALREADY_THERE));
        assertThat(decks.of(space).statements()).contains(second).doesNotContain(first);
    }

    @Test
    void areKnownInTheirOwnSpaceOnly() {
        Statement added = add(LAPTOPS);
        SpaceId merel = rooms.newSpace();
        assertThat(Stream.of(
                        own.edit(merel, SANNE_WHO_LEADS, added.id(), "Iets anders"),
                        own.retire(merel, SANNE_WHO_LEADS, added.id()),
                        own.restore(merel, SANNE_WHO_LEADS, added.id())))
                .allMatch(refused(StatementRefusal.NO_SUCH_STATEMENT)::equals);
    }

    @Test
    void leaveOneToChoose() {
        Statement last = add(LAPTOPS);
        Deck.READY_MADE.statements().forEach(s -> accepted(own.retire(space, SANNE_WHO_LEADS, s.id())));
        assertThat(own.retire(space, SANNE_WHO_LEADS, last.id())).isEqualTo(refused(StatementRefusal.LAST_STATEMENT));
        assertThat(decks.of(space).statements()).containsExactly(last);
    }

    @Test
    void areAsManyAsACardCanOffer() {
        List<Statement> all = IntStream.range(0, MOST_OWN)
                .mapToObj(i -> add("Stelling nummer " + i))
                .toList();
        assertThat(own.add(space, SANNE_WHO_LEADS, Theme.OWN, LAPTOPS)).isEqualTo(refused(StatementRefusal.DECK_FULL));
        StatementId one = all.getFirst().id();
        accepted(own.edit(space, SANNE_WHO_LEADS, one, "Stelling nummer nul"));
        assertThat(own.restore(space, SANNE_WHO_LEADS, one)).isEqualTo(refused(StatementRefusal.DECK_FULL));
        accepted(own.retire(space, SANNE_WHO_LEADS, all.getLast().id()));
        add(LAPTOPS);
    }

    private Statement add(String text) {
        return accepted(own.add(space, SANNE_WHO_LEADS, Theme.COLLABORATION, text));
    }

    private DeckChanges stored() {
        return rooms.get(Documents.class)
                .read(DeckStore.key(space), DeckChanges.class)
                .orElseThrow()
                .content();
    }
}
