package nl.balansmonitor.sessions;

import static nl.balansmonitor.Rooms.MONDAY_MORNING;
import static nl.balansmonitor.sessions.Zwaluw.FEEDBACK;
import static nl.balansmonitor.sessions.Zwaluw.JAN;
import static nl.balansmonitor.sessions.Zwaluw.SCREEN_FREE;
import static nl.balansmonitor.sessions.Zwaluw.TEAM;
import static nl.balansmonitor.sessions.Zwaluw.accepted;
import static nl.balansmonitor.sessions.Zwaluw.member;
import static nl.balansmonitor.sessions.Zwaluw.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.balansmonitor.Rooms;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.shared.Actor;
import nl.balansmonitor.shared.MemberId;
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

class RevealingTest {

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
        rooms.itIs(MONDAY_MORNING);
        zwaluw = Zwaluw.in(rooms);
    }

    @Test
    void countsWhatTheTeamSaid() {
        Session session = zwaluw.measuring(SCREEN_FREE, FEEDBACK);
        zwaluw.reactAll(session, SCREEN_FREE, 2, 4, 4, 5, 1);
        zwaluw.reactAll(session, FEEDBACK, 3);
        rooms.itIs(MONDAY_MORNING.plusSeconds(90));
        Reading reading = accepted(zwaluw.reveal(session, SCREEN_FREE));
        assertThat(reading.distribution()).contains(new Distribution(List.of(1, 1, 0, 2, 1)));
        assertThat(reading.remarks())
                .containsExactlyInAnyOrder("remark-0", "remark-1", "remark-2", "remark-3", "remark-4");
        assertThat(reading.reactions()).isEqualTo(5);
        assertThat(reading.invited()).isEqualTo(TEAM);
        assertThat(reading.revealed()).isTrue();
        assertThat(reading.takenAt()).isEqualTo(MONDAY_MORNING.plusSeconds(90));
        assertThat(zwaluw.thermometers().reading(zwaluw.now(session), SCREEN_FREE, 99))
                .isEqualTo(reading);
    }

    @Test
    void isTheFacilitatorsOrALeaders() {
        Session session = zwaluw.measuring(SCREEN_FREE, FEEDBACK);
        assertThat(zwaluw.thermometers().reveal(zwaluw.space(), session.id(), SCREEN_FREE, JAN, TEAM))
                .isEqualTo(refused(SessionRefusal.ONLY_FACILITATOR));
        assertThat(zwaluw.now(session)).isEqualTo(session);
        var fennaWhoLeads = new Actor(new MemberId("fenna"), true);
        accepted(zwaluw.thermometers().reveal(zwaluw.space(), session.id(), SCREEN_FREE, fennaWhoLeads, TEAM));
        var sanneWhoLedOnce = new Actor(session.facilitator(), false);
        accepted(zwaluw.thermometers().reveal(zwaluw.space(), session.id(), FEEDBACK, sanneWhoLedOnce, TEAM));
    }

    @Test
    void happensOnce() {
        Session session = zwaluw.measuring(SCREEN_FREE);
        zwaluw.reactAll(session, SCREEN_FREE, 2, 4, 4);
        Reading reading = accepted(zwaluw.reveal(session, SCREEN_FREE));
        assertThat(zwaluw.reveal(session, SCREEN_FREE)).isEqualTo(refused(SessionRefusal.ALREADY_REVEALED));
        assertThat(zwaluw.thermometers().count(zwaluw.now(session), SCREEN_FREE, TEAM))
                .isEqualTo(reading);
    }

    @Test
    void happensWhileTheTeamReacts() {
        assertThat(zwaluw.reveal(zwaluw.begun(), SCREEN_FREE)).isEqualTo(refused(SessionRefusal.NOT_STARTED));
        Session session = zwaluw.measuring(SCREEN_FREE);
        assertThat(zwaluw.reveal(session, FEEDBACK)).isEqualTo(refused(SessionRefusal.NO_SUCH_STATEMENT));
        accepted(zwaluw.close(session));
        assertThat(zwaluw.reveal(session, SCREEN_FREE)).isEqualTo(refused(SessionRefusal.SESSION_OVER));
    }

    @Test
    void remembersWhichCameFirst() {
        Session session = zwaluw.measuring(SCREEN_FREE, new StatementId("st1"), FEEDBACK);
        accepted(zwaluw.reveal(session, FEEDBACK));
        accepted(zwaluw.reveal(session, SCREEN_FREE));
        assertThat(zwaluw.now(session).thermometers())
                .extracting(Thermometer::revealed)
                .containsExactly(2, 0, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void keepsNothingButTheNumberBelowThreeReactions(int reactions) {
        Session session = zwaluw.measuring(SCREEN_FREE);
        zwaluw.reactAll(session, SCREEN_FREE, Collections.nCopies(reactions, 5).toArray(Integer[]::new));
        Reading reading = accepted(zwaluw.reveal(session, SCREEN_FREE));
        assertThat(reading.reactions()).isEqualTo(reactions);
        assertThat(reading.distribution()).isEmpty();
        assertThat(reading.remarks()).isEmpty();
        assertThat(reading.remarksWithheld()).isTrue();
        assertThat(storedReading().path("distribution").isNull()).isTrue();
        assertThat(zwaluw.stored("", JsonNode.class))
                .noneMatch(d -> d.content().toString().contains("remark-"));
    }

    @Test
    void keepsNoRemarksBelowFourReactions() {
        Session session = zwaluw.measuring(SCREEN_FREE);
        zwaluw.reactAll(session, SCREEN_FREE, 5, 5, 4);
        Reading reading = accepted(zwaluw.reveal(session, SCREEN_FREE));
        assertThat(reading.distribution()).contains(new Distribution(List.of(0, 0, 0, 1, 2)));
        assertThat(reading.remarks()).isEmpty();
        assertThat(reading.remarksWithheld()).isTrue();
        assertThat(storedReading().toString()).doesNotContain("remark-");
    }

    @Test
    void keepsOneRemarkOfFourReactions() {
        Session session = zwaluw.measuring(SCREEN_FREE);
        for (int i = 0; i < 4; i++) {
            accepted(zwaluw.react(session, SCREEN_FREE, member(i), 3, i == 2 ? "bosdag" : ""));
        }
        Reading reading = accepted(zwaluw.reveal(session, SCREEN_FREE));
        assertThat(reading.remarks()).containsExactly("bosdag");
        assertThat(reading.remarksWithheld()).isFalse();
    }

    @Test
    void keepsMoreToItselfWhereTheTeamAskedForIt() {
        zwaluw = Zwaluw.in(
                rooms,
                rooms.newSpace(),
                rooms.get(Documents.class),
                new PrivacyProperties(5, 6),
                rooms.get(SecureRandom.class));
        Session session = zwaluw.measuring(SCREEN_FREE, FEEDBACK);
        zwaluw.reactAll(session, SCREEN_FREE, 5, 5, 4, 3);
        zwaluw.reactAll(session, FEEDBACK, 5, 5, 4, 3, 3);
        assertThat(accepted(zwaluw.reveal(session, SCREEN_FREE)).distribution()).isEmpty();
        Reading reading = accepted(zwaluw.reveal(session, FEEDBACK));
        assertThat(reading.distribution()).isPresent();
        assertThat(reading.remarks()).isEmpty();
    }

    @Test
    void showsNothingOfFewerThanAreAskedForSince() {
        Session session = zwaluw.measuring(SCREEN_FREE, FEEDBACK);
        zwaluw.reactAll(session, SCREEN_FREE, 5, 5, 4, 3);
        zwaluw.reactAll(session, FEEDBACK, 5, 5, 4, 3, 3);
        accepted(zwaluw.reveal(session, SCREEN_FREE));
        accepted(zwaluw.reveal(session, FEEDBACK));
        var stricter = new SessionStore(rooms.get(Documents.class), new PrivacyProperties(5, 6));
        var all = stricter.readings(zwaluw.space());
        assertThat(all).extracting(r -> r.distribution().isPresent()).containsExactly(true, false);
        assertThat(all).extracting(Reading::remarks).containsOnly(List.of());
        assertThat(all).extracting(Reading::remarksWithheld).containsOnly(true);
        assertThat(stricter.readings(zwaluw.space(), session.id())).isEqualTo(all);
        assertThat(stricter.readings(zwaluw.space(), SCREEN_FREE)).containsExactly(all.getLast());
        assertThat(stricter.reading(zwaluw.space(), session.id(), SCREEN_FREE)).contains(all.getLast());
    }

    /** Ballots are read in the order of their pseudonyms, which is a member's for the whole session. */
    @Test
    void shufflesTheRemarks() {
        var alwaysTheLowest = new SecureRandom() {
            @Override
            public int nextInt(int bound) {
                return 0;
            }
        };
        zwaluw = Zwaluw.in(
                rooms, rooms.newSpace(), rooms.get(Documents.class), new PrivacyProperties(3, 4), alwaysTheLowest);
        Session session = zwaluw.measuring(SCREEN_FREE);
        zwaluw.reactAll(session, SCREEN_FREE, 1, 2, 3, 4, 5);
        var expected = new ArrayList<>(zwaluw.stored("ballot:", Ballot.class).stream()
                .map(Document::content)
                .map(Ballot::remark)
                .toList());
        Collections.shuffle(expected, alwaysTheLowest);
        assertThat(accepted(zwaluw.reveal(session, SCREEN_FREE)).remarks()).isEqualTo(expected);
    }

    @Test
    void destroysTheBallotsOfThisStatementAndLeavesTheOthers() {
        Session session = zwaluw.measuring(SCREEN_FREE, FEEDBACK);
        zwaluw.reactAll(session, SCREEN_FREE, 1, 2, 3);
        zwaluw.reactAll(session, FEEDBACK, 4, 5);
        accepted(zwaluw.reveal(session, SCREEN_FREE));
        assertThat(zwaluw.stored("ballot:", JsonNode.class))
                .hasSize(2)
                .allMatch(d -> d.key().id().contains(":st13:"));
        assertThat(zwaluw.thermometers().own(session, SCREEN_FREE, member(0))).isEmpty();
        assertThat(zwaluw.thermometers().reactions(session, FEEDBACK)).isEqualTo(2);
    }

    @Test
    void countsLaterWhatACrashKeptFromBeingCounted() {
        Session session = zwaluw.measuring(SCREEN_FREE);
        zwaluw.reactAll(session, SCREEN_FREE, 1, 2, 3);
        Session revealed = session.revealing(SCREEN_FREE);
        zwaluw.store(revealed);
        assertThat(zwaluw.thermometers().reading(revealed, SCREEN_FREE, TEAM).distribution())
                .contains(new Distribution(List.of(1, 1, 1, 0, 0)));
        assertThat(zwaluw.stored("ballot:", JsonNode.class)).isEmpty();
    }

    @Test
    void countsNothingThatStillTakesReactions() {
        Session session = zwaluw.measuring(SCREEN_FREE);
        zwaluw.reactAll(session, SCREEN_FREE, 1, 2, 3);
        assertThatIllegalStateException().isThrownBy(() -> zwaluw.thermometers().reading(session, SCREEN_FREE, TEAM));
        assertThat(zwaluw.stored("ballot:", JsonNode.class)).hasSize(3);
    }

    @Test
    void comparesWithTheNewestEarlierReadingThatTheTeamSaw() {
        Session first = afterDays(0, () -> zwaluw.closedWith(SCREEN_FREE, 1, 1, 1));
        Session second = afterDays(30, () -> zwaluw.closedWith(SCREEN_FREE, 2, 2, 2));
        afterDays(60, () -> zwaluw.closedWith(SCREEN_FREE, 5, 5));
        afterDays(90, () -> unseen(SCREEN_FREE));
        afterDays(120, () -> zwaluw.closedWith(FEEDBACK, 4, 4, 4));
        Session now = afterDays(150, () -> zwaluw.closedWith(SCREEN_FREE, 3, 3, 3));
        assertThat(previous(now)).isEqualTo(Optional.of(second.id()));
        assertThat(previous(second)).isEqualTo(Optional.of(first.id()));
        assertThat(previous(first)).isEmpty();
    }

    @Test
    void comparesWithNothingOfAnotherTeam() {
        Zwaluw.in(rooms).closedWith(SCREEN_FREE, 1, 1, 1);
        assertThat(previous(zwaluw.closedWith(SCREEN_FREE, 2, 2, 2))).isEmpty();
    }

    private Optional<SessionId> previous(Session session) {
        return zwaluw.thermometers().previous(session, SCREEN_FREE).map(Reading::session);
    }

    private Session unseen(StatementId statement) {
        Session session = zwaluw.measuring(statement);
        zwaluw.reactAll(session, statement, 5, 5, 5);
        return accepted(zwaluw.close(session));
    }

    private static Session afterDays(int days, Supplier<Session> session) {
        rooms.itIs(MONDAY_MORNING.plus(Duration.ofDays(days)));
        return session.get();
    }

    private JsonNode storedReading() {
        return zwaluw.stored("reading:", JsonNode.class).getFirst().content();
    }
}
