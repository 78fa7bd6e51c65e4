package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import nl.balansmonitor.operations.Happening;
import nl.balansmonitor.standin.Conversation;
import nl.balansmonitor.standin.Member;
import nl.balansmonitor.standin.Post;
import nl.balansmonitor.standin.Settings;
import nl.balansmonitor.standin.TeamsStandIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator sees of a whole session: every step once, and nothing of anybody. */
@ExtendWith(OutputCaptureExtension.class)
class OperatorsViewTest {

    private static final Instant BEGIN = Instant.parse("2026-01-15T09:00:00Z");
    private static final LocalDateTime REMINDER = LocalDateTime.parse("2026-02-09T08:00");
    private static final String REMARK = "te druk in de middag";
    private static final String ACTION = "Elke vrijdag een schermvrij uur";

    @TempDir
    private Path folder;

    @Test
    void tellsEveryStepOnceAndNothingOfAnybody(CapturedOutput output) throws Exception {
        var clock = new MovableClock(BEGIN);
        try (var teams = TeamsStandIn.start(Settings.defaults());
                var bot = RunningBot.in(
                        teams,
                        folder.resolve("balans.db"),
                        clock,
                        "--logging.structured.format.console=ecs",
                        "--logging.level.nl.balansmonitor=debug",
                        "--balans.sending.update-interval=50ms")) {
            Conversation channel = teams.channel("Digitalisering", teams.team());
            Member leader = teams.team()[0];
            channel.install(leader);
            var meeting = new Meeting(channel, leader);
            Post root = meeting.begin();
            Post thermometer = meeting.open(root, "st1").getFirst();
            for (Member member : teams.team()) {
                assertThat(Meeting.react(member, thermometer, 4, REMARK).card()).isPresent();
            }
            teams.team()[1].taps(thermometer, "thermometer.reveal");
            Post result = meeting.reveal(thermometer);
            meeting.agree(result, teams.member("Jan de Vries"), ACTION);
            meeting.close(root);
            bot.awaitSent();
            clock.itIs(REMINDER.atZone(ZoneId.of("Europe/Amsterdam")).toInstant());
            bot.look();
            bot.awaitSent();
            channel.uninstall(leader);

            List<String> steps = List.of(
                    "bot.installed",
                    "session.begun",
                    "statement.opened",
                    "statement.revealed",
                    "action.agreed",
                    "session.closed",
                    "reminder.sent",
                    "bot.removed");
            await().untilAsserted(() -> assertThat(events(output)).containsExactlyElementsOf(steps));
            for (Happening happening : Happening.values()) {
                assertThat(bot.meters()
                                .get("balans.events")
                                .tag("event", happening.label())
                                .counter()
                                .count())
                        .as(happening.label())
                        .isEqualTo(steps.contains(happening.label()) ? 1 : 0);
            }
            assertThat(answers(bot.meters(), "thermometer.react", "card")).isEqualTo(teams.team().length);
            assertThat(answers(bot.meters(), "thermometer.reveal", "line")).isEqualTo(1);
            assertThat(names(bot.meters()))
                    .contains(
                            "balans.command",
                            "balans.store",
                            "balans.teams",
                            "balans.outbox.age",
                            "balans.due.lateness");

            String documented = Files.readString(Path.of("docs", "operations.md"));
            assertThat(names(bot.meters())
                            .filter(name -> name.startsWith("balans."))
                            .map(name -> name.replace(".active", "")))
                    .allSatisfy(name -> assertThat(documented).contains("`" + name + "`"));

            String log = output.getAll();
            assertThat(log).doesNotContain("score", REMARK, ACTION, "Gemiddelde");
            assertThat(channel.traces()).noneMatch(log::contains);
            assertThat(tags(bot.meters())).noneMatch(tag -> channel.traces().anyMatch(tag::contains));
        }
    }

    private static double answers(MeterRegistry meters, String verb, String outcome) {
        return meters.get("balans.invoke")
                .tags("verb", verb, "outcome", outcome)
                .timer()
                .count();
    }

    private static List<String> events(CapturedOutput output) {
        return output.getOut()
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(line -> JsonMapper.shared().readTree(line))
                .map(line -> line.at("/event/action"))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();
    }

    private static Stream<String> names(MeterRegistry meters) {
        return meters.getMeters().stream().map(meter -> meter.getId().getName());
    }

    private static List<String> tags(MeterRegistry meters) {
        return meters.getMeters().stream()
                .map(Meter::getId)
                .flatMap(id -> id.getTags().stream())
                .map(tag -> tag.getKey() + "=" + tag.getValue())
                .toList();
    }
}
