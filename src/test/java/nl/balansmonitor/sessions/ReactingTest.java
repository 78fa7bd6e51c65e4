package nl.balansmonitor.sessions;

import static nl.balansmonitor.Rooms.MONDAY_MORNING;
import static nl.balansmonitor.sessions.Zwaluw.FEEDBACK;
import static nl.balansmonitor.sessions.Zwaluw.SCREEN_FREE;
import static nl.balansmonitor.sessions.Zwaluw.accepted;
import static nl.balansmonitor.sessions.Zwaluw.member;
import static nl.balansmonitor.sessions.Zwaluw.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.balansmonitor.Rooms;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.StatementId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ReactingTest {

    private static final MemberId AMINA = new MemberId("amina-el-idrissi");
    private static final MemberId JAN = new MemberId("jan-de-vries");

    @TempDir
    private static Path folder;

    private static Rooms rooms;

    private Zwaluw zwaluw;
    private Session session;

    @BeforeAll
    static void open() {
        rooms = Rooms.over(folder.resolve("test.db"));
    }

    @AfterAll
    static void close() {
        rooms.close();
    }

    @BeforeEach
    void anotherSession() {
        rooms.itIs(MONDAY_MORNING);
        zwaluw = Zwaluw.in(rooms);
        session = zwaluw.measuring(SCREEN_FREE, FEEDBACK);
    }

    @Test
    void countsADoubleClickOnce() {
        accepted(react(AMINA, 4, ""));
        accepted(react(AMINA, 4, ""));
        assertThat(zwaluw.thermometers().reactions(session, SCREEN_FREE)).isEqualTo(1);
        assertThat(zwaluw.thermometers().reactions(session, FEEDBACK)).isZero();
    }

    @Test
    void replacesTheEarlierReactionOfTheSameMember() {
        accepted(react(AMINA, 2, "druk"));
        accepted(react(JAN, 5, ""));
        assertThat(accepted(react(AMINA, 4, "rust")).ballot()).isEqualTo(new Ballot(4, "rust"));
        assertThat(own(AMINA)).isEqualTo(new Ballot(4, "rust"));
        assertThat(own(JAN)).isEqualTo(new Ballot(5, ""));
        assertThat(zwaluw.thermometers().reactions(session, SCREEN_FREE)).isEqualTo(2);
    }

    @Test
    void keepsTheRemarkWhenANewReactionHasNone() {
        accepted(react(AMINA, 2, "druk"));
        assertThat(accepted(react(AMINA, 3, " ")).ballot()).isEqualTo(new Ballot(3, "druk"));
    }

    @Test
    void erasesTheRemarkAndLeavesTheScore() {
        accepted(react(AMINA, 2, "druk"));
        assertThat(accepted(erase(AMINA)).ballot()).isEqualTo(new Ballot(2, ""));
        assertThat(own(AMINA)).isEqualTo(new Ballot(2, ""));
        assertThat(accepted(react(AMINA, 3, "")).ballot()).isEqualTo(new Ballot(3, ""));
    }

    @Test
    void erasesNothingOfAMemberWhoDidNotReact() {
        accepted(react(AMINA, 2, "druk"));
        assertThat(erase(JAN)).isEqualTo(refused(SessionRefusal.NO_REACTION_YET));
        assertThat(own(AMINA).remark()).isEqualTo("druk");
        assertThat(zwaluw.thermometers().reactions(session, SCREEN_FREE)).isEqualTo(1);
    }

    @Test
    void keepsWhatFitsOfALongRemark() {
        accepted(react(AMINA, 2, "a".repeat(10_000)));
        assertThat(own(AMINA).remark()).isEqualTo("a".repeat(Remark.LONGEST));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, -1, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void refusesAScoreOffTheScale(int score) {
        accepted(react(AMINA, 2, "druk"));
        assertThat(react(AMINA, score, "weg")).isEqualTo(refused(SessionRefusal.NOT_ON_SCALE));
        assertThat(own(AMINA)).isEqualTo(new Ballot(2, "druk"));
    }

    @Test
    void refusesAStatementThatIsNotOfThisSession() {
        Session other = Zwaluw.in(rooms).measuring(SCREEN_FREE);
        assertThat(zwaluw.react(session, new StatementId("st1"), AMINA, 3, ""))
                .isEqualTo(refused(SessionRefusal.NO_SUCH_STATEMENT));
        assertThat(zwaluw.react(other, SCREEN_FREE, AMINA, 3, "")).isEqualTo(refused(SessionRefusal.NO_SUCH_SESSION));
        assertThat(zwaluw.stored("ballot:", JsonNode.class)).isEmpty();
    }

    @Test
    void cannotBeReachedFromAnotherSpace() {
        Zwaluw merel = Zwaluw.in(rooms);
        assertThat(merel.react(session, SCREEN_FREE, AMINA, 3, "")).isEqualTo(refused(SessionRefusal.NO_SUCH_SESSION));
        assertThat(merel.thermometers().eraseRemark(merel.space(), session.id(), SCREEN_FREE, AMINA))
                .isEqualTo(refused(SessionRefusal.NO_SUCH_SESSION));
        assertThat(merel.reveal(session, SCREEN_FREE)).isEqualTo(refused(SessionRefusal.NO_SUCH_SESSION));
        assertThat(merel.close(session)).isEqualTo(refused(SessionRefusal.NO_SUCH_SESSION));
        assertThat(merel.stored("", JsonNode.class)).isEmpty();
        assertThat(zwaluw.now(session)).isEqualTo(session);
    }

    @Test
    void refusesASessionThatIsNotThere() {
        assertThat(zwaluw.thermometers()
                        .react(zwaluw.space(), new SessionId("forged"), SCREEN_FREE, AMINA, 3, Remark.NONE))
                .isEqualTo(refused(SessionRefusal.NO_SUCH_SESSION));
    }

    @Test
    void waitsForTheStart() {
        Zwaluw merel = Zwaluw.in(rooms);
        assertThat(merel.react(merel.begun(), SCREEN_FREE, AMINA, 3, ""))
                .isEqualTo(refused(SessionRefusal.NOT_STARTED));
    }

    @Test
    void endsWithTheRevealOfTheStatement() {
        accepted(zwaluw.reveal(session, SCREEN_FREE));
        assertThat(react(AMINA, 3, "")).isEqualTo(refused(SessionRefusal.ALREADY_REVEALED));
        assertThat(erase(AMINA)).isEqualTo(refused(SessionRefusal.ALREADY_REVEALED));
        assertThat(zwaluw.react(session, FEEDBACK, AMINA, 3, "")).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void endsWithTheSession() {
        accepted(zwaluw.close(session));
        assertThat(react(AMINA, 3, "")).isEqualTo(refused(SessionRefusal.SESSION_OVER));
        assertThat(erase(AMINA)).isEqualTo(refused(SessionRefusal.SESSION_OVER));
    }

    @Test
    void showsAMemberOnlyHisOwn() {
        accepted(react(AMINA, 2, "druk"));
        assertThat(zwaluw.thermometers().own(session, SCREEN_FREE, JAN)).isEmpty();
        assertThat(zwaluw.thermometers().own(session, FEEDBACK, AMINA)).isEmpty();
    }

    /** Whoever reads the database finds a number, a word and a pseudonym, and what the session's other documents say. */
    @Test
    void storesNoNameAndNoTime() throws IOException {
        rooms.itIs(MONDAY_MORNING.plusSeconds(1_234_567));
        accepted(react(AMINA, 4, "rust"));
        var ballot = zwaluw.stored("ballot:", JsonNode.class).getFirst();
        assertThat(ballot.content().propertyNames()).containsExactlyInAnyOrder("score", "remark");
        assertThat(ballot.key().id()).matches("ballot:" + session.id() + ":st7:[0-9a-f]{64}");
        assertThat(zwaluw.stored("", JsonNode.class))
                .noneMatch(d -> d.content().toString().contains("2026-01-26"));
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain(AMINA.value());
            }
        }
    }

    @Test
    void storesABallotPerStatementAndMember() {
        for (int i = 0; i < 3; i++) {
            accepted(zwaluw.react(session, SCREEN_FREE, member(i), 3, ""));
            accepted(zwaluw.react(session, FEEDBACK, member(i), 3, ""));
        }
        assertThat(zwaluw.stored("ballot:", JsonNode.class)).hasSize(6);
    }

    private Outcome<Reaction, SessionRefusal> react(MemberId member, int score, String remark) {
        return zwaluw.react(session, SCREEN_FREE, member, score, remark);
    }

    private Outcome<Reaction, SessionRefusal> erase(MemberId member) {
        return zwaluw.thermometers().eraseRemark(zwaluw.space(), session.id(), SCREEN_FREE, member);
    }

    private Ballot own(MemberId member) {
        return zwaluw.thermometers().own(session, SCREEN_FREE, member).orElseThrow();
    }
}
