package nl.balansmonitor.teams.botframework;

import java.time.Clock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The edge with a bot behind it that does what a test tells it to. */
@TestConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class EdgeApplication {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ScriptedBot bot() {
        return new ScriptedBot();
    }
}
