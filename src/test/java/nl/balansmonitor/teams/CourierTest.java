package nl.balansmonitor.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.teams.botframework.Connector;
import nl.balansmonitor.teams.botframework.Conversation;
import nl.balansmonitor.teams.botframework.DeliveryException;
import nl.balansmonitor.teams.botframework.DeliveryException.Trouble;
import nl.balansmonitor.teams.botframework.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What waits while Teams takes nothing. Each space is in a tenant of its own, as nothing is to wait for its turn. */
class CourierTest {

    private static final int MOST = 10_000;
    private static final String LOGGERS = "nl.balansmonitor.teams";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CountDownLatch open = new CountDownLatch(1);
    private final Set<String> posted = ConcurrentHashMap.newKeySet();
    private final Set<SpaceId> shown = ConcurrentHashMap.newKeySet();
    private final Courier courier = courier();

    /** Thousands of lanes would each say that Teams is down. */
    @BeforeAll
    static void beQuiet() {
        logging().setLogLevel(LOGGERS, LogLevel.ERROR);
    }

    @AfterAll
    static void speak() {
        logging().setLogLevel(LOGGERS, null);
        logging().setLogLevel(Courier.class.getName(), null);
    }

    private static LoggingSystem logging() {
        return LoggingSystem.get(CourierTest.class.getClassLoader());
    }

    @AfterEach
    void stop() {
        open.countDown();
        courier.stop();
    }

    @Test
    void dropsOnlyAnswersToWhatPeopleTypedAndOnlyThoseForWhichThereIsNoRoom() {
        for (int number = 0; number < MOST + 50; number++) {
            SpaceId space = space(number);
            courier.reply(space, conversation(number), Message.text("answer " + number));
            courier.touchProposals(space);
        }
        assertThat(meters.get("balans.sending.waiting").gauge().value()).isEqualTo(MOST);
        assertThat(counted("dropped")).isEqualTo(50);

        open.countDown();

        await().atMost(Duration.ofMinutes(1)).until(() -> posted.size() == MOST && shown.size() == MOST + 50);
        assertThat(posted).doesNotContain("answer " + MOST, "answer " + (MOST + 49));
        await().until(() -> meters.get("balans.sending.waiting").gauge().value() == 0);
    }

    @Test
    void dropsTheOldestOfASpaceThatAloneHasTooMuchWaiting() {
        for (int number = 0; number < 110; number++) {
            courier.reply(space(0), conversation(0), Message.text("answer " + number));
        }
        assertThat(counted("dropped")).isEqualTo(10);
        assertThat(meters.get("balans.sending.waiting").gauge().value()).isEqualTo(100);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void tellsForHowLongTheOldestHasBeenWaiting(CapturedOutput output) {
        logging().setLogLevel(Courier.class.getName(), LogLevel.WARN);
        courier.tellIfLate();
        assertThat(age()).isZero();

        courier.touchProposals(space(0));
        await().until(() -> age() > 0);
        double first = age();
        await().until(() -> age() > first);
        courier.tellIfLate();
        assertThat(output.getAll()).containsOnlyOnce("something has been waiting for Teams for ");

        open.countDown();
        await().until(() -> age() == 0);
        courier.tellIfLate();
        assertThat(output.getAll()).containsOnlyOnce("something has been waiting");
    }

    private double age() {
        return meters.get("balans.outbox.age").timeGauge().value();
    }

    private double counted(String outcome) {
        return meters.get("balans.sending").tag("outcome", outcome).counter().count();
    }

    private static SpaceId space(int number) {
        return new SpaceId("space-" + number);
    }

    private static Conversation conversation(int number) {
        return new Conversation(
                "19:channel-" + number,
                Optional.empty(),
                "https://smba.example/emea/",
                "tenant-" + number,
                Conversation.Type.CHANNEL,
                "28:bot",
                "Balans-Monitor");
    }

    private Courier courier() {
        var properties =
                SendingSettings.with("most-waiting=" + MOST, "first-retry=1s", "longest-retry=2s", "late-after=1ms");
        var outcomes = new SendingMeters(meters);
        return new Courier(
                delivery(),
                new Transport(teams(), new Circuits(properties, meters), outcomes, ObservationRegistry.NOOP),
                mock(Outbox.class, withSettings().stubOnly()),
                mock(Claims.class, withSettings().stubOnly()),
                new Backlog(properties, outcomes, meters),
                properties,
                new SecureRandom(),
                meters);
    }

    /** Teams: down, until it isn't. */
    private Connector teams() {
        Connector connector = mock(Connector.class, withSettings().stubOnly());
        when(connector.post(any(), any())).thenAnswer(call -> {
            requireOpen();
            posted.add(((Message) call.getArgument(1)).text().orElseThrow());
            return "posted";
        });
        return connector;
    }

    private Delivery delivery() {
        try {
            Delivery delivery = mock(Delivery.class, withSettings().stubOnly());
            when(delivery.deliver(any())).thenAnswer(call -> {
                requireOpen();
                shown.add(((Outbox.Entry) call.getArgument(0)).space());
                return new Delivery.Next.Wait();
            });
            return delivery;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void requireOpen() {
        if (open.getCount() > 0) {
            throw new DeliveryException.Retryable("down", Trouble.THROTTLED, Optional.empty(), null);
        }
    }
}
