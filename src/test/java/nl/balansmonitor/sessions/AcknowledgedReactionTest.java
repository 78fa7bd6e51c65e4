package nl.balansmonitor.sessions;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static nl.balansmonitor.sessions.Zwaluw.SCREEN_FREE;
import static nl.balansmonitor.sessions.Zwaluw.TEAM;
import static nl.balansmonitor.sessions.Zwaluw.accepted;
import static nl.balansmonitor.sessions.Zwaluw.member;
import static nl.balansmonitor.sessions.Zwaluw.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nl.balansmonitor.Rooms;
import nl.balansmonitor.shared.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An accepted reaction is counted, whatever else happens at the same time; and of one that came too late nothing stays behind. */
class AcknowledgedReactionTest {

    private static final int ROUNDS = 30;

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
        zwaluw = Zwaluw.in(rooms);
    }

    @Test
    void isCountedWhereverARevealComesInBetween() {
        Interrupted.everywhere(calls -> {
            Session session = measured();
            var documents =
                    Interrupted.after(calls, zwaluw.documents(), () -> accepted(zwaluw.reveal(session, SCREEN_FREE)));
            var answer = zwaluw.over(documents, rooms).react(session, SCREEN_FREE, member(4), 5, "laat");
            if (!documents.came()) {
                accepted(zwaluw.reveal(session, SCREEN_FREE));
            }
            assertCountedIfAccepted(session, answer);
            assertNothingStays(session);
            return documents.came();
        });
    }

    @Test
    void isCountedWhereverItComesDuringAReveal() {
        Interrupted.everywhere(calls -> {
            Session session = measured();
            var answers = new ArrayList<Outcome<Reaction, SessionRefusal>>();
            var documents = Interrupted.after(
                    calls,
                    zwaluw.documents(),
                    () -> answers.add(zwaluw.react(session, SCREEN_FREE, member(4), 5, "laat")));
            accepted(zwaluw.over(documents, rooms).reveal(session, SCREEN_FREE));
            answers.forEach(answer -> assertCountedIfAccepted(session, answer));
            assertNothingStays(session);
            return documents.came();
        });
    }

    @Test
    void isCountedWhereverACloseComesInBetween() {
        Interrupted.everywhere(calls -> {
            Session session = measured();
            var documents = Interrupted.after(calls, zwaluw.documents(), () -> accepted(zwaluw.close(session)));
            var answer = zwaluw.over(documents, rooms).react(session, SCREEN_FREE, member(4), 5, "laat");
            if (!documents.came()) {
                accepted(zwaluw.close(session));
            }
            assertCountedIfAccepted(session, answer);
            assertThat(zwaluw.stored("ballot:", JsonNode.class)).isEmpty();
            return documents.came();
        });
    }

    @Test
    void isCountedWhereverItComesDuringAClose() {
        Interrupted.everywhere(calls -> {
            Session session = measured();
            var answers = new ArrayList<Outcome<Reaction, SessionRefusal>>();
            var documents = Interrupted.after(
                    calls,
                    zwaluw.documents(),
                    () -> answers.add(zwaluw.react(session, SCREEN_FREE, member(4), 5, "laat")));
            accepted(zwaluw.over(documents, rooms).close(session));
            answers.forEach(answer -> assertCountedIfAccepted(session, answer));
            assertThat(zwaluw.stored("ballot:", JsonNode.class)).isEmpty();
            return documents.came();
        });
    }

    /** He reacted before: then there is one of him, the earlier or the later one. */
    @Test
    void countsAMemberOnceWhereverARevealComesWhileHeReactsAgain() {
        Interrupted.everywhere(calls -> {
            Session session = measured();
            accepted(zwaluw.react(session, SCREEN_FREE, member(4), 2, "vroeg"));
            var documents =
                    Interrupted.after(calls, zwaluw.documents(), () -> accepted(zwaluw.reveal(session, SCREEN_FREE)));
            var answer = zwaluw.over(documents, rooms).react(session, SCREEN_FREE, member(4), 5, "laat");
            if (!documents.came()) {
                accepted(zwaluw.reveal(session, SCREEN_FREE));
            }
            List<Integer> counts = reading(session).distribution().orElseThrow().counts();
            assertThat(counts.get(1) + counts.get(4)).isEqualTo(1);
            assertCountedIfAccepted(session, answer);
            assertNothingStays(session);
            return documents.came();
        });
    }

    @Test
    void isNotLostWhenTheSameMemberTapsTwiceAtOnce() {
        Interrupted.everywhere(calls -> {
            Session session = measured();
            var documents = Interrupted.after(
                    calls,
                    zwaluw.documents(),
                    () -> accepted(zwaluw.react(session, SCREEN_FREE, member(4), 2, "snel")));
            accepted(zwaluw.over(documents, rooms).react(session, SCREEN_FREE, member(4), 5, ""));
            assertThat(zwaluw.thermometers().reactions(session, SCREEN_FREE)).isEqualTo(5);
            return documents.came();
        });
    }

    /** The seeds decide who gives what and after how many reactions the facilitator reveals; the machine decides the rest. */
    @Test
    void isCountedWhenATeamReactsAtOnceWhileTheFacilitatorReveals() throws Exception {
        try (var executor = Executors.newFixedThreadPool(TEAM + 1)) {
            for (int seed = 0; seed < ROUNDS; seed++) {
                var random = new Random(seed);
                zwaluw = Zwaluw.in(rooms);
                Session session = zwaluw.measuring(SCREEN_FREE);
                var enough = new CountDownLatch(random.nextInt(TEAM + 1));
                List<Future<Outcome<Reaction, SessionRefusal>>> answers =
                        reacting(executor, session, random.ints(TEAM, 1, 6).toArray(), enough);
                enough.await();
                Reading reading = accepted(zwaluw.reveal(session, SCREEN_FREE));
                var accepted = new ArrayList<Integer>();
                for (var answer : answers) {
                    switch (answer.get()) {
                        case Outcome.Accepted<Reaction, SessionRefusal>(Reaction reaction) ->
                            accepted.add(reaction.ballot().score());
                        case Outcome.Refused<Reaction, SessionRefusal>(SessionRefusal reason) ->
                            assertThat(reason).isIn(SessionRefusal.JUST_REVEALED, SessionRefusal.ALREADY_REVEALED);
                    }
                }
                assertThat(reading.reactions()).isBetween(accepted.size(), TEAM);
                assertAllIn(reading, accepted);
                assertNothingStays(session);
            }
        }
    }

    private List<Future<Outcome<Reaction, SessionRefusal>>> reacting(
            ExecutorService executor, Session session, int[] scores, CountDownLatch answered) {
        return IntStream.range(0, scores.length)
                .mapToObj(i -> executor.submit(() -> {
                    var answer = zwaluw.react(session, SCREEN_FREE, member(i), scores[i], "");
                    answered.countDown();
                    return answer;
                }))
                .toList();
    }

    private static void assertAllIn(Reading reading, List<Integer> scores) {
        if (reading.distribution().isPresent()) {
            List<Integer> counts = reading.distribution().get().counts();
            Map<Integer, Long> accepted = scores.stream().collect(groupingBy(s -> s, counting()));
            assertThat(accepted)
                    .allSatisfy((score, n) ->
                            assertThat((long) counts.get(score - 1)).isGreaterThanOrEqualTo(n));
        }
    }

    /** A session in which four members gave a 1 and a fifth is about to give a 5. */
    private Session measured() {
        zwaluw = Zwaluw.in(rooms);
        Session session = zwaluw.measuring(SCREEN_FREE);
        zwaluw.reactAll(session, SCREEN_FREE, 1, 1, 1, 1);
        return session;
    }

    private void assertCountedIfAccepted(Session session, Outcome<Reaction, SessionRefusal> answer) {
        switch (answer) {
            case Outcome.Accepted<Reaction, SessionRefusal>(Reaction reaction) ->
                assertAllIn(reading(session), List.of(reaction.ballot().score()));
            case Outcome.Refused<Reaction, SessionRefusal> refused ->
                assertThat(refused)
                        .isIn(
                                refused(SessionRefusal.JUST_REVEALED),
                                refused(SessionRefusal.ALREADY_REVEALED),
                                refused(SessionRefusal.SESSION_OVER));
        }
    }

    private Reading reading(Session session) {
        return zwaluw.thermometers().reading(zwaluw.now(session), SCREEN_FREE, TEAM);
    }

    private void assertNothingStays(Session session) {
        accepted(zwaluw.close(session));
        assertThat(zwaluw.stored("ballot:", JsonNode.class)).isEmpty();
        assertThat(zwaluw.now(session).key()).isNull();
    }
}
