package nl.balansmonitor.operations;

import static nl.balansmonitor.operations.HealthStatus.DEGRADED;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.health.actuate.endpoint.StatusAggregator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

class HealthStatusTest {

    @Test
    void isSaidOfTheWholeWhileEverythingElseIsWellAndHidesNothingThatIsDown() throws IOException {
        var whole = StatusAggregator.of(order());
        assertThat(whole.getAggregateStatus(Status.UP, DEGRADED, Status.UNKNOWN))
                .isEqualTo(DEGRADED);
        assertThat(whole.getAggregateStatus(Status.DOWN, DEGRADED)).isEqualTo(Status.DOWN);
        assertThat(whole.getAggregateStatus(Status.OUT_OF_SERVICE, DEGRADED)).isEqualTo(Status.OUT_OF_SERVICE);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void isAWarningAndNotWell(CapturedOutput output) {
        var meters = new SimpleMeterRegistry();
        var status = new AtomicReference<>(Status.UP);
        HealthIndicator token = () -> Health.status(status.get()).build();
        var watch = new HealthWatch(Map.of("tokenHealthIndicator", token), meters);

        status.set(DEGRADED);
        watch.look();
        watch.look();
        assertThat(output.getOut().lines().filter(line -> line.contains("the health of token is DEGRADED, it was UP")))
                .singleElement()
                .asString()
                .contains("WARN");
        var well = meters.get("balans.health").tag("part", "token").gauge();
        assertThat(well.value()).isZero();

        status.set(Status.UP);
        watch.look();
        assertThat(well.value()).isEqualTo(1);
    }

    private static String[] order() throws IOException {
        var common = new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yaml"))
                .getFirst();
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(common);
        return Binder.get(environment)
                .bind("management.endpoint.health.status.order", Bindable.of(String[].class))
                .get();
    }
}
