package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.file.Path;
import nl.balansmonitor.standin.Conversation;
import nl.balansmonitor.standin.Member;
import nl.balansmonitor.standin.Post;
import nl.balansmonitor.standin.Settings;
import nl.balansmonitor.standin.TeamsStandIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reaches a collector: what was done and how long it took, and nothing of anybody. */
class TelemetryTest {

    private static final String REMARK = "te druk in de middag";
    private static final String KEY_OF_A_REPORT = "abcdefghijklmnopqrstuvwxyz";

    @TempDir
    private Path folder;

    @Test
    void sendsMetricsTracesAndLogsAndNothingOfAnybody() throws Exception {
        try (var teams = TeamsStandIn.start(Settings.defaults());
                var collector = Collector.start()) {
            Conversation channel = teams.channel("Digitalisering", teams.team());
            try (var bot = RunningBot.in(
                    teams,
                    folder.resolve("balans.db"),
                    "--spring.profiles.active=otlp",
                    "--OTEL_EXPORTER_OTLP_ENDPOINT=" + collector.address(),
                    "--management.tracing.sampling.probability=1",
                    "--logging.level.nl.balansmonitor=debug",
                    "--balans.reports.base-url=http://127.0.0.1:1",
                    "--balans.sending.update-interval=50ms")) {
                var meeting = new Meeting(channel, teams.team()[0]);
                Post root = meeting.begin();
                Post thermometer = meeting.open(root, "st1").getFirst();
                for (Member member : teams.team()) {
                    Meeting.react(member, thermometer, 4, REMARK);
                }
                meeting.reveal(thermometer);
                meeting.close(root);
                bot.awaitSent();
                bot.get("/reports/" + KEY_OF_A_REPORT);
            }

            assertThat(collector.metrics().stream().map(Metric::getName))
                    .contains("balans.invoke", "balans.store", "balans.teams", "balans.events", "balans.outbox.age");
            Span tap = span(collector, "balans.invoke", "thermometer.react");
            assertThat(collector.spans().stream()
                            .filter(span -> span.getSpanId().equals(tap.getParentSpanId()))
                            .map(Span::getName))
                    .containsExactly("http post /api/messages");
            assertThat(collector.spans().stream()
                            .filter(span -> span.getParentSpanId().equals(tap.getSpanId()))
                            .map(Span::getName))
                    .contains("balans.store");
            LogRecord closed = collector.logs().stream()
                    .filter(log -> log.getBody().getStringValue().startsWith("session.closed"))
                    .findFirst()
                    .orElseThrow();
            assertThat(closed.getAttributesList().toString()).contains("event.action", "balans.space");
            assertThat(collector.spans().stream()
                            .filter(span -> span.getTraceId().equals(closed.getTraceId()))
                            .map(Span::getName))
                    .contains("balans.delivery", "balans.teams");

            String everything = collector.everything();
            assertThat(everything).doesNotContain("score", REMARK, "Gemiddelde", KEY_OF_A_REPORT);
            assertThat(channel.traces()).noneMatch(everything::contains);
        }
    }

    private static Span span(Collector collector, String name, String tagged) {
        return collector.spans().stream()
                .filter(span -> span.getName().equals(name)
                        && span.getAttributesList().stream()
                                .anyMatch(attribute ->
                                        attribute.getValue().getStringValue().equals(tagged)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(collector.spans().toString()));
    }
}
