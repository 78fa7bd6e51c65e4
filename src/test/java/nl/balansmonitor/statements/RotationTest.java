package nl.balansmonitor.statements;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import nl.balansmonitor.shared.StatementId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RotationTest {

    private static final List<Statement> DECK = Deck.READY_MADE.statements();
    private static final Set<Theme> THEMES = EnumSet.complementOf(EnumSet.of(Theme.OWN));
    private static final int SESSIONS = 200;

    @Test
    void beginsWithTheDecksFirstOfTwoThemes() {
        assertThat(suggested(2, List.of())).containsExactly("st1", "st5");
    }

    /** The pupils' statements come more often: there are few of them, and they are in every third session. */
    @Test
    void goesThroughAllTheOthersBeforeOneOfThemComesAgain() {
        List<StatementId> others = DECK.stream()
                .filter(s -> s.theme() != Theme.PUPILS)
                .map(Statement::id)
                .toList();
        assertThat(following(SESSIONS, 1).stream()
                        .flatMap(Set::stream)
                        .filter(others::contains)
                        .limit(others.size()))
                .containsExactlyInAnyOrderElementsOf(others);
    }

    /** Different themes come first, so the themes with more statements take longer. */
    @Test
    void goesThroughTheWholeDeckWithTwoAtATime() {
        assertThat(following(DECK.size(), 2).stream().flatMap(Set::stream).distinct())
                .hasSameSizeAs(DECK);
    }

    @Test
    void suggestsWhatWasNeverMeasuredBeforeWhatWasMeasuredLongestAgo() {
        List<Statement> few = List.of(DECK.get(4), DECK.get(5), DECK.get(6));
        assertThat(new Rotation(few, sessions("st5", "st7")).suggest(3))
                .extracting(s -> s.id().value())
                .containsExactly("st6", "st5", "st7");
    }

    @Test
    void startsWithTheThemeThatWasMeasuredLongestAgoAmongEqualStatements() {
        assertThat(suggested(1, sessions("st1", "st5", "st9"))).containsExactly("st14");
    }

    @Test
    void takesDifferentThemesAsLongAsThereAreAny() {
        assertThat(new Rotation(DECK, List.of()).suggest(THEMES.size()))
                .extracting(Statement::theme)
                .containsExactlyInAnyOrderElementsOf(THEMES);
    }

    @Test
    void takesAThemeTwiceRatherThanTooFewStatements() {
        List<Statement> parents =
                DECK.stream().filter(s -> s.theme() == Theme.PARENTS).toList();
        assertThat(new Rotation(parents, List.of()).suggest(3))
                .extracting(s -> s.id().value())
                .containsExactly("st18", "st19", "st20");
    }

    @Test
    void givesAllThereAreIfMoreAreAskedFor() {
        assertThat(new Rotation(DECK, sessions("st3")).suggest(100)).containsExactlyInAnyOrderElementsOf(DECK);
        assertThat(new Rotation(List.of(), sessions("st3")).suggest(2)).isEmpty();
    }

    @Test
    void putsThePupilsFirstWhenTwoSessionsWentWithoutThem() {
        assertThat(suggested(2, sessions("st1"))).first().isEqualTo("st5");
        assertThat(suggested(2, sessions("st1", "st5"))).first().isEqualTo("st9");
        assertThat(suggested(1, sessions("st9", "st1", "st5", "st14"))).containsExactly("st10");
    }

    @Test
    void doesWithoutThePupilsWhereNoStatementIsTheirs() {
        List<Statement> others =
                DECK.stream().filter(s -> s.theme() != Theme.PUPILS).toList();
        assertThat(new Rotation(others, sessions("st1", "st5")).suggest(1))
                .extracting(s -> s.id().value())
                .containsExactly("st14");
    }

    @Test
    void putsWhatIsChosenAlreadyFirstAndFillsUp() {
        Statement screenFree = Deck.READY_MADE.get(new StatementId("st7"));
        assertThat(new Rotation(DECK, sessions("st9")).suggest(List.of(screenFree), 2))
                .extracting(s -> s.id().value())
                .containsExactly("st7", "st1");
        assertThat(new Rotation(DECK, sessions("st7")).suggest(List.of(screenFree), 1))
                .containsExactly(screenFree);
    }

    @Test
    void hearsThePupilsBesideWhatIsChosenAlreadyUnlessTheyAreAmongIt() {
        List<Statement> others = Stream.of("st1", "st5")
                .map(id -> Deck.READY_MADE.get(new StatementId(id)))
                .toList();
        var rotation = new Rotation(DECK, sessions("st14", "st18"));
        assertThat(rotation.suggest(others, 2)).extracting(s -> s.id().value()).containsExactly("st1", "st5", "st9");
        Statement feedback = Deck.READY_MADE.get(new StatementId("st13"));
        assertThat(rotation.suggest(List.of(feedback), 1)).containsExactly(feedback);
    }

    @Test
    void offersTheWholeThemeThatWasMeasuredLongestAgoToChooseFrom() {
        assertThat(new Rotation(DECK, List.of()).themeToChooseFrom())
                .extracting(s -> s.id().value())
                .containsExactly("st1", "st2", "st3", "st4");
        assertThat(new Rotation(DECK, sessions("st1", "st5")).themeToChooseFrom())
                .allMatch(s -> s.theme() == Theme.PUPILS)
                .hasSize(5);
        assertThat(new Rotation(DECK, sessions("st9", "st5", "st14", "st1", "st18", "st10")).themeToChooseFrom())
                .allMatch(s -> s.theme() == Theme.BALANCE);
    }

    @Test
    void offersAThemeOfOneOnlyWhereThereIsNoOther() {
        Statement own = new Statement(new StatementId("own-1"), Theme.OWN, "Wij leren samen.", "Wij leren samen.");
        List<Statement> parents =
                DECK.stream().filter(s -> s.theme() == Theme.PARENTS).toList();
        var both = new ArrayList<>(parents);
        both.add(own);
        assertThat(new Rotation(both, sessions("st18")).themeToChooseFrom()).isEqualTo(parents);
        assertThat(new Rotation(List.of(own), List.of()).themeToChooseFrom()).containsExactly(own);
        assertThat(new Rotation(List.of(), List.of()).themeToChooseFrom()).isEmpty();
    }

    @Test
    void ignoresWhatIsNoLongerInTheDeck() {
        assertThat(suggested(2, sessions("own-7"))).containsExactly("st1", "st5");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void hearsThePupilsInEveryThirdSessionAtLeast(int count) {
        assertPupilsInEveryThree(following(SESSIONS, count));
    }

    /** Whatever a team chose before, what is suggested in the third session without the pupils has them. */
    @Test
    void bringsThePupilsBackToATeamThatLeavesThemOut() {
        var random = new Random(20260112);
        for (int round = 0; round < SESSIONS; round++) {
            List<Set<StatementId>> past = new ArrayList<>(arbitrary(random, random.nextInt(12)));
            past.addAll(sessions("st1", "st18"));
            assertThat(new Rotation(DECK, past).suggest(1 + random.nextInt(3)))
                    .extracting(Statement::theme)
                    .contains(Theme.PUPILS);
        }
    }

    @Test
    void suggestsDifferentStatementsOfDifferentThemesWhateverWasBefore() {
        var random = new Random(7);
        for (int round = 0; round < SESSIONS; round++) {
            var rotation = new Rotation(DECK, arbitrary(random, random.nextInt(30)));
            List<Statement> suggestion = rotation.suggest(3);
            assertThat(suggestion).hasSize(3).extracting(Statement::theme).doesNotHaveDuplicates();
            assertThat(rotation.suggest(3)).isEqualTo(suggestion);
        }
    }

    /** The first one, unless the pupils were due, was never measured if anything was not, and else as long ago as any. */
    @Test
    void putsTheMostUrgentFirstWhateverWasBefore() {
        var random = new Random(31);
        for (int round = 0; round < SESSIONS; round++) {
            List<Set<StatementId>> past = arbitrary(random, random.nextInt(30));
            Statement first = new Rotation(DECK, past).suggest(2).getFirst();
            List<Statement> among = first.theme() == Theme.PUPILS
                    ? DECK.stream().filter(s -> s.theme() == Theme.PUPILS).toList()
                    : DECK;
            assertThat(sessionsSince(past, first))
                    .isEqualTo(among.stream()
                            .mapToInt(s -> sessionsSince(past, s))
                            .max()
                            .orElseThrow());
        }
    }

    private static int sessionsSince(List<Set<StatementId>> past, Statement statement) {
        List<Boolean> measured =
                past.stream().map(session -> session.contains(statement.id())).toList();
        int last = measured.lastIndexOf(true);
        return last < 0 ? Integer.MAX_VALUE : past.size() - last;
    }

    private static void assertPupilsInEveryThree(List<Set<StatementId>> sessions) {
        Set<StatementId> pupils = DECK.stream()
                .filter(s -> s.theme() == Theme.PUPILS)
                .map(Statement::id)
                .collect(toSet());
        for (int i = 0; i + 3 <= sessions.size(); i++) {
            assertThat(sessions.subList(i, i + 3))
                    .as("sessions from %d", i)
                    .anyMatch(s -> !Collections.disjoint(s, pupils));
        }
    }

    /** The sessions of a team that always takes the suggestion. */
    private static List<Set<StatementId>> following(int sessions, int count) {
        var past = new ArrayList<Set<StatementId>>();
        for (int i = 0; i < sessions; i++) {
            past.add(new Rotation(DECK, past)
                    .suggest(count).stream().map(Statement::id).collect(toSet()));
        }
        return past;
    }

    private static List<Set<StatementId>> arbitrary(Random random, int sessions) {
        var past = new ArrayList<Set<StatementId>>();
        for (int i = 0; i < sessions; i++) {
            var session = new HashSet<StatementId>();
            for (int j = 0; j < 1 + random.nextInt(3); j++) {
                session.add(DECK.get(random.nextInt(DECK.size())).id());
            }
            past.add(session);
        }
        return past;
    }

    private static List<String> suggested(int count, List<Set<StatementId>> sessions) {
        return new Rotation(DECK, sessions)
                .suggest(count).stream().map(s -> s.id().value()).toList();
    }

    /** One session for each of these, the oldest first. */
    private static List<Set<StatementId>> sessions(String... statements) {
        return Arrays.stream(statements).map(s -> Set.of(new StatementId(s))).toList();
    }
}
