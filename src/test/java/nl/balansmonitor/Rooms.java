package nl.balansmonitor;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.sessions.PrivacyProperties;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.spaces.SpaceProperties;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.MapPropertySource;

/**
 * The rooms of the domain, without Teams, over a database file. Their clock stands still until a test moves it, and chance is seeded. One
 * of these serves a whole test class: every test takes a {@link #newSpace()}, in which it meets nobody.
 */
public final class Rooms implements AutoCloseable {

    /** A Monday, in winter: Amsterdam is an hour ahead of UTC. */
    public static final Instant MONDAY_MORNING = Instant.parse("2026-01-12T09:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(MONDAY_MORNING);
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private Rooms(Map<String, Object> properties, UnaryOperator<Documents> watch) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
        context.registerBean(Clock.class, this::clock);
        context.registerBean(SecureRandom.class, Rooms::seeded);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(ObservationRegistry.class, () -> ObservationRegistry.NOOP);
        context.registerBean(BeanPostProcessor.class, () -> watching(watch));
        context.register(Domain.class);
        context.refresh();
    }

    @ComponentScan({
        "nl.balansmonitor.documents",
        "nl.balansmonitor.operations",
        "nl.balansmonitor.spaces",
        "nl.balansmonitor.statements",
        "nl.balansmonitor.sessions",
        "nl.balansmonitor.actions",
        "nl.balansmonitor.rhythm",
        "nl.balansmonitor.trends",
        "nl.balansmonitor.reports",
        "nl.balansmonitor.wording"
    })
    @EnableConfigurationProperties({SpaceProperties.class, PrivacyProperties.class})
    @ConfigurationPropertiesScan("nl.balansmonitor.reports")
    private static final class Domain {}

    /** The rooms over this database file, with these properties, each as {@code name=value}. */
    public static Rooms over(Path database, String... properties) {
        var all = new LinkedHashMap<String, Object>(Map.of("balans.storage.sqlite.path", database.toString()));
        Arrays.stream(properties).map(p -> p.split("=", 2)).forEach(p -> all.put(p[0], p[1]));
        return new Rooms(all, UnaryOperator.identity());
    }

    /** The rooms over a store with these settings, of {@link Store#in}, as somebody sees it who watches what passes. */
    public static Rooms over(Map<String, String> store, UnaryOperator<Documents> watch) {
        return new Rooms(new LinkedHashMap<>(store), watch);
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public SpaceId newSpace() {
        return new SpaceId("zwaluw-" + UUID.randomUUID());
    }

    /** Shows what {@link #itIs} says, in any zone. */
    public Clock clock() {
        InstantSource source = now::get;
        return source.withZone(ZoneOffset.UTC);
    }

    public void itIs(Instant moment) {
        now.set(moment);
    }

    @Override
    public void close() {
        context.close();
    }

    private static BeanPostProcessor watching(UnaryOperator<Documents> watch) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Documents documents && name.equals("documents") ? watch.apply(documents) : bean;
            }
        };
    }

    private static SecureRandom seeded() {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(1);
            return random;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA1PRNG", e);
        }
    }
}
