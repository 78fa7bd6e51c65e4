package nl.balansmonitor.documents.cosmos;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.StorageSettings;
import nl.balansmonitor.documents.stores.ConditionalOnStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connects to the account when the application starts and leaves it, after everybody who uses it, when it stops. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StorageSettings.class)
@ConditionalOnStore(StorageSettings.Type.COSMOS)
class CosmosConfiguration {

    @Bean
    Documents documents(StorageSettings settings, MeterRegistry meters) {
        return Start.connect(Account.of(settings.cosmos(), meters), new SecureRandom());
    }
}
