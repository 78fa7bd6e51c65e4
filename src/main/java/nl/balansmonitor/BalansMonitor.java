package nl.balansmonitor;

import java.security.SecureRandom;
import java.time.Clock;
import nl.balansmonitor.documents.sqlite.BackupCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The bot: Teams' activities come in at {@code POST /api/messages}. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class BalansMonitor {

    public static void main(String[] args) {
        if (BackupCommand.isAskedForBy(args)) {
            System.exit(BackupCommand.run(args));
        }
        SpringApplication.run(BalansMonitor.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SecureRandom random() {
        return new SecureRandom();
    }
}
