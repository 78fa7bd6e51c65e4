package nl.balansmonitor.spaces;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nl.balansmonitor.Rooms;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.SpaceId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpacesTest {

    private static final MemberId SANNE = new MemberId("sanne");
    private static final MemberId JAN = new MemberId("jan");
    private static final int ROUNDS = 50;

    private static Rooms rooms;

    private Spaces spaces;
    private SpaceId zwaluw;

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
        spaces = rooms.get(Spaces.class);
        zwaluw = rooms.newSpace();
    }

    @Test
    void isDutchAndInAmsterdamUnlessSaidOtherwise(@TempDir Path folder) {
        assertThat(spaces.of(zwaluw).language()).isEqualTo(Language.DUTCH);
        assertThat(spaces.of(zwaluw).zone()).isEqualTo(ZoneId.of("Europe/Amsterdam"));
        try (Rooms caribbean = Rooms.over(
                folder.resolve("saba.db"), "balans.spaces.language=english", "balans.spaces.zone=America/Kralendijk")) {
            Space space = caribbean.get(Spaces.class).of(zwaluw);
            assertThat(space.language()).isEqualTo(Language.ENGLISH);
            assertThat(space.zone()).isEqualTo(ZoneId.of("America/Kralendijk"));
        }
    }

    @Test
    void isLedByNobodyAtFirst() {
        Space space = spaces.of(zwaluw);
        assertThat(space.leaders()).isEmpty();
        assertThat(space.actor(SANNE).leader()).isFalse();
    }

    @Test
    void isLedByWhoCameFirstAndBySoManyOnly() {
        assertThat(spaces.ledAtFirstBy(zwaluw, SANNE).leaders()).containsExactly(SANNE);
        assertThat(spaces.ledAtFirstBy(zwaluw, JAN).leaders()).containsExactly(SANNE);
        assertThat(spaces.of(zwaluw).actor(SANNE).leader()).isTrue();
        assertThat(spaces.of(zwaluw).actor(JAN).leader()).isFalse();
    }

    @Test
    void keepsItsLeaderWhenTheBotIsStartedAgain(@TempDir Path folder) {
        Path database = folder.resolve("again.db");
        try (Rooms before = Rooms.over(database)) {
            before.get(Spaces.class).ledAtFirstBy(zwaluw, SANNE);
        }
        try (Rooms after = Rooms.over(database)) {
            assertThat(after.get(Spaces.class).of(zwaluw).leaders()).containsExactly(SANNE);
        }
    }

    @Test
    void leadsNoOtherSpace() {
        spaces.ledAtFirstBy(zwaluw, SANNE);
        assertThat(spaces.of(rooms.newSpace()).leaders()).isEmpty();
    }

    @Test
    void hasOneLeaderWhenTwoComeAtOnce() throws Exception {
        try (var executor = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < ROUNDS; round++) {
                SpaceId space = rooms.newSpace();
                var both = new CyclicBarrier(2);
                List<Future<Space>> answers = new ArrayList<>();
                for (MemberId member : List.of(SANNE, JAN)) {
                    answers.add(executor.submit(() -> {
                        both.await();
                        return spaces.ledAtFirstBy(space, member);
                    }));
                }
                assertThat(answers.get(0).get()).isEqualTo(answers.get(1).get());
                assertThat(spaces.of(space).leaders()).hasSize(1);
            }
        }
    }

    @Test
    void listsLeadersInTheOrderInWhichTheyCame() {
        Space space = spaces.of(zwaluw);
        List<MemberId> members = IntStream.range(0, 9)
                .mapToObj(i -> new MemberId("member-" + (9 - i)))
                .toList();
        for (MemberId member : members) {
            space = space.ledBy(member);
        }
        assertThat(space.ledBy(members.getFirst()).leaders()).containsExactlyElementsOf(members);
    }

    @Test
    void remembersSinceWhenTheBotIsGoneUntilItHearsFromItAgain() {
        spaces.ledAtFirstBy(zwaluw, SANNE);
        rooms.itIs(Rooms.MONDAY_MORNING);
        assertThat(spaces.removed(zwaluw)).isTrue();
        rooms.itIs(Rooms.MONDAY_MORNING.plusSeconds(60));
        assertThat(spaces.removed(zwaluw)).as("no news any more").isFalse();
        assertThat(spaces.find(zwaluw)).hasValueSatisfying(space -> {
            assertThat(space.removedAt()).contains(Rooms.MONDAY_MORNING);
            assertThat(space.leaders()).containsExactly(SANNE);
        });
        assertThat(spaces.ledAtFirstBy(zwaluw, JAN).removedAt()).contains(Rooms.MONDAY_MORNING);

        assertThat(spaces.returned(zwaluw).orElseThrow().removedAt()).isEmpty();
        assertThat(spaces.of(zwaluw).removedAt()).isEmpty();
        assertThat(spaces.of(zwaluw).leaders()).containsExactly(SANNE);
    }

    @Test
    void isNotMadeByBeingRemovedOrLookedFor() {
        assertThat(spaces.removed(zwaluw)).isFalse();
        spaces.returned(zwaluw);
        assertThat(spaces.find(zwaluw)).isEmpty();
    }

    @Test
    void isThereInADocumentOfBeforeRemovalsWereRemembered() {
        record Older(SpaceId id, Language language, ZoneId zone, List<MemberId> leaders) {}
        rooms.get(Documents.class)
                .create(
                        Space.partition(zwaluw).key("space"),
                        new Older(zwaluw, Language.ENGLISH, ZoneId.of("Europe/Amsterdam"), List.of(JAN)));
        assertThat(spaces.of(zwaluw).removedAt()).isEmpty();
    }
}
