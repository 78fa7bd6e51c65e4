package nl.balansmonitor.teams;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The settings of the sender as they are by default, but for some. */
final class SendingSettings {

    private static final String PREFIX = "balans.sending";

    private SendingSettings() {}

    /** @param different each as {@code name=value} */
    static SendingProperties with(String... different) {
        Map<String, String> properties = Arrays.stream(different)
                .map(p -> p.split("=", 2))
                .collect(Collectors.toMap(p -> PREFIX + "." + p[0], p -> p[1]));
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate(PREFIX, SendingProperties.class);
    }
}
