package nl.balansmonitor.teams;

import java.util.List;
import nl.balansmonitor.cards.MissingValues;
import nl.balansmonitor.cards.Templates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class TeamsConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(TeamsConfiguration.class);

    private static final List<String> CARDS = List.of(
            "start",
            "adjust",
            "session",
            "stickers",
            "ranking",
            "workshop",
            "thermometer",
            "reveal",
            "summary",
            "actions",
            "reminder",
            "deck",
            "manage",
            "edit",
            "proposal",
            "plan",
            "announcement",
            "trend",
            "reports",
            "choose",
            "help",
            "home",
            "notice");

    /**
     * All cards, parsed before the first request comes in.
     *
     * @param strict whether a value that a template asks for in vain is an error; otherwise it is left out, and the operator reads of it
     */
    @Bean
    Templates templates(@Value("${balans.cards.strict:false}") boolean strict) {
        MissingValues left = value -> LOG.warn(
                "card {} at {}: {} has no value, {}",
                value.template(),
                value.path(),
                value.expression(),
                value.reason());
        return Templates.load(CARDS, strict ? MissingValues.strict() : left);
    }
}
