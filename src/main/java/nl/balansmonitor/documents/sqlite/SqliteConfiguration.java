package nl.balansmonitor.documents.sqlite;

import java.security.SecureRandom;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.StorageSettings;
import nl.balansmonitor.documents.stores.ConditionalOnStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the database when the application starts and closes it, after everybody who uses it, when it stops. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StorageSettings.class)
@ConditionalOnStore(StorageSettings.Type.SQLITE)
class SqliteConfiguration {

    @Bean
    Documents documents(StorageSettings settings) {
        return SqliteDocuments.open(settings.sqlite().path(), new SecureRandom());
    }
}
