package nl.balansmonitor.teams;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.balansmonitor.rhythm.PlanForm;
import nl.balansmonitor.sessions.Box;
import nl.balansmonitor.shared.ActionId;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.statements.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

class RequestsTest {

    private static final SessionId SESSION = new SessionId("b7c1d2e4");
    private static final ActionId ACTION = new ActionId("a-31");
    private static final ActionSurface.LookBack LOOK_BACK = new ActionSurface.LookBack(SESSION);
    private static final LocalDate OCCASION = LocalDate.parse("2026-12-01");
    private static final StatementId STATEMENT = new StatementId("st7");

    /** Every verb, with data as a card sends it. */
    private static final Map<String, String> SENT = Map.ofEntries(
            entry("session.start", "{'session': 'b7c1d2e4', 'statements': 'st7,st13'}"),
            entry("stickers.open", "{'session': 'b7c1d2e4', 'statements': 'st7,st13', 'budget': 4}"),
            entry("stickers.place", "{'session': 'b7c1d2e4', 'sticker.st7': '2', 'sticker.st13': 1}"),
            entry("stickers.close", "{'session': 'b7c1d2e4', 'statements': 'st7'}"),
            entry("stickers.view", "{'session': 'b7c1d2e4'}"),
            entry("workshop.open", "{'session': 'b7c1d2e4', 'groupSize': 4, 'minutes': '3', 'movesOn': 'true'}"),
            entry("workshop.regroup", "{'session': 'b7c1d2e4', 'groupSize': '5'}"),
            entry("workshop.write", "{'session': 'b7c1d2e4', 'box': 'WHAT_WORKS', 'text': 'Filmpjes'}"),
            entry("workshop.next", "{'session': 'b7c1d2e4', 'box': 'WHAT_WORKS'}"),
            entry("workshop.propose", "{'session': 'b7c1d2e4', 'text': 'Wij maken tijd.'}"),
            entry("workshop.withdraw", "{'session': 'b7c1d2e4', 'statement': 'st7'}"),
            entry("workshop.merge", "{'session': 'b7c1d2e4', 'keep': 'st7', 'drop': 'st13'}"),
            entry("workshop.close", "{'session': 'b7c1d2e4'}"),
            entry("workshop.view", "{'session': 'b7c1d2e4', 'text': 'Film'}"),
            entry("thermometer.react", "{'session': 'b7c1d2e4', 'statement': 'st7', 'score': 4, 'remark': 'rust'}"),
            entry("thermometer.erase", "{'session': 'b7c1d2e4', 'statement': 'st7'}"),
            entry("thermometer.view", "{'session': 'b7c1d2e4', 'statement': 'st7'}"),
            entry("thermometer.reveal", "{'session': 'b7c1d2e4', 'statement': 'st7'}"),
            entry("result.view", "{'session': 'b7c1d2e4', 'statement': 'st7'}"),
            entry(
                    "action.add",
                    "{'session': 'b7c1d2e4', 'statement': 'st7', 'what': 'Bosdag', 'owner': 'amina', 'feedbackDate': '2026-12-11'}"),
            entry("session.close", "{'session': 'b7c1d2e4'}"),
            entry("action.done", "{'space': 'sp-4f1c', 'session': 'b7c1d2e4', 'action': 'a-31'}"),
            entry("action.again", "{'space': 'sp-4f1c', 'action': 'a-31', 'feedbackDate': '2026-12-11'}"),
            entry(
                    "action.adjust",
                    "{'space': 'sp-4f1c', 'action': 'a-31', 'what': 'Bosdag', 'owner': 'amina', 'feedbackDate': '2026-12-11'}"),
            entry("action.measure", "{'space': 'sp-4f1c', 'action': 'a-31'}"),
            entry("action.view", "{'space': 'sp-4f1c', 'session': 'b7c1d2e4'}"),
            entry("lookback.done", "{'session': 'b7c1d2e4', 'action': 'a-31'}"),
            entry("lookback.again", "{'session': 'b7c1d2e4', 'action': 'a-31', 'feedbackDate': '2026-12-11'}"),
            entry(
                    "lookback.adjust",
                    "{'session': 'b7c1d2e4', 'action': 'a-31', 'what': 'Bosdag', 'owner': 'amina', 'feedbackDate': '2026-12-11'}"),
            entry("lookback.view", "{'session': 'b7c1d2e4'}"),
            entry("lookback.next", "{'session': 'b7c1d2e4'}"),
            entry("deck.view", "{'space': 'sp-4f1c', 'from': '24'}"),
            entry("deck.manage", "{'space': 'sp-4f1c', 'from': 24}"),
            entry("statement.add", "{'space': 'sp-4f1c', 'theme': 'BALANCE', 'text': 'Wij lezen samen.'}"),
            entry("statement.edit", "{'statement': 'st7', 'text': 'Wij lezen samen.'}"),
            entry("statement.retire", "{'statement': 'st7'}"),
            entry("statement.restore", "{'statement': 'st7'}"),
            entry("statement.flag", "{'statement': 'st7'}"),
            entry("statement.schedule", "{'statement': 'st7'}"),
            entry("plan.view", "{'space': 'sp-4f1c'}"),
            entry("plan.edit", "{'space': 'sp-4f1c'}"),
            entry("plan.set", """
                    {'space': 'sp-4f1c', 'frequency': 'EVERY_N_WEEKS', 'weeks': 6, 'firstDate': '2026-12-01', 'weekday': 'TUESDAY',
                     'time': '15:30', 'statements': '2', 'interim': 'true', 'openDays': '5', 'region': 'SOUTH',
                     'reminderAt': '08:00', 'daysBefore': 3}
                    """),
            entry("plan.off", "{'space': 'sp-4f1c'}"),
            entry("plan.skip", "{'space': 'sp-4f1c', 'occasion': '2026-12-01', 'on': 'PLAN'}"),
            entry(
                    "plan.move",
                    "{'space': 'sp-4f1c', 'occasion': '2026-12-01', 'on': 'ANNOUNCEMENT', 'date': '2026-12-02', 'time': '15:30'}"));

    /** What may be left out, because a client doesn't send an input that nobody touched. */
    private static final List<String> OPTIONAL = List.of(
            "statements",
            "budget",
            "sticker.st7",
            "sticker.st13",
            "groupSize",
            "minutes",
            "movesOn",
            "text",
            "remark",
            "what",
            "owner",
            "feedbackDate",
            "from",
            "theme",
            "text",
            "frequency",
            "weeks",
            "firstDate",
            "weekday",
            "time",
            "statements",
            "interim",
            "openDays",
            "region",
            "reminderAt",
            "daysBefore",
            "date",
            "plan.skip space",
            "plan.move space",
            "action.done space",
            "action.again space",
            "action.adjust space",
            "action.measure space",
            "action.done session",
            "action.view session");

    @Test
    void readsEveryVerb() {
        assertThat(sent("session.start"))
                .isEqualTo(new Request.StartSession(SESSION, List.of(STATEMENT, new StatementId("st13")), ""));
        assertThat(sent("stickers.open"))
                .isEqualTo(new Request.OpenStickers(SESSION, List.of(STATEMENT, new StatementId("st13")), "4"));
        assertThat(sent("stickers.place"))
                .isEqualTo(new Request.PlaceStickers(SESSION, Map.of(STATEMENT, "2", new StatementId("st13"), "1")));
        assertThat(sent("stickers.close")).isEqualTo(new Request.CloseStickers(SESSION, List.of(STATEMENT), "", false));
        assertThat(sent("stickers.view")).isEqualTo(new Request.ViewStickers(SESSION));
        assertThat(sent("workshop.open")).isEqualTo(new Request.OpenWorkshop(SESSION, "4", "3", true));
        assertThat(sent("workshop.regroup")).isEqualTo(new Request.Regroup(SESSION, "5"));
        assertThat(sent("workshop.write")).isEqualTo(new Request.WriteNote(SESSION, Box.WHAT_WORKS, "Filmpjes"));
        assertThat(sent("workshop.next")).isEqualTo(new Request.NextBox(SESSION, Box.WHAT_WORKS));
        assertThat(sent("workshop.propose")).isEqualTo(new Request.Propose(SESSION, "Wij maken tijd."));
        assertThat(sent("workshop.withdraw")).isEqualTo(new Request.Withdraw(SESSION, STATEMENT));
        assertThat(sent("workshop.merge")).isEqualTo(new Request.Merge(SESSION, STATEMENT, new StatementId("st13")));
        assertThat(sent("workshop.close")).isEqualTo(new Request.CloseWorkshop(SESSION));
        assertThat(sent("workshop.view")).isEqualTo(new Request.ViewWorkshop(SESSION, "Film"));
        assertThat(sent("thermometer.react")).isEqualTo(new Request.React(SESSION, STATEMENT, 4, "rust"));
        assertThat(sent("thermometer.erase")).isEqualTo(new Request.EraseRemark(SESSION, STATEMENT));
        assertThat(sent("thermometer.view")).isEqualTo(new Request.ViewThermometer(SESSION, STATEMENT));
        assertThat(sent("thermometer.reveal")).isEqualTo(new Request.Reveal(SESSION, STATEMENT));
        assertThat(sent("result.view")).isEqualTo(new Request.ViewResult(SESSION, STATEMENT));
        assertThat(sent("action.add"))
                .isEqualTo(new Request.AddAction(SESSION, STATEMENT, "Bosdag", "amina", "2026-12-11"));
        assertThat(sent("session.close")).isEqualTo(new Request.CloseSession(SESSION));
        assertThat(sent("action.done")).isEqualTo(new Request.FinishAction(ACTION, new ActionSurface.Summary(SESSION)));
        assertThat(sent("action.again"))
                .isEqualTo(new Request.RepeatAction(ACTION, new ActionSurface.List(), "2026-12-11"));
        assertThat(sent("action.adjust"))
                .isEqualTo(new Request.AdjustAction(ACTION, new ActionSurface.List(), "Bosdag", "amina", "2026-12-11"));
        assertThat(Requests.of("action.done", json("{'space': 'sp-4f1c', 'card': 'mine', 'action': 'a-31'}")))
                .isEqualTo(new Request.FinishAction(ACTION, new ActionSurface.Mine(new SpaceId("sp-4f1c"))));
        assertThat(Requests.of("action.done", json("{'space': 'sp-4f1c', 'card': 'on:2026-12-11', 'action': 'a-31'}")))
                .isEqualTo(new Request.FinishAction(
                        ACTION, new ActionSurface.Reminder(new SpaceId("sp-4f1c"), ACTION, "on:2026-12-11")));
        assertThat(sent("action.measure")).isEqualTo(new Request.MeasureAgain(ACTION, new ActionSurface.List()));
        assertThat(sent("action.view")).isEqualTo(new Request.ViewActions(new ActionSurface.Summary(SESSION)));
        assertThat(sent("lookback.done")).isEqualTo(new Request.FinishAction(ACTION, LOOK_BACK));
        assertThat(sent("lookback.again")).isEqualTo(new Request.RepeatAction(ACTION, LOOK_BACK, "2026-12-11"));
        assertThat(sent("lookback.adjust"))
                .isEqualTo(new Request.AdjustAction(ACTION, LOOK_BACK, "Bosdag", "amina", "2026-12-11"));
        assertThat(sent("lookback.view")).isEqualTo(new Request.ViewActions(LOOK_BACK));
        assertThat(sent("lookback.next")).isEqualTo(new Request.EndLookBack(LOOK_BACK));
        assertThat(sent("deck.view")).isEqualTo(new Request.ViewDeck(24));
        assertThat(sent("deck.manage")).isEqualTo(new Request.ManageDeck(24));
        assertThat(sent("statement.add")).isEqualTo(new Request.AddStatement(Theme.BALANCE, "Wij lezen samen."));
        assertThat(sent("statement.edit")).isEqualTo(new Request.EditStatement(STATEMENT, "Wij lezen samen."));
        assertThat(sent("statement.retire")).isEqualTo(new Request.RetireStatement(STATEMENT));
        assertThat(sent("statement.restore")).isEqualTo(new Request.RestoreStatement(STATEMENT));
        assertThat(sent("statement.flag")).isEqualTo(new Request.FlagStatement(STATEMENT));
        assertThat(sent("statement.schedule")).isEqualTo(new Request.ScheduleStatement(STATEMENT));
        assertThat(sent("plan.view")).isEqualTo(new Request.ViewPlan());
        assertThat(sent("plan.edit")).isEqualTo(new Request.OpenPlan());
        assertThat(sent("plan.set"))
                .isEqualTo(new Request.SetPlan(new PlanForm(
                        "EVERY_N_WEEKS",
                        "6",
                        "2026-12-01",
                        "TUESDAY",
                        "15:30",
                        "2",
                        true,
                        "5",
                        "SOUTH",
                        "08:00",
                        "3")));
        assertThat(sent("plan.off")).isEqualTo(new Request.EndPlan());
        assertThat(sent("plan.skip")).isEqualTo(new Request.SkipOccasion(OCCASION, PlanSurface.PLAN));
        assertThat(sent("plan.move"))
                .isEqualTo(new Request.MoveOccasion(OCCASION, PlanSurface.ANNOUNCEMENT, "2026-12-02", "15:30"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "start", "session.START", "session.start ", "session.start\u0000", "toString"})
    void knowsNoOtherVerb(String verb) {
        assertThat(Requests.of(verb, json(SENT.getOrDefault("session.start", ""))))
                .isEqualTo(new Request.Unknown());
    }

    @Test
    void readsTheLastDayAsItWasSent() {
        assertThat(request("session.start", "{'session': 'b7c1d2e4', 'until': 'morgen'}"))
                .isEqualTo(new Request.StartSession(SESSION, List.of(), "morgen"));
        assertThat(request("stickers.close", "{'session': 'b7c1d2e4', 'until': '2026-11-27'}"))
                .isEqualTo(new Request.CloseStickers(SESSION, List.of(), "2026-11-27", false));
        assertThat(request("session.start", "{'session': 'b7c1d2e4', 'until': 20261127}"))
                .isEqualTo(new Request.Unreadable());
    }

    @Test
    void takesAnInputThatWasLeftOutAsEmpty() {
        assertThat(request("session.start", "{'session': 'b7c1d2e4'}"))
                .isEqualTo(new Request.StartSession(SESSION, List.of(), ""));
        assertThat(request(
                        "thermometer.react", "{'session': 'b7c1d2e4', 'statement': 'st7', 'score': 4, 'remark': null}"))
                .isEqualTo(new Request.React(SESSION, STATEMENT, 4, ""));
        assertThat(request("action.add", "{'session': 'b7c1d2e4', 'statement': 'st7'}"))
                .isEqualTo(new Request.AddAction(SESSION, STATEMENT, "", "", ""));
        assertThat(request("action.done", "{'action': 'a-31', 'session': ' '}"))
                .isEqualTo(new Request.FinishAction(ACTION, new ActionSurface.List()));
        assertThat(request("deck.view", "{'space': 'sp-4f1c'}")).isEqualTo(new Request.ViewDeck(0));
        assertThat(request("statement.add", "{'space': 'sp-4f1c'}")).isEqualTo(new Request.AddStatement(Theme.OWN, ""));
    }

    @Test
    void asksForTheFormOfAStatementWithoutItsText() {
        assertThat(request("statement.edit", "{'statement': 'st7'}")).isEqualTo(new Request.OpenStatement(STATEMENT));
        assertThat(request("statement.edit", "{'statement': 'st7', 'text': ''}"))
                .isEqualTo(new Request.EditStatement(STATEMENT, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"balance", "SCHOOL", "BALANCE,OWN", "0"})
    void knowsNoOtherTheme(String theme) {
        assertThat(request("statement.add", "{'space': 'sp-4f1c', 'text': 'Wij lezen.', 'theme': '" + theme + "'}"))
                .isEqualTo(new Request.Unreadable());
    }

    @ParameterizedTest
    @CsvSource({"'st7', 1", "'st7,st13', 2", "' st7 , st13 ,', 2", "',,', 0", "'', 0", "'st7,st7', 2"})
    void readsTheStatementsAsAChoiceSetJoinsThem(String statements, int expected) {
        assertThat(request("session.start", "{'session': 'b7c1d2e4', 'statements': '" + statements + "'}"))
                .isInstanceOfSatisfying(
                        Request.StartSession.class,
                        r -> assertThat(r.statements()).hasSize(expected));
    }

    @ParameterizedTest
    @CsvSource({"4, 4", "'''4''', 4", "''' 4 ''', 4", "0, 0", "6, 6", "-1, -1", "'''99''', 99"})
    void readsAScoreAsANumberOrAsTextAndLeavesTheScaleToTheThermometer(String sent, int score) {
        assertThat(request("thermometer.react", "{'session': 'b7c1d2e4', 'statement': 'st7', 'score': " + sent + "}"))
                .isEqualTo(new Request.React(SESSION, STATEMENT, score, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4.0",
                "4.5",
                "1e30",
                "99999999999",
                "'vier'",
                "''",
                "null",
                "true",
                "[4]",
                "{}",
                "'4.0'",
                "'99999999999'"
            })
    void readsNoOtherScore(String sent) {
        assertThat(request("thermometer.react", "{'session': 'b7c1d2e4', 'statement': 'st7', 'score': " + sent + "}"))
                .isEqualTo(new Request.Unreadable());
    }

    static Stream<Arguments> fields() {
        return SENT.keySet().stream()
                .flatMap(verb -> json(SENT.getOrDefault(verb, "")).propertyNames().stream()
                        .map(field -> Arguments.of(verb, field)));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void refusesAFieldOfAnotherKind(String verb, String field) {
        for (String wrong : List.of("7.5", "true", "[]", "['st7']", "{}", "{'a': 'b'}")) {
            Request request = Requests.of(verb, with(verb, field, wrong));
            if (!field.equals("space")) {
                assertThat(request).as("%s = %s", field, wrong).isEqualTo(new Request.Unreadable());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("fields")
    void refusesAnIdThatIsMissingOrCannotBeOne(String verb, String field) {
        boolean optional = OPTIONAL.contains(field) || OPTIONAL.contains(verb + " " + field);
        Request without = Requests.of(verb, json(SENT.getOrDefault(verb, "")).without(field));
        assertThat(without.equals(new Request.Unreadable())).as(field).isNotEqualTo(optional);
        boolean ids = List.of("session", "statement", "action", "statements", "keep", "drop", "box")
                .contains(field);
        if (ids && !verb.equals("plan.set")) {
            for (String wrong : List.of("'a/b'", "'a b'", "'a\\u0000'", "'#'", "'" + "a".repeat(256) + "'")) {
                assertThat(Requests.of(verb, with(verb, field, wrong)))
                        .as("%s = %s", field, wrong)
                        .isIn(new Request.Unreadable());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("fields")
    void answersWhateverIsSent(String verb, String field) {
        for (String odd :
                List.of("null", "''", "'\\ud83c'", "'${session}'", "'" + "ab,".repeat(100_000) + "'", "1e999")) {
            assertThat(Requests.of(verb, with(verb, field, odd))).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "'text'", "7", "{}", "[{'session': 'b7c1d2e4'}]"})
    void answersDataOfAnyKind(String data) {
        for (String verb : SENT.keySet()) {
            assertThat(Requests.of(verb, parsed(data))).isEqualTo(new Request.Unreadable());
            assertThat(Requests.of(verb, MissingNode.getInstance())).isEqualTo(new Request.Unreadable());
        }
    }

    private static Request sent(String verb) {
        return request(verb, SENT.getOrDefault(verb, ""));
    }

    private static Request request(String verb, String json) {
        return Requests.of(verb, json(json));
    }

    private static ObjectNode with(String verb, String field, String value) {
        return json(SENT.getOrDefault(verb, "")).set(field, parsed(value)).asObject();
    }

    private static ObjectNode json(String json) {
        return parsed(json).asObject();
    }

    private static JsonNode parsed(String json) {
        return JsonMapper.shared().readTree(json.replace('\'', '"'));
    }
}
