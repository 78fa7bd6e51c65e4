package nl.balansmonitor.actions;

import static nl.balansmonitor.Rooms.MONDAY_MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.balansmonitor.Rooms;
import nl.balansmonitor.sessions.Phase;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.Thermometer;
import nl.balansmonitor.shared.ActionId;
import nl.balansmonitor.shared.Actor;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.spaces.Space;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionsTest {

    private static final Actor SANNE_WHO_LEADS = new Actor(new MemberId("sanne"), true);
    private static final Actor AMINA = new Actor(new MemberId("amina"), false);
    private static final Actor JAN = new Actor(new MemberId("jan"), false);
    private static final StatementId REVEALED = new StatementId("st7");
    private static final StatementId OPEN = new StatementId("st13");
    private static final LocalDate TODAY = LocalDate.parse("2026-01-12");

    private static Rooms rooms;

    private Actions actions;
    private Space zwaluw;
    private Session session;

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
        actions = rooms.get(Actions.class);
        zwaluw = spaceIn("Europe/Amsterdam");
        session = session(Phase.REACTING);
    }

    @Test
    void keepsAnActionAsItWasAgreed() {
        ActionItem item = agreed(proposal("Elke vrijdag een schermvrij uur", TODAY.plusWeeks(4)));
        assertThat(item.what()).isEqualTo("Elke vrijdag een schermvrij uur");
        assertThat(item.owner()).isEqualTo(AMINA.member());
        assertThat(item.ownerName()).isEqualTo("Amina El Idrissi");
        assertThat(item.feedbackDate()).isEqualTo("2026-02-09");
        assertThat(item.session()).isEqualTo(session.id());
        assertThat(item.statement()).isEqualTo(REVEALED);
        assertThat(item.open()).isTrue();
        assertThat(item.agreedAt()).isEqualTo(MONDAY_MORNING);
        assertThat(actions.open(zwaluw.id())).containsExactly(item);
        assertThat(actions.of(zwaluw.id(), session.id())).containsExactly(item);
    }

    @Test
    void makesOneActionOfADoubleTap() {
        ActionItem first = agreed(proposal("Eén vaste plek voor handleidingen", TODAY));
        rooms.itIs(MONDAY_MORNING.plusSeconds(1));
        assertThat(agreed(proposal("  Eén vaste\nplek voor  handleidingen ", TODAY)))
                .isEqualTo(first);
        assertThat(actions.open(zwaluw.id())).containsExactly(first);
    }

    @Test
    void makesTwoActionsOfWhatDiffersInAnything() {
        agreed(proposal("Bosdag", TODAY));
        agreed(proposal("Bosdag", TODAY.plusDays(1)));
        agreed(new Proposal("Bosdag", JAN.member(), "Jan de Vries", TODAY));
        agreed(proposal("Bosdagen", TODAY));
        assertThat(actions.open(zwaluw.id())).hasSize(4);
    }

    @Test
    void answersADoubleTapOnWhatWasDoneMeanwhileWithTheDoneOne() {
        ActionItem item = agreed(proposal("Bosdag", TODAY));
        actions.done(zwaluw, item.id(), AMINA);
        assertThat(agreed(proposal("Bosdag", TODAY)).open()).isFalse();
        assertThat(actions.open(zwaluw.id())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\t", "\u2028"})
    void wantsSomethingToDo(String what) {
        assertThat(add(proposal(what, TODAY))).isEqualTo(refused(ActionRefusal.NOTHING_TO_DO));
    }

    @Test
    void takesAsMuchTextAsTheFormDoesAndNoMore() {
        String longest = "a".repeat(ActionItem.LONGEST);
        assertThat(agreed(proposal(longest, TODAY)).what()).isEqualTo(longest);
        assertThat(add(proposal(longest + "a", TODAY))).isEqualTo(refused(ActionRefusal.TOO_LONG));
    }

    @ParameterizedTest
    @CsvSource({"'Bel  de \n ouders', 'Bel de ouders'", "'*vet* [link](https://x) ${t}', '*vet* [link](https://x) ${t}'"
    })
    void keepsTheTextOnOneLineAndOtherwiseAsItWasWritten(String written, String kept) {
        assertThat(agreed(proposal(written, TODAY)).what()).isEqualTo(kept);
    }

    @Test
    void makesASpaceOfEveryControlCharacter() {
        assertThat(agreed(proposal("a\u0000b\u0085c\u001bd\u2029e", TODAY)).what())
                .isEqualTo("a b c d e");
    }

    @Test
    void isFedBackTodayAtTheEarliest() {
        assertThat(add(proposal("Bosdag", TODAY.minusDays(1)))).isEqualTo(refused(ActionRefusal.DATE_IN_THE_PAST));
        assertThat(agreed(proposal("Bosdag", TODAY)).feedbackDate()).isEqualTo(TODAY);
    }

    @Test
    void isFedBackWithinTwoYears() {
        assertThat(add(proposal("Bosdag", TODAY.plusYears(2).plusDays(1))))
                .isEqualTo(refused(ActionRefusal.DATE_TOO_FAR));
        assertThat(agreed(proposal("Bosdag", TODAY.plusYears(2))).feedbackDate())
                .isEqualTo("2028-01-12");
    }

    /** Half past midnight on Tuesday in Amsterdam is still Monday in Saba. */
    @Test
    void knowsTodayByTheSpacesOwnZone() {
        rooms.itIs(Instant.parse("2026-01-12T23:30:00Z"));
        assertThat(add(proposal("Bosdag", TODAY))).isEqualTo(refused(ActionRefusal.DATE_IN_THE_PAST));
        zwaluw = spaceIn("America/Kralendijk");
        assertThat(agreed(proposal("Bosdag", TODAY)).feedbackDate()).isEqualTo(TODAY);
    }

    @Test
    void belongsToAStatementThatTheTeamHasSeen() {
        assertThat(add(OPEN)).isEqualTo(refused(ActionRefusal.NOT_REVEALED));
        assertThat(add(new StatementId("st1"))).isEqualTo(refused(ActionRefusal.NOT_REVEALED));
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void isAgreedWhileTheSessionGoesOn(Phase phase) {
        session = session(phase);
        Outcome<ActionItem, ActionRefusal> answer = add(REVEALED);
        switch (phase) {
            case CHOOSING, WRITING, STICKERING, DECIDING ->
                assertThat(answer).isEqualTo(refused(ActionRefusal.NOT_REVEALED));
            case REACTING -> assertThat(answer).isInstanceOf(Outcome.Accepted.class);
            case CLOSING, CLOSED, CANCELLED -> assertThat(answer).isEqualTo(refused(ActionRefusal.SESSION_OVER));
        }
        assertThat(actions.open(zwaluw.id())).hasSize(phase == Phase.REACTING ? 1 : 0);
    }

    @Test
    void isTickedOffByItsOwner() {
        ActionItem item = agreed(proposal("Bosdag", TODAY));
        rooms.itIs(MONDAY_MORNING.plusSeconds(60));
        assertThat(actions.done(zwaluw, item.id(), AMINA))
                .isEqualTo(Outcome.accepted(item.doneAt(MONDAY_MORNING.plusSeconds(60), AMINA.member())));
        assertThat(actions.open(zwaluw.id())).isEmpty();
        assertThat(actions.doneSince(zwaluw.id(), MONDAY_MORNING))
                .singleElement()
                .matches(a -> !a.open());
    }

    @Test
    void isTickedOffByALeader() {
        ActionItem item = agreed(proposal("Bosdag", TODAY));
        assertThat(actions.done(zwaluw, item.id(), SANNE_WHO_LEADS)).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void isTickedOffByNobodyElse() {
        ActionItem item = agreed(proposal("Bosdag", TODAY));
        assertThat(actions.done(zwaluw, item.id(), JAN)).isEqualTo(refused(ActionRefusal.ONLY_OWNER_OR_LEADER));
        assertThat(actions.open(zwaluw.id())).containsExactly(item);
    }

    @Test
    void isTickedOffOnce() {
        ActionItem item = agreed(proposal("Bosdag", TODAY));
        actions.done(zwaluw, item.id(), AMINA);
        rooms.itIs(MONDAY_MORNING.plusSeconds(60));
        assertThat(actions.done(zwaluw, item.id(), SANNE_WHO_LEADS)).isEqualTo(refused(ActionRefusal.ALREADY_DONE));
        assertThat(actions.of(zwaluw.id(), session.id()))
                .singleElement()
                .matches(a -> a.doneAt().filter(MONDAY_MORNING::equals).isPresent());
    }

    @Test
    void isNotFoundUnderAnotherIdNorFromAnotherSpace() {
        ActionItem item = agreed(proposal("Bosdag", TODAY));
        assertThat(actions.done(zwaluw, new ActionId("forged"), SANNE_WHO_LEADS))
                .isEqualTo(refused(ActionRefusal.NO_SUCH_ACTION));
        Space merel = spaceIn("Europe/Amsterdam");
        assertThat(actions.done(merel, item.id(), SANNE_WHO_LEADS)).isEqualTo(refused(ActionRefusal.NO_SUCH_ACTION));
        assertThat(actions.open(merel.id())).isEmpty();
        assertThat(actions.of(merel.id(), session.id())).isEmpty();
        assertThat(actions.open(zwaluw.id())).containsExactly(item);
    }

    @Test
    void listsTheOpenOnesByFeedbackDateAndThenAsTheyWereAgreed() {
        agreedAfter(1, "later", TODAY.plusWeeks(8));
        agreedAfter(2, "soon", TODAY.plusDays(2));
        agreedAfter(3, "soon too", TODAY.plusDays(2));
        agreedAfter(4, "first", TODAY);
        assertThat(actions.open(zwaluw.id()))
                .extracting(ActionItem::what)
                .containsExactly("first", "soon", "soon too", "later");
    }

    @Test
    void listsThoseOfASessionInTheOrderInWhichTheyWereAgreedDoneOrNot() {
        agreedAfter(1, "z", TODAY.plusDays(3));
        ActionItem done = agreedAfter(2, "y", TODAY.plusDays(2));
        agreedAfter(3, "x", TODAY.plusDays(1));
        actions.done(zwaluw, done.id(), AMINA);
        SessionId before = session.id();
        session = session(Phase.REACTING);
        agreedAfter(4, "of another session", TODAY);
        assertThat(actions.of(zwaluw.id(), before)).extracting(ActionItem::what).containsExactly("z", "y", "x");
    }

    @Test
    void listsTheDoneOnesSinceAMomentTheLastOneFirst() {
        for (int i = 1; i <= 3; i++) {
            ActionItem item = agreedAfter(i, "done after " + i, TODAY);
            actions.done(zwaluw, item.id(), AMINA);
        }
        agreedAfter(4, "open", TODAY);
        assertThat(actions.doneSince(zwaluw.id(), MONDAY_MORNING.plusSeconds(1)))
                .extracting(ActionItem::what)
                .containsExactly("done after 3", "done after 2");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-12T09:00:00Z, 2026-02-09, Monday",
        "2026-01-16T22:59:59Z, 2026-02-13, the last second of a Friday",
        "2026-01-16T23:00:00Z, 2026-02-16, Saturday has begun",
        "2026-01-17T12:00:00Z, 2026-02-16, Saturday",
        "2026-01-18T22:59:59Z, 2026-02-16, the last second of a Sunday",
        "2026-01-18T23:00:00Z, 2026-02-16, Monday has begun",
        "2026-03-02T09:00:00Z, 2026-03-30, across the beginning of summer time",
    })
    void isUsuallyFedBackInFourWeeksOnAWorkingDay(Instant now, LocalDate date, String why) {
        rooms.itIs(now);
        assertThat(actions.usualFeedbackDate(zwaluw)).as(why).isEqualTo(date);
    }

    private ActionItem agreedAfter(int seconds, String what, LocalDate date) {
        rooms.itIs(MONDAY_MORNING.plus(Duration.ofSeconds(seconds)));
        return agreed(proposal(what, date));
    }

    private ActionItem agreed(Proposal proposal) {
        return switch (add(proposal)) {
            case Outcome.Accepted<ActionItem, ActionRefusal>(ActionItem item) -> item;
            case Outcome.Refused<ActionItem, ActionRefusal>(ActionRefusal reason) -> throw new AssertionError(reason);
        };
    }

    private Outcome<ActionItem, ActionRefusal> add(Proposal proposal) {
        return actions.add(zwaluw, session, REVEALED, proposal);
    }

    private Outcome<ActionItem, ActionRefusal> add(StatementId statement) {
        return actions.add(zwaluw, session, statement, proposal("Bosdag", TODAY));
    }

    private static Outcome<ActionItem, ActionRefusal> refused(ActionRefusal reason) {
        return Outcome.refused(reason);
    }

    private static Proposal proposal(String what, LocalDate date) {
        return new Proposal(what, AMINA.member(), "Amina El Idrissi", date);
    }

    private static Space spaceIn(String zone) {
        return new Space(rooms.newSpace(), Language.DUTCH, ZoneId.of(zone), new LinkedHashSet<>(), Optional.empty());
    }

    private Session session(Phase phase) {
        SpaceId space = zwaluw.id();
        return new Session(
                new SessionId(UUID.randomUUID().toString()),
                space,
                SANNE_WHO_LEADS.member(),
                phase,
                MONDAY_MORNING,
                List.of(),
                List.of(new Thermometer(REVEALED, 1), new Thermometer(OPEN, 0)),
                null,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
