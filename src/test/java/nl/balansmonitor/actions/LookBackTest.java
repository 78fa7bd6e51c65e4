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
import nl.balansmonitor.Rooms;
import nl.balansmonitor.sessions.Closing;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.SessionRefusal;
import nl.balansmonitor.sessions.Sessions;
import nl.balansmonitor.sessions.Thermometers;
import nl.balansmonitor.shared.Actor;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.spaces.Space;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of an action after the session in which it was agreed. */
class LookBackTest {

    private static final Actor SANNE_WHO_LEADS = new Actor(new MemberId("sanne"), true);
    private static final Actor AMINA = new Actor(new MemberId("amina"), false);
    private static final Actor JAN = new Actor(new MemberId("jan"), false);
    private static final StatementId SCREEN_FREE = new StatementId("st7");
    private static final LocalDate TODAY = LocalDate.parse("2026-01-12");
    private static final Instant NEXT_MONTH = MONDAY_MORNING.plus(Duration.ofDays(28));

    private static Rooms rooms;

    private Actions actions;
    private LookBack lookBack;
    private Sessions sessions;
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
    void aRevealedStatement() {
        rooms.itIs(MONDAY_MORNING);
        actions = rooms.get(Actions.class);
        lookBack = rooms.get(LookBack.class);
        sessions = rooms.get(Sessions.class);
        zwaluw = new Space(
                rooms.newSpace(),
                Language.DUTCH,
                ZoneId.of("Europe/Amsterdam"),
                new LinkedHashSet<>(),
                Optional.empty());
        session = accepted(sessions.begin(zwaluw.id(), SANNE_WHO_LEADS));
        sessions.measure(zwaluw.id(), session.id(), SANNE_WHO_LEADS, List.of(SCREEN_FREE));
        rooms.get(Thermometers.class).reveal(zwaluw.id(), session.id(), SCREEN_FREE, SANNE_WHO_LEADS, 12);
        session = sessions.find(zwaluw.id(), session.id()).orElseThrow();
    }

    @Test
    void takesAnActionUpAgainOnAnotherDay() {
        ActionItem item = agreed("Bosdag", TODAY);
        rooms.itIs(NEXT_MONTH);
        ActionItem again = settled(actions.again(zwaluw, item.id(), AMINA, TODAY.plusWeeks(8)));
        assertThat(again.open()).isTrue();
        assertThat(again.what()).isEqualTo("Bosdag");
        assertThat(again.feedbackDate()).isEqualTo(TODAY.plusWeeks(8));
        assertThat(actions.open(zwaluw.id())).containsExactly(again);
    }

    @Test
    void keepsWhoDidWhatAndWhenAndHowItWas() {
        ActionItem item = agreed("Bosdag", TODAY);
        rooms.itIs(NEXT_MONTH);
        actions.again(zwaluw, item.id(), AMINA, TODAY.plusWeeks(8));
        adjust(item, SANNE_WHO_LEADS, "Bosdag voor groep 5", TODAY.plusWeeks(9));
        ActionItem done = settled(actions.done(zwaluw, item.id(), AMINA));
        assertThat(done.history())
                .containsExactly(
                        new Change(NEXT_MONTH, AMINA.member(), Change.Kind.AGAIN, "Bosdag", TODAY),
                        new Change(
                                NEXT_MONTH,
                                SANNE_WHO_LEADS.member(),
                                Change.Kind.ADJUSTED,
                                "Bosdag",
                                TODAY.plusWeeks(8)),
                        new Change(
                                NEXT_MONTH,
                                AMINA.member(),
                                Change.Kind.DONE,
                                "Bosdag voor groep 5",
                                TODAY.plusWeeks(9)));
        assertThat(actions.find(zwaluw.id(), item.id())).contains(done);
    }

    @Test
    void addsNothingToTheHistoryForASecondTap() {
        ActionItem item = agreed("Bosdag", TODAY);
        ActionItem once = settled(actions.again(zwaluw, item.id(), AMINA, TODAY.plusWeeks(8)));
        assertThat(settled(actions.again(zwaluw, item.id(), AMINA, TODAY.plusWeeks(8))))
                .isEqualTo(once);
        assertThat(settled(adjust(item, AMINA, " Bosdag ", TODAY.plusWeeks(8)))).isEqualTo(once);
    }

    @Test
    void isTakenUpAgainAlsoForTheDayThatItHad() {
        ActionItem item = agreed("Bosdag", TODAY.plusWeeks(4));
        ActionItem again = settled(actions.again(zwaluw, item.id(), AMINA, TODAY.plusWeeks(4)));
        assertThat(again.history()).extracting(Change::kind).containsExactly(Change.Kind.AGAIN);
        assertThat(again.feedbackDate()).isEqualTo(item.feedbackDate());
    }

    @Test
    void leavesTheDecisionToTheOwnerAndTheLeaders() {
        ActionItem item = agreed("Bosdag", TODAY);
        assertThat(actions.again(zwaluw, item.id(), JAN, TODAY.plusWeeks(8)))
                .isEqualTo(Outcome.refused(ActionRefusal.ONLY_OWNER_OR_LEADER));
        assertThat(adjust(item, JAN, "Bosweek", TODAY)).isEqualTo(Outcome.refused(ActionRefusal.ONLY_OWNER_OR_LEADER));
        assertThat(actions.open(zwaluw.id())).containsExactly(item);
    }

    @Test
    void leavesWhatIsDoneAsItIs() {
        ActionItem item = agreed("Bosdag", TODAY);
        ActionItem done = settled(actions.done(zwaluw, item.id(), AMINA));
        assertThat(actions.again(zwaluw, item.id(), AMINA, TODAY.plusWeeks(8)))
                .isEqualTo(Outcome.refused(ActionRefusal.ALREADY_DONE));
        assertThat(actions.find(zwaluw.id(), item.id())).contains(done);
    }

    @ParameterizedTest
    @CsvSource({
        "'  ', 2026-02-09, NOTHING_TO_DO",
        "Bosdag, 2026-01-11, DATE_IN_THE_PAST",
        "Bosdag, 2028-01-13, DATE_TOO_FAR",
        "Bosdag, 2026-02-14, ON_A_WEEKEND",
    })
    void refusesWhatCouldNotHaveBeenAgreedEither(String what, LocalDate date, ActionRefusal reason) {
        ActionItem item = agreed("Bosdag met ouders", TODAY);
        assertThat(adjust(item, AMINA, what, date)).isEqualTo(Outcome.refused(reason));
        assertThat(actions.open(zwaluw.id())).containsExactly(item);
    }

    @Test
    void looksBackOnWhatEarlierSessionsLeftAndKeepsItsPlaceWhileTheTeamDecides() {
        ActionItem second = agreed("tweede", TODAY.plusWeeks(2));
        ActionItem first = agreed("eerste", TODAY.plusWeeks(1));
        ActionItem third = agreed("derde", TODAY.plusWeeks(3));
        ActionItem longDone = agreed("al gedaan", TODAY);
        actions.done(zwaluw, longDone.id(), AMINA);
        assertThat(lookBack.on(session)).isEmpty();

        rooms.itIs(NEXT_MONTH);
        rooms.get(Closing.class).close(zwaluw.id(), session.id(), SANNE_WHO_LEADS, 12);
        Session next = accepted(sessions.begin(zwaluw.id(), SANNE_WHO_LEADS));
        actions.again(zwaluw, first.id(), AMINA, TODAY.plusWeeks(8));
        actions.done(zwaluw, second.id(), AMINA);

        assertThat(lookBack.on(next)).extracting(ActionItem::what).containsExactly("eerste", "tweede", third.what());
        assertThat(lookBack.on(next).getFirst().changedSince(next.startedAt()))
                .map(Change::kind)
                .contains(Change.Kind.AGAIN);
        assertThat(lookBack.on(next).getLast().changedSince(next.startedAt())).isEmpty();
    }

    @Test
    void endsWhenTheFacilitatorGoesOnAndNobodyElseDoes() {
        agreed("Bosdag", TODAY);
        rooms.get(Closing.class).close(zwaluw.id(), session.id(), SANNE_WHO_LEADS, 12);
        Session next = accepted(sessions.begin(zwaluw.id(), SANNE_WHO_LEADS));
        assertThat(lookBack.goOn(next, JAN)).contains(ActionRefusal.ONLY_FACILITATOR);
        assertThat(lookBack.over(next)).isFalse();
        assertThat(lookBack.goOn(next, SANNE_WHO_LEADS)).isEmpty();
        assertThat(lookBack.goOn(next, SANNE_WHO_LEADS)).isEmpty();
        assertThat(lookBack.over(next)).isTrue();
        assertThat(lookBack.on(next)).extracting(ActionItem::what).containsExactly("Bosdag");
    }

    private ActionItem agreed(String what, LocalDate date) {
        return settled(actions.add(zwaluw, session, SCREEN_FREE, new Proposal(what, AMINA.member(), "Amina", date)));
    }

    private static ActionItem settled(Outcome<ActionItem, ActionRefusal> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted<ActionItem, ActionRefusal>) outcome).value();
    }

    private static Session accepted(Outcome<Session, SessionRefusal> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted<Session, SessionRefusal>) outcome).value();
    }

    private Outcome<ActionItem, ActionRefusal> adjust(ActionItem item, Actor by, String what, LocalDate date) {
        return actions.adjust(zwaluw, item.id(), by, new Proposal(what, item.owner(), item.ownerName(), date));
    }
}
