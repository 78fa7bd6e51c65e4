package nl.balansmonitor.teams;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import nl.balansmonitor.teams.botframework.DeliveryException;
import nl.balansmonitor.teams.botframework.DeliveryException.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells which addresses of Teams are sick. One whose last calls failed for the most part is left alone for a while, then tried with a few
 * calls: others don't wait behind calls that hang there, and it isn't flooded while it recovers. The metric {@code balans.teams.sick} tells
 * how many are.
 */
@Component
class Circuits {

    private static final Logger LOG = LoggerFactory.getLogger(Circuits.class);
    private static final int MOST_ADDRESSES = 100;

    private final Duration pause;
    private final LoadingCache<String, CircuitBreaker> circuits;

    Circuits(SendingProperties properties, MeterRegistry meters) {
        this.pause = properties.circuitPause();
        var config = CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(50)
                .permittedNumberOfCallsInHalfOpenState(3)
                .waitDurationInOpenState(pause)
                .recordException(Circuits::isSickness)
                .build();
        circuits = Caffeine.newBuilder().maximumSize(MOST_ADDRESSES).build(url -> circuit(url, config));
        meters.gauge("balans.teams.sick", circuits, all -> sick());
    }

    /** How long a sick address is left alone. */
    Duration pause() {
        return pause;
    }

    /** How many addresses are left alone now, or tried with a few calls. */
    int sick() {
        return (int) circuits.asMap().values().stream()
                .filter(circuit -> circuit.getState() != CircuitBreaker.State.CLOSED)
                .count();
    }

    CircuitBreaker at(String serviceUrl) {
        return circuits.get(serviceUrl);
    }

    /** Throttling and refusals are answers, given in good health; and without a token the address was never called. */
    private static boolean isSickness(Throwable failure) {
        return failure instanceof DeliveryException.Retryable later && later.trouble() == Trouble.SERVICE;
    }

    private static CircuitBreaker circuit(String serviceUrl, CircuitBreakerConfig config) {
        var circuit = CircuitBreaker.of(serviceUrl, config);
        circuit.getEventPublisher()
                .onStateTransition(event -> LOG.warn("Teams at {}: {}", serviceUrl, event.getStateTransition()));
        return circuit;
    }
}
