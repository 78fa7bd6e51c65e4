package nl.balansmonitor;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.reports.ReportLinks;
import nl.balansmonitor.rhythm.DueWatch;
import nl.balansmonitor.standin.TeamsStandIn;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggerConfiguration;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The whole application, started in this JVM on a free port, with the stand-in as its Teams. */
public final class RunningBot implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private RunningBot(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts it and tells the stand-in where it is. */
    public static RunningBot in(TeamsStandIn teams, Path database, String... more) {
        return in(teams, database, Clock.systemUTC(), more);
    }

    /** The same on a store with these settings, of {@link Store#in}. */
    public static RunningBot in(TeamsStandIn teams, Map<String, String> store, String... more) {
        return in(teams, store, Clock.systemUTC(), more);
    }

    /** The same, where it is as late as this clock says. */
    public static RunningBot in(TeamsStandIn teams, Path database, Clock clock, String... more) {
        return in(teams, sqlite(database), clock, more);
    }

    private static RunningBot in(TeamsStandIn teams, Map<String, String> store, Clock clock, String... more) {
        // Only a test's own look finds what is due, at the moment at which it asks for it.
        Stream<String> quiet = Stream.of("--balans.rhythm.look-interval=1d");
        Stream<String> ofTeams = Stream.concat(options(teams.properties()), quiet);
        RunningBot bot = start(store, clock, Stream.concat(ofTeams, Arrays.stream(more)));
        teams.botAt(bot.port());
        return bot;
    }

    /** Starts it for a client on this machine that sends no tokens. */
    public static RunningBot anonymous(Path database, String... more) {
        return start(
                sqlite(database),
                Clock.systemUTC(),
                Stream.concat(Stream.of("--balans.bot.allow-anonymous=true"), Arrays.stream(more)));
    }

    private static Map<String, String> sqlite(Path database) {
        return Map.of("balans.storage.sqlite.path", database.toString());
    }

    private static Stream<String> options(Map<String, String> properties) {
        return properties.entrySet().stream().map(e -> "--" + e.getKey() + "=" + e.getValue());
    }

    private static RunningBot start(Map<String, String> store, Clock clock, Stream<String> more) {
        Stream<String> usual = Stream.concat(
                options(store),
                Stream.of(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--balans.cards.strict=true",
                        "--logging.level.root=warn",
                        // The SDK warns about every client that starts, and at length.
                        "--logging.level.com.azure.cosmos=error"));
        // An option that is given twice would have both values, so that the later one replaces the usual one.
        String[] options = Stream.concat(usual, more)
                .collect(Collectors.toMap(option -> option.split("=", 2)[0], option -> option, (a, b) -> b))
                .values()
                .toArray(String[]::new);
        return new RunningBot(new SpringApplicationBuilder(BalansMonitor.class)
                .initializers((GenericApplicationContext context) -> context.registerBean(
                        "clockOfTheTest", Clock.class, () -> clock, definition -> definition.setPrimary(true)))
                .run(options));
    }

    /** Where it listens. */
    public int port() {
        return Integer.parseInt(
                Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"), "not started"));
    }

    /** What it answers to whoever asks for this path. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                    .timeout(Duration.ofSeconds(30))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    /** Its own store, into which a test may put what sessions left behind. */
    public Documents documents() {
        return context.getBean(Documents.class);
    }

    /** Looks at what is due, as it does by itself every now and then; answers with how much was done. */
    public int look() {
        return context.getBean(DueWatch.class).look();
    }

    /** Waits until nothing is left to send, so that whatever was to be posted until now stands where it belongs. */
    public void awaitSent() {
        var pending = meters().get("balans.sending.pending").gauge();
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .atMost(Duration.ofSeconds(20))
                .until(() -> pending.value() == 0);
    }

    /** What it has measured. */
    public MeterRegistry meters() {
        return context.getBean(MeterRegistry.class);
    }

    /** Makes the links that the channel would be given. */
    public ReportLinks reportLinks() {
        return context.getBean(ReportLinks.class);
    }

    /** Stops it, and takes back what it told the whole JVM about its log, which whatever runs next here would hold to. */
    @Override
    public void close() {
        context.close();
        Stream.of(LoggingSystemProperty.values())
                .map(LoggingSystemProperty::getEnvironmentVariableName)
                .forEach(System::clearProperty);
        LoggingSystem log = LoggingSystem.get(RunningBot.class.getClassLoader());
        log.getLoggerConfigurations().stream()
                .map(LoggerConfiguration::getName)
                .filter(name -> name.startsWith("nl.balansmonitor"))
                .forEach(name -> log.setLogLevel(name, null));
    }
}
