package nl.balansmonitor.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import nl.balansmonitor.Rooms;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.sessions.Interrupted;
import nl.balansmonitor.sessions.Phase;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.SessionRefusal;
import nl.balansmonitor.sessions.Sessions;
import nl.balansmonitor.sessions.Window;
import nl.balansmonitor.shared.Actor;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.spaces.Spaces;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan of every two weeks on Tuesday at ten, set on a Monday: the first session is on the Tuesday of the week after. */
class PlansTest {

    private static final Actor NOOR = new Actor(new MemberId("noor"), true);
    private static final Actor JAN = new Actor(new MemberId("jan"), false);
    private static final LocalDate FIRST = LocalDate.parse("2026-01-20");
    private static final LocalDate SECOND = LocalDate.parse("2026-02-03");

    @TempDir
    private static Path folder;

    private static Rooms rooms;

    private final Set<String> told = new LinkedHashSet<>();
    private SpaceId id;
    private Plans plans;

    @BeforeAll
    static void open() {
        rooms = Rooms.over(folder.resolve("balans.db"));
    }

    @AfterAll
    static void close() {
        rooms.close();
    }

    @BeforeEach
    void anotherSpace() {
        id = rooms.newSpace();
        rooms.get(Spaces.class).ledAtFirstBy(id, NOOR.member());
        plans = rooms.get(Plans.class);
        rooms.itIs(Rooms.MONDAY_MORNING);
        lookAtTheList();
    }

    @Test
    void announcesASessionTheSchoolDayBeforeAndBeginsItAtItsMoment() {
        everyTwoWeeks(0);

        itIs("2026-01-19T07:59");
        assertThat(told).isEmpty();
        itIs("2026-01-19T08:00");
        assertThat(told).containsExactly("2026-01-20 ANNOUNCED");
        itIs("2026-01-20T09:59");
        assertThat(begun(FIRST)).isEmpty();
        itIs("2026-01-20T10:00");
        Session session = begun(FIRST).orElseThrow();
        assertThat(session.phase()).isEqualTo(Phase.CHOOSING);
        assertThat(session.facilitator()).isEqualTo(NOOR.member());
        assertThat(session.suggestion()).hasSize(2);
        itIs("2026-02-02T12:00");
        assertThat(told).containsExactly("2026-01-20 ANNOUNCED", "2026-01-20 BEGUN", "2026-02-03 ANNOUNCED");
    }

    /** The spring holiday of the south ends on 22 February, and 25 May is Whit Monday. */
    @ParameterizedTest
    @CsvSource({
        "2026-02-09, 10:00, 2026-02-06T08:00",
        "2026-02-23, 10:00, 2026-02-23T08:00",
        "2026-02-23, 08:01, 2026-02-23T08:00",
        "2026-02-23, 08:00, 2026-02-13T08:00",
        "2026-02-24, 10:00, 2026-02-23T08:00",
        "2026-05-26, 10:00, 2026-05-22T08:00",
    })
    void announcesASessionInTheMorningOfItsDayWhereAHolidayLiesBeforeIt(
            String first, String time, LocalDateTime announced) {
        accepted(plans.set(space(), NOOR, at(time, form("QUARTERLY", first, false, "0"))));

        itIs(announced.minusMinutes(1).toString());
        assertThat(told).isEmpty();
        itIs(announced.toString());
        assertThat(told).containsExactly(first + " ANNOUNCED");
        itIs(first + "T" + time);
        assertThat(told).containsExactly(first + " ANNOUNCED", first + " BEGUN");
    }

    @Test
    void announcesAtTheHourAtWhichTheSpaceWantsToBeReminded() {
        PlanForm usual = form("YEARLY", "2026-01-20", false, "0");
        accepted(plans.set(
                space(),
                NOOR,
                new PlanForm(
                        usual.frequency(), "", usual.firstDate(), "", "10:00", "", false, "", "SOUTH", "12:30", "")));
        itIs("2026-01-19T12:29");
        assertThat(told).isEmpty();
        itIs("2026-01-19T12:30");

        assertThat(told).containsExactly("2026-01-20 ANNOUNCED");
    }

    /** The entry for now is done before there is a plan; the leader's process dies before it looks. */
    @Test
    void isNotForgottenWhereAnotherInstanceLooksWhileItIsSet() {
        Interrupted.everywhere(calls -> {
            anotherSpace();
            told.clear();
            var documents = Interrupted.after(calls, rooms.get(Documents.class), this::lookAtTheList);
            var setting = new Plans(
                    new PlanStore(documents),
                    rooms.get(PreferenceStore.class),
                    new Occasions(new PlanStore(documents), rooms.get(SchoolDays.class)),
                    rooms.get(DueList.class),
                    rooms.clock());
            accepted(setting.set(space(), NOOR, form("YEARLY", "2026-01-20", false, "0")));
            itIs("2026-01-19T08:00");
            assertThat(told).containsExactly("2026-01-20 ANNOUNCED");
            return documents.came();
        });
    }

    /** The third one would be in the spring holiday of the south. */
    @Test
    void saysWhatComesNext() {
        everyTwoWeeks(0);

        assertThat(coming()).containsExactly("2026-01-20T10:00", "2026-02-03T10:00", "2026-02-24T10:00");
        itIs("2026-01-20T10:00");
        assertThat(coming()).startsWith("2026-02-03T10:00");
    }

    /** Each look is one of a process that has just started. */
    @Test
    void doesEverythingOnceThroughARestartAtEachMoment() {
        everyTwoWeeks(0);
        for (String moment : List.of(
                "2026-01-19T08:00", "2026-01-19T08:00", "2026-01-20T10:00", "2026-01-20T10:00", "2026-01-20T10:01")) {
            close();
            open();
            itIs(moment);
        }

        assertThat(told).containsExactly("2026-01-20 ANNOUNCED", "2026-01-20 BEGUN");
        assertThat(begun(FIRST)).isPresent();
    }

    /** Long after, when it would be too late to begin; and by a clock that was set back meanwhile. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-01-20T17:00", "2026-01-20T09:30"})
    void goesOnWithABeginningThatACrashCutOff(String wakesAt) {
        everyTwoWeeks(0);
        rooms.itIs(at("2026-01-20T10:00"));
        PlannedSessions dying = with((space, plan, occasion, session) -> {
            rooms.get(SessionBeginning.class).begin(space, plan, occasion, session);
            throw new IllegalStateException("killed");
        });
        assertThatIllegalStateException().isThrownBy(() -> dying.look(id, occasion -> {}));
        assertThat(plans.occasion(id, FIRST)).map(Occasion::state).hasValue(Occasion.State.BEGINNING);
        assertThat(refusal(plans.skip(space(), NOOR, FIRST))).isEqualTo(PlanRefusal.OCCASION_OVER);

        rooms.itIs(at(wakesAt));
        look();
        assertThat(begun(FIRST)).isPresent();
        assertThat(plans.occasion(id, FIRST)).map(Occasion::state).hasValue(Occasion.State.BEGUN);
    }

    @Test
    void beginsOnceWhereTwoInstancesLook() throws Exception {
        everyTwoWeeks(0);
        var ids = new ArrayList<Optional<Session>>();
        rooms.itIs(at("2026-01-20T10:00"));
        Callable<Void> looks = () -> {
            with(rooms.get(SessionBeginning.class)).look(id, occasion -> {});
            return null;
        };
        try (var instances = Executors.newFixedThreadPool(2)) {
            for (var looked : instances.invokeAll(List.of(looks, looks))) {
                looked.get();
            }
        }
        ids.add(begun(FIRST));

        assertThat(ids).containsExactly(rooms.get(Sessions.class).current(id));
        assertThat(plans.occasion(id, FIRST)).map(Occasion::state).hasValue(Occasion.State.BEGUN);
    }

    /** The other instance looks while the team is at work in another session, and this one once that is over. */
    @Test
    void countsAsBegunWhereAnotherInstanceWasRefusedAMomentEarlier() {
        everyTwoWeeks(0);
        rooms.itIs(at("2026-01-20T10:00"));
        PlannedSessions other =
                with((space, plan, occasion, session) -> Outcome.refused(SessionRefusal.OTHER_SESSION_GOES_ON));
        PlannedSessions first = with((space, plan, occasion, session) -> {
            other.look(id, seen -> {});
            return rooms.get(SessionBeginning.class).begin(space, plan, occasion, session);
        });
        first.look(id, occasion -> {});

        Occasion begun = plans.occasion(id, FIRST).orElseThrow();
        assertThat(begun.session()).isEqualTo(begun(FIRST).map(Session::id));
        assertThat(begun.state()).isEqualTo(Occasion.State.BEGUN);
        assertThat(begun.why()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2026-01-20T12:00, BEGUN",
        "0, 2026-01-20T12:01, MISSED",
        "0, 2026-01-22T09:00, MISSED",
        "5, 2026-01-22T10:00, BEGUN",
        "5, 2026-01-22T10:01, MISSED",
    })
    void beginsLateOrSaysThatItDidNot(int openDays, String wakesAt, Occasion.State state) {
        everyTwoWeeks(openDays);
        itIs(wakesAt);

        assertThat(told).containsExactly("2026-01-20 " + state);
        Occasion occasion = plans.occasion(id, FIRST).orElseThrow();
        assertThat(occasion.announced()).isEmpty();
        if (state == Occasion.State.MISSED) {
            assertThat(occasion.why()).hasValue(Occasion.Missed.TOO_LATE);
            assertThat(occasion.told()).isTrue();
            assertThat(occasion.next()).hasValue(LocalDateTime.parse("2026-02-03T10:00"));
        }
    }

    @Test
    void announcesLateAsLongAsTheSessionIsToCome() {
        everyTwoWeeks(0);
        itIs("2026-01-20T09:58");

        assertThat(told).containsExactly("2026-01-20 ANNOUNCED");
    }

    @Test
    void tellsOfTheLastOneOnlyAfterASleepOfMonths() {
        everyTwoWeeks(0);
        itIs("2026-06-18T12:00");

        List<Occasion> missed = Stream.iterate(FIRST, date -> date.plusWeeks(1))
                .limit(22)
                .flatMap(date -> plans.occasion(id, date).stream())
                .toList();
        assertThat(missed).hasSizeGreaterThan(8).allMatch(o -> o.state() == Occasion.State.MISSED);
        assertThat(missed.stream().filter(Occasion::told)).containsExactly(missed.getLast());
        assertThat(plans.coming(space())).isNotEmpty();
        assertThat(due(Due.Kind.PLAN)).isEmpty();
    }

    @Test
    void doesNothingAgainWhenTheClockJumpsBack() {
        everyTwoWeeks(0);
        itIs("2026-01-19T08:00");
        itIs("2026-01-18T08:00");
        look();
        itIs("2026-01-20T10:00");
        Optional<Session> session = begun(FIRST);
        itIs("2026-01-19T07:00");
        look();
        itIs("2026-01-20T10:00");
        look();

        assertThat(told).containsExactly("2026-01-20 ANNOUNCED", "2026-01-20 BEGUN");
        assertThat(begun(FIRST)).isEqualTo(session);
    }

    @Test
    void missesASessionWhileTheTeamIsAtWorkInAnother() {
        everyTwoWeeks(0);
        Sessions sessions = rooms.get(Sessions.class);
        rooms.itIs(at("2026-01-20T09:50"));
        Session other = accepted(sessions.begin(id, NOOR));
        accepted(measure(sessions, other));
        itIs("2026-01-20T10:00");

        Occasion missed = plans.occasion(id, FIRST).orElseThrow();
        assertThat(missed.why()).hasValue(Occasion.Missed.AT_WORK);
        assertThat(missed.told()).isTrue();
        assertThat(missed.next()).hasValue(LocalDateTime.parse("2026-02-03T10:00"));
        assertThat(sessions.current(id)).map(Session::id).hasValue(other.id());
    }

    @Test
    void takesThePlaceOfAStartCardThatNobodyUsed() {
        everyTwoWeeks(0);
        rooms.itIs(at("2026-01-20T09:50"));
        Session unused = accepted(rooms.get(Sessions.class).begin(id, NOOR));
        itIs("2026-01-20T10:00");

        assertThat(rooms.get(Sessions.class).find(id, unused.id()))
                .map(Session::phase)
                .hasValue(Phase.CANCELLED);
        assertThat(begun(FIRST)).isPresent();
    }

    @Test
    void opensTheStatementsAtOnceForDays() {
        everyTwoWeeks(5);
        itIs("2026-01-20T10:00");

        Session session = begun(FIRST).orElseThrow();
        assertThat(session.phase()).isEqualTo(Phase.REACTING);
        assertThat(session.thermometers()).hasSize(2);
        assertThat(session.window())
                .hasValueSatisfying(window -> assertThat(window.revealAt()).isEqualTo(at("2026-01-26T16:00")));
        assertThat(due(Due.Kind.SESSION)).isEmpty();
        itIs("2026-01-26T16:00");
        assertThat(due(Due.Kind.SESSION)).extracting(Due::at).contains(at("2026-01-26T16:00"));
    }

    /** The next school day, the last one before a holiday, and any day where the holiday begins at once and is long. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-20, 5, 2026-01-26",
        "2026-02-03, 14, 2026-02-13",
        "2026-12-18, 5, 2026-12-23",
    })
    void staysOpenUntilASchoolDayIfOneIsNearEnough(String first, String openDays, LocalDate last) {
        accepted(plans.set(space(), NOOR, form("YEARLY", first, false, openDays)));
        itIs(first + "T10:00");

        assertThat(begun(LocalDate.parse(first)).flatMap(Session::window).map(Window::revealAt))
                .hasValue(at(last + "T16:00"));
    }

    @Test
    void opensOneStatementForAnInterimCheck() {
        accepted(plans.set(space(), NOOR, form("MONTHLY", "2026-01-13", true, "0")));
        itIs("2026-01-13T10:00");
        assertThat(begun(LocalDate.parse("2026-01-13"))).map(Session::phase).hasValue(Phase.CHOOSING);

        LocalDate middle = plans.coming(space()).getFirst().occasion().date();
        assertThat(middle).isBetween("2026-01-14", "2026-02-09");
        itIs(middle + "T10:00");
        Session check = begun(middle).orElseThrow();
        assertThat(check.phase()).isEqualTo(Phase.REACTING);
        assertThat(check.thermometers()).hasSize(1);
        assertThat(check.window()).isEmpty();
    }

    @Test
    void isFacilitatedByTheFirstLeaderOnceWhoPlannedItLeadsNoMore() {
        accepted(plans.set(space(), new Actor(new MemberId("sanne"), true), form("YEARLY", "2026-01-20", false, "0")));
        itIs("2026-01-20T10:00");

        assertThat(begun(FIRST)).map(Session::facilitator).hasValue(NOOR.member());
    }

    @Test
    void skipsOneSessionAndNoMore() {
        everyTwoWeeks(0);
        itIs("2026-01-19T08:00");
        Occasion skipped = accepted(plans.skip(space(), NOOR, FIRST));
        assertThat(accepted(plans.skip(space(), NOOR, FIRST))).isEqualTo(skipped);
        assertThat(skipped.next()).hasValue(LocalDateTime.parse("2026-02-03T10:00"));
        itIs("2026-01-20T10:00");
        itIs("2026-02-03T10:00");

        assertThat(begun(FIRST)).isEmpty();
        assertThat(begun(SECOND)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void namesNoSkippedSessionAsTheNextOne(boolean alsoSkipped) {
        everyTwoWeeks(0);
        accepted(plans.skip(space(), NOOR, SECOND));
        if (alsoSkipped) {
            accepted(plans.skip(space(), NOOR, FIRST));
        }
        itIs("2026-01-21T10:00");

        Occasion first = plans.occasion(id, FIRST).orElseThrow();
        assertThat(first.state()).isEqualTo(alsoSkipped ? Occasion.State.SKIPPED : Occasion.State.MISSED);
        assertThat(first.next()).hasValue(LocalDateTime.parse("2026-02-24T10:00"));
    }

    @Test
    void movesOneSessionAndAnnouncesItsNewMoment() {
        everyTwoWeeks(0);
        itIs("2026-01-19T08:00");
        Occasion moved = accepted(plans.move(space(), NOOR, FIRST, "2026-01-22", "15:15"));
        assertThat(moved.moved()).isTrue();
        assertThat(moved.state()).isEqualTo(Occasion.State.ANNOUNCED);
        assertThat(coming()).startsWith("2026-01-22T15:15", "2026-02-03T10:00");

        itIs("2026-01-20T10:00");
        assertThat(begun(FIRST)).isEmpty();
        itIs("2026-01-21T08:00");
        assertThat(plans.occasion(id, FIRST).orElseThrow().announced())
                .containsExactly(LocalDateTime.parse("2026-01-20T10:00"), LocalDateTime.parse("2026-01-22T15:15"));
        itIs("2026-01-22T15:15");
        assertThat(begun(FIRST)).isPresent();
        itIs("2026-02-03T10:00");
        assertThat(begun(SECOND)).isPresent();
    }

    @Test
    void announcesAndBeginsAtItsMomentWhatWasMovedToASoonerOne() {
        everyTwoWeeks(0);
        itIs("2026-01-12T10:00");
        accepted(plans.move(space(), NOOR, FIRST, "2026-01-15", "10:00"));

        itIs("2026-01-14T08:00");
        itIs("2026-01-15T10:00");
        assertThat(told).containsExactly("2026-01-20 ANNOUNCED", "2026-01-20 BEGUN");
    }

    @Test
    void movesASessionPastOneThatIsSkipped() {
        everyTwoWeeks(0);
        accepted(plans.skip(space(), NOOR, SECOND));
        accepted(plans.move(space(), NOOR, FIRST, "2026-02-05", "10:00"));
        assertThat(refusal(plans.move(space(), NOOR, SECOND, "2026-02-04", "10:00")))
                .isEqualTo(PlanRefusal.PAST_ANOTHER);
        itIs("2026-02-03T10:00");
        itIs("2026-02-05T10:00");

        assertThat(begun(FIRST)).isPresent();
        assertThat(begun(SECOND)).isEmpty();
    }

    /** So many as are looked at together. */
    @Test
    void comesBackAfterFourSkippedSessions() {
        everyTwoWeeks(0);
        List<LocalDate> days = List.of(
                FIRST,
                SECOND,
                LocalDate.parse("2026-02-24"),
                LocalDate.parse("2026-03-03"),
                LocalDate.parse("2026-03-17"));
        days.subList(0, 4).forEach(day -> accepted(plans.skip(space(), NOOR, day)));
        days.forEach(day -> {
            itIs(day.minusDays(1) + "T08:00");
            itIs(day + "T10:00");
        });

        assertThat(begun(days.getLast())).isPresent();
    }

    @Test
    void holdsASkippedSessionAfterAllWhenItIsMoved() {
        everyTwoWeeks(0);
        accepted(plans.skip(space(), NOOR, FIRST));
        Occasion held = accepted(plans.move(space(), NOOR, FIRST, "2026-01-20", "10:00"));
        assertThat(held.next()).isEmpty();
        itIs("2026-01-20T10:00");

        assertThat(begun(FIRST)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-11, 10:00, MOMENT_PASSED",
        "2026-01-12, 09:59, MOMENT_PASSED",
        "2026-01-12, 10:00, MOMENT_PASSED",
        "-999999999-01-01, 10:00, MOMENT_PASSED",
        "2026-01-24, 10:00, NOT_A_SCHOOL_DAY",
        "2026-02-03, 10:00, PAST_ANOTHER",
        "2026-02-10, 10:00, PAST_ANOTHER",
        "2026-01-21, 06:00, TIME_OUT_OF_RANGE",
        "2026-01-21, '', NOT_A_TIME",
        "20 januari, 10:00, NOT_A_DATE",
        "2036-01-21, 10:00, DATE_TOO_FAR",
    })
    void movesNothingToWhereItCannotBe(String date, String time, PlanRefusal reason) {
        everyTwoWeeks(0);

        assertThat(refusal(plans.move(space(), NOOR, FIRST, date, time))).isEqualTo(reason);
        assertThat(plans.occasion(id, FIRST)).isEmpty();
    }

    @Test
    void movesASecondSessionNotBeforeTheFirst() {
        everyTwoWeeks(0);

        assertThat(refusal(plans.move(space(), NOOR, SECOND, "2026-01-20", "15:00")))
                .isEqualTo(PlanRefusal.PAST_ANOTHER);
    }

    @Test
    void letsLeadersAloneChangeIt() {
        assertThat(refusal(plans.set(space(), JAN, form("YEARLY", "2026-01-20", false, "0"))))
                .isEqualTo(PlanRefusal.ONLY_LEADERS);
        everyTwoWeeks(0);

        assertThat(refusal(plans.off(space(), JAN))).isEqualTo(PlanRefusal.ONLY_LEADERS);
        assertThat(refusal(plans.skip(space(), JAN, FIRST))).isEqualTo(PlanRefusal.ONLY_LEADERS);
        assertThat(refusal(plans.move(space(), JAN, FIRST, "2026-01-21", "10:00")))
                .isEqualTo(PlanRefusal.ONLY_LEADERS);
        assertThat(coming()).startsWith("2026-01-20T10:00");
    }

    @Test
    void knowsOnlyWhatIsPlannedAndNotOver() {
        assertThat(refusal(plans.skip(space(), NOOR, FIRST))).isEqualTo(PlanRefusal.NOTHING_PLANNED);
        everyTwoWeeks(0);

        assertThat(refusal(plans.skip(space(), NOOR, FIRST.plusDays(1)))).isEqualTo(PlanRefusal.NO_SUCH_OCCASION);
        rooms.itIs(at("2026-01-20T10:00"));
        assertThat(refusal(plans.skip(space(), NOOR, FIRST))).isEqualTo(PlanRefusal.NO_SUCH_OCCASION);
        itIs("2026-01-20T10:00");
        assertThat(refusal(plans.skip(space(), NOOR, FIRST))).isEqualTo(PlanRefusal.OCCASION_OVER);
        assertThat(refusal(plans.move(space(), NOOR, FIRST, "2026-01-21", "10:00")))
                .isEqualTo(PlanRefusal.OCCASION_OVER);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-09, DATE_IN_THE_PAST", "2028-01-13, DATE_TOO_FAR"})
    void beginsNeitherInThePastNorInYears(String first, PlanRefusal reason) {
        assertThat(refusal(plans.set(space(), NOOR, form("MONTHLY", first, false, "0"))))
                .isEqualTo(reason);
        assertThat(plans.of(id)).isEmpty();
        assertThat(plans.preferences(id).region()).isEmpty();
    }

    @Test
    void keepsAFirstDateThatHasPassedMeanwhile() {
        everyTwoWeeks(0);
        itIs("2026-01-21T10:00");
        everyTwoWeeks(5);

        assertThat(plans.of(id)).map(Plan::openDays).hasValue(5);
        assertThat(coming()).startsWith("2026-02-03T10:00");
    }

    @Test
    void doesNotMissWhatLayBeforeAPlanWasMade() {
        everyTwoWeeks(0);
        itIs("2026-01-20T15:00");
        accepted(plans.off(space(), NOOR));
        accepted(plans.set(space(), NOOR, form("EVERY_N_WEEKS", "2026-01-20", false, "0")));
        look();

        assertThat(told).containsExactly("2026-01-20 MISSED");
        assertThat(coming()).startsWith("2026-02-03T10:00");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void withdrawsWhatWasAnnouncedWhenThePlanEndsOrHasOtherDays(boolean ends) {
        everyTwoWeeks(0);
        itIs("2026-01-19T08:00");
        accepted(
                ends
                        ? plans.off(space(), NOOR)
                        : plans.set(space(), NOOR, form("EVERY_N_WEEKS", "2026-01-21", false, "0")));
        itIs("2026-01-19T08:00");
        assertThat(told).startsWith("2026-01-20 ANNOUNCED", "2026-01-20 WITHDRAWN");
        itIs("2026-01-20T10:00");

        assertThat(begun(FIRST)).isEmpty();
        assertThat(plans.of(id).isPresent()).isEqualTo(!ends);
    }

    @Test
    void changesTheHourOfWhatWasAnnounced() {
        everyTwoWeeks(0);
        itIs("2026-01-19T08:00");
        accepted(plans.set(space(), NOOR, at("14:00", form("EVERY_N_WEEKS", "2026-01-20", false, "0"))));
        look();
        itIs("2026-01-20T10:00");
        assertThat(begun(FIRST)).isEmpty();
        itIs("2026-01-20T14:00");

        assertThat(begun(FIRST)).isPresent();
        assertThat(plans.occasion(id, FIRST).orElseThrow().announced()).hasSize(2);
    }

    @Test
    void keepsWhatWasMovedWhereThePlanIsSetAgain() {
        everyTwoWeeks(0);
        accepted(plans.move(space(), NOOR, FIRST, "2026-01-22", "10:00"));
        itIs("2026-01-21T12:00");
        everyTwoWeeks(5);
        itIs("2026-01-22T10:00");

        assertThat(begun(FIRST)).isPresent();
    }

    @Test
    void goesOnBehindAMovedSessionWhereThePlanIsMuchTighterNow() {
        accepted(plans.set(space(), NOOR, form("QUARTERLY", "2026-01-20", false, "0")));
        accepted(plans.move(space(), NOOR, FIRST, "2026-03-26", "10:00"));
        itIs("2026-03-23T12:00");
        PlanForm weekly = form("EVERY_N_WEEKS", "2026-01-20", false, "0");
        accepted(plans.set(
                space(),
                NOOR,
                new PlanForm(
                        weekly.frequency(), "1", weekly.firstDate(), "", "10:00", "2", false, "", "SOUTH", "", "")));
        itIs("2026-03-26T10:00");
        assertThat(begun(FIRST)).isPresent();
        rooms.get(Sessions.class)
                .current(id)
                .ifPresent(s -> assertThat(s.phase()).isEqualTo(Phase.CHOOSING));
        itIs("2026-03-31T10:00");

        assertThat(begun(LocalDate.parse("2026-03-31"))).isPresent();
    }

    /** The due list alone brings everything about. */
    @Test
    void comesRoundForYears() {
        everyTwoWeeks(0);
        for (int day = 0; day < 40; day++) {
            itIs(FIRST.minusDays(1).plusDays(day) + "T08:00");
            itIs(FIRST.minusDays(1).plusDays(day) + "T10:00");
            rooms.get(Sessions.class)
                    .current(id)
                    .ifPresent(s -> assertThat(s.phase()).isEqualTo(Phase.CHOOSING));
        }

        assertThat(told.stream().filter(line -> line.endsWith("BEGUN"))).hasSizeGreaterThanOrEqualTo(2);
        assertThat(told.stream().filter(line -> line.endsWith("MISSED"))).isEmpty();
    }

    private void everyTwoWeeks(int openDays) {
        accepted(plans.set(space(), NOOR, form("EVERY_N_WEEKS", "2026-01-20", false, Integer.toString(openDays))));
    }

    private static PlanForm form(String frequency, String first, boolean interim, String openDays) {
        return new PlanForm(frequency, "2", first, "", "10:00", "2", interim, openDays, "SOUTH", "08:00", "3");
    }

    private static PlanForm at(String time, PlanForm form) {
        return new PlanForm(
                form.frequency(),
                form.weeks(),
                form.firstDate(),
                form.weekday(),
                time,
                form.statements(),
                form.interimCheck(),
                form.openDays(),
                form.region(),
                form.reminderAt(),
                form.daysBefore());
    }

    /** It is so late in Amsterdam, and the bot has looked at what is due, as often as a sleep of months needs. */
    private void itIs(String local) {
        long hours =
                Math.abs(Duration.between(rooms.clock().instant(), at(local)).toHours());
        rooms.itIs(at(local));
        for (long looks = 0; looks <= hours / DueList.MOST_HOURS + 1; looks++) {
            lookAtTheList();
        }
    }

    /** What other tests left is not looked at. */
    private void lookAtTheList() {
        DueList list = rooms.get(DueList.class);
        for (Document<Due> due : list.due()) {
            boolean ours = due.content().space().equals(id);
            if (ours && due.content().kind() == Due.Kind.PLAN) {
                look();
            }
            if (!ours || due.content().kind() == Due.Kind.PLAN) {
                list.done(due);
            }
        }
    }

    private List<Due> due(Due.Kind kind) {
        return rooms.get(DueList.class).due().stream()
                .map(Document::content)
                .filter(due -> due.kind() == kind && due.space().equals(id))
                .toList();
    }

    private void look() {
        rooms.get(PlannedSessions.class).look(id, o -> told.add(o.date() + " " + o.state()));
    }

    private PlannedSessions with(Beginning beginning) {
        return new PlannedSessions(
                rooms.get(PlanStore.class),
                rooms.get(PreferenceStore.class),
                rooms.get(Occasions.class),
                rooms.get(Spaces.class),
                rooms.get(Sessions.class),
                beginning,
                rooms.get(DueList.class),
                rooms.clock());
    }

    private Optional<Session> begun(LocalDate date) {
        return rooms.get(Sessions.class).find(id, PlannedSessions.sessionOf(id, date));
    }

    private List<String> coming() {
        return plans.coming(space()).stream()
                .map(c -> c.occasion().at().toString())
                .toList();
    }

    private Space space() {
        return rooms.get(Spaces.class).of(id);
    }

    private Instant at(String local) {
        return LocalDateTime.parse(local).atZone(space().zone()).toInstant();
    }

    private static Outcome<Session, ?> measure(Sessions sessions, Session session) {
        return sessions.measure(session.space(), session.id(), NOOR, session.suggestion(), Optional.empty());
    }

    private static <T> T accepted(Outcome<T, ?> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<T, ?>(T value) -> value;
            case Outcome.Refused<T, ?> refused -> throw new AssertionError(refused);
        };
    }

    private static PlanRefusal refusal(Outcome<?, PlanRefusal> outcome) {
        return switch (outcome) {
            case Outcome.Refused<?, PlanRefusal>(PlanRefusal reason) -> reason;
            case Outcome.Accepted<?, PlanRefusal> accepted -> throw new AssertionError(accepted);
        };
    }
}
