package nl.balansmonitor.sessions;

import static nl.balansmonitor.sessions.Zwaluw.FEEDBACK;
import static nl.balansmonitor.sessions.Zwaluw.SCREEN_FREE;
import static nl.balansmonitor.sessions.Zwaluw.accepted;
import static nl.balansmonitor.sessions.Zwaluw.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.instancio.Select.allInts;
import static org.instancio.Select.field;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import nl.balansmonitor.Rooms;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.StatementId;
import org.instancio.Instancio;
import org.instancio.junit.InstancioExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Whatever a team does with a sticker round; a failure is reported with the seed that plays the same round again. */
@ExtendWith(InstancioExtension.class)
class StickerTallyPropertyTest {

    private static final List<StatementId> STATEMENTS = List.of(SCREEN_FREE, FEEDBACK, new StatementId("st20"));
    private static final int MINIMUM = 3;

    private enum Kind {
        PLACE,
        CLOSE
    }

    private record Tap(Kind kind, int member, List<Integer> stickers) {

        MemberId who() {
            return Zwaluw.member(member);
        }

        Map<StatementId, Integer> where() {
            var placed = new HashMap<StatementId, Integer>();
            for (int i = 0; i < STATEMENTS.size(); i++) {
                placed.put(STATEMENTS.get(i), stickers.get(i));
            }
            return placed;
        }

        int sum() {
            return stickers.stream().mapToInt(Integer::intValue).sum();
        }
    }

    private record Round(int budget, List<Tap> taps) {}

    private static Rooms rooms;

    private Zwaluw zwaluw;
    private final Map<MemberId, Stickers> accepted = new HashMap<>();
    private boolean closed;

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
        zwaluw = Zwaluw.in(rooms);
    }

    private static Round anyRound() {
        return Instancio.of(Round.class)
                .generate(field(Round::budget), gen -> gen.ints().range(1, StickerRound.LARGEST_BUDGET))
                .generate(field(Round::taps), gen -> gen.collection().minSize(1).maxSize(20))
                .generate(
                        field(Tap::kind), gen -> gen.oneOf(Kind.PLACE, Kind.PLACE, Kind.PLACE, Kind.PLACE, Kind.CLOSE))
                .generate(field(Tap::member), gen -> gen.ints().range(1, 6))
                .generate(field(Tap::stickers), gen -> gen.collection().size(STATEMENTS.size()))
                .generate(allInts(), gen -> gen.ints().range(-1, 4))
                .create();
    }

    @RepeatedTest(60)
    void sumsUpEveryMembersLastAcceptedStickersAndNeverMoreThanTheirBudgets() {
        Round round = anyRound();
        Session session = accepted(zwaluw.stickers()
                .open(
                        zwaluw.space(),
                        zwaluw.begun().id(),
                        Zwaluw.SANNE_WHO_LEADS,
                        STATEMENTS,
                        OptionalInt.of(round.budget())));
        for (Tap tap : round.taps()) {
            switch (tap.kind()) {
                case PLACE -> place(session, round.budget(), tap);
                case CLOSE -> close(session, round.budget());
            }
        }
        close(session, round.budget());
        assertTally(zwaluw.now(session), round.budget());
    }

    private void place(Session session, int budget, Tap tap) {
        Placement answer = zwaluw.place(session, tap.who(), tap.where());
        if (closed) {
            assertThat(answer).isEqualTo(new Placement.Refused(SessionRefusal.STICKERS_CLOSED));
        } else if (tap.stickers().stream().anyMatch(n -> n < 0)) {
            assertThat(answer).isEqualTo(new Placement.Refused(SessionRefusal.NEGATIVE_STICKERS));
        } else if (tap.sum() > budget) {
            assertThat(answer).isEqualTo(new Placement.OverBudget(tap.sum() - budget, budget));
        } else {
            var stickers = new Stickers(tap.where());
            assertThat(answer).isEqualTo(new Placement.Placed(session, stickers));
            accepted.put(tap.who(), stickers);
        }
        if (!closed) {
            assertThat(zwaluw.stickers().own(session, tap.who()))
                    .isEqualTo(Optional.ofNullable(accepted.get(tap.who())));
            assertThat(zwaluw.stickers().done(session)).isEqualTo(accepted.size());
        }
    }

    private void close(Session session, int budget) {
        if (!closed) {
            assertThat(zwaluw.stored("ballot:", Stickers.class))
                    .extracting(Document::content)
                    .containsExactlyInAnyOrderElementsOf(accepted.values())
                    .allMatch(ballot -> ballot.total() <= budget);
        }
        Outcome<Session, SessionRefusal> answer = zwaluw.closeStickers(session);
        if (closed) {
            assertThat(answer).isEqualTo(refused(SessionRefusal.STICKERS_CLOSED));
        }
        closed = true;
    }

    private void assertTally(Session session, int budget) {
        Tally tally = session.stickers().flatMap(StickerRound::tally).orElseThrow();
        assertThat(tally.participants()).isEqualTo(accepted.size());
        long placing = accepted.values().stream().filter(s -> s.total() > 0).count();
        assertThat(tally.withheld()).isEqualTo(placing < MINIMUM);
        if (!tally.withheld()) {
            assertThat(tally.ranking()).extracting(Tally.Ranked::statement).containsOnlyOnceElementsOf(STATEMENTS);
            assertThat(tally.ranking())
                    .allMatch(r -> r.stickers()
                            == accepted.values().stream()
                                    .mapToInt(s -> s.on(r.statement()))
                                    .sum());
            assertThat(tally.ranking().stream().mapToInt(Tally.Ranked::stickers).sum())
                    .isLessThanOrEqualTo(budget * (int) placing);
            assertThat(IntStream.range(1, STATEMENTS.size()))
                    .allMatch(i -> tally.ranking().get(i - 1).stickers()
                            >= tally.ranking().get(i).stickers());
        }
        assertThat(zwaluw.stored("ballot:", JsonNode.class)).isEmpty();
    }
}
