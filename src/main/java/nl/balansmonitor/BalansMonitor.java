package nl.balansmonitor;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The bot: Teams' activities come in at {@code POST /api/messages}. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class BalansMonitor {

    public static void main(String[] args) {
        SpringApplication.run(BalansMonitor.class, args);
    }
}
